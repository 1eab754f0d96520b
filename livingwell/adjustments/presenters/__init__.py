"""What pages about adjustments and preferences show."""
