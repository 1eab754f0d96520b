"""How each of the 24 people asked to be reached, what they need, and every contact with them."""
