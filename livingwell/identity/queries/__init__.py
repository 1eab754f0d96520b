"""What is asked about accounts, teams and sessions."""
