"""Accounts, teams, and who may do what."""
