"""What every feature stands on, and nothing that knows about the web."""
