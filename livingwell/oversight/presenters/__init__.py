"""How the team's figures are shown."""
