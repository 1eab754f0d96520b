"""Pages, guards, fields and errors: what all views share, and nothing about any one feature."""
