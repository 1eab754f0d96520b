"""What is typed about services."""
