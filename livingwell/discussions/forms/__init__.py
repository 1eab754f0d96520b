"""What meetings and discussions ask for."""
