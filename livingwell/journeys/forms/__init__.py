"""What is asked about onward journeys."""
