"""What is written to receivers, and what the person sees of it beforehand: the same words."""
