"""How meetings and discussions are put into words."""
