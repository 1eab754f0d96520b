"""What is done to a person's record: each with its audit entry."""
