"""The demo: one invented team and 24 invented people, told as stories. Also what the story tests use."""
