"""What is asked about people."""
