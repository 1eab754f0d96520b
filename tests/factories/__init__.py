"""Invented accounts and people for tests. Every name is made up; every NHS number begins 999."""
