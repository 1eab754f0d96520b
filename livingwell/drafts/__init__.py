"""What is being typed and not yet saved: whose it is, which form and about what, and nothing more."""
