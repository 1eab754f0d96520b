"""What staff pages show about carers."""
