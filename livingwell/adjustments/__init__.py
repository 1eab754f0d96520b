"""What a person needs from us so that support works for them, and how they asked to be reached."""
