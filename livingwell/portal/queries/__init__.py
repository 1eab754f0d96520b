"""What the pages of the person's side read, where no feature alone can say it."""
