"""Meetings, what is said about each person in them, what is decided, and what became of it."""
