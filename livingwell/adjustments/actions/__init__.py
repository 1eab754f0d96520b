"""What members do with adjustments and preferences."""
