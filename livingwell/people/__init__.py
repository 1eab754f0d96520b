"""The people we support, their episodes of support, and the one door to them."""
