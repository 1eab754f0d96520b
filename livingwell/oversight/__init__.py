"""How the service does, for the team: figures, and the list behind each. It owns no tables."""
