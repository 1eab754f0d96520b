"""What is asked about a plan, in plain English. Forms make commands and call nothing."""
