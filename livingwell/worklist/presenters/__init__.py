"""What Today says, in frozen strings."""
