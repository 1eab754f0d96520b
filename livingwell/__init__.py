"""Living Well: a team and a person make a plan together, and keep it."""
