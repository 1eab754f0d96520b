"""What the team's figures ask: of people within reach only, in statements that stay the same however many there are."""
