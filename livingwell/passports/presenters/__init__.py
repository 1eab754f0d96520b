"""The passport as members read it."""
