"""How each of the 25 people asked to be reached, what they need, and every contact with them."""
