"""Each time we tried to reach a person or met them, whether it was as they asked, and what is written to them."""
