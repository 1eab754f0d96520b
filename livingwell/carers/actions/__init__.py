"""Changing what is on record about carers."""
