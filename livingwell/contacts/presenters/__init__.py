"""Contacts as pages show them."""
