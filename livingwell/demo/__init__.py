"""The demo: one invented team and 25 invented people, told as stories. Also what the story tests use."""
