"""What the pages of journeys show."""
