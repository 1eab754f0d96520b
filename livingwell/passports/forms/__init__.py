"""What members fill in, with the person or for them."""
