"""What is asked about meetings, discussions and decisions."""
