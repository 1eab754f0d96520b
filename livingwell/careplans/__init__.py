"""The plan: what matters to the person, needs, goals, steps, ratings, agreement and safety. Their words first."""
