"""Everybody in the demo is invented. Any likeness is chance."""
