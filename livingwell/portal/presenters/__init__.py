"""What the pages of the person’s side say."""
