"""What contacts can be asked."""
