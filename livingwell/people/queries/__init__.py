"""What is asked about people. Reach has one home: `queries.reach`."""
