"""What a person wants people to know who support them (PRSB About Me), theirs to write, use, print and share."""
