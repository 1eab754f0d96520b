"""What is asked about journeys."""
