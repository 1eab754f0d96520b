"""What is asked of adjustments and preferences."""
