"""What can be done with accounts, teams and sessions."""
