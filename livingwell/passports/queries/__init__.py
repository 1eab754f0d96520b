"""What is asked about passports."""
