"""Forms about adjustments and preferences."""
