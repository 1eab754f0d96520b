"""What is asked about the directory."""
