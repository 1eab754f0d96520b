"""The forms of the person's side."""
