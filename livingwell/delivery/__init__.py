"""What goes out and what comes in: knows addresses, not people."""
