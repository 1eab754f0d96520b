"""Pictures and recordings that people send: checked by what they hold, made anew, kept outside the web root."""
