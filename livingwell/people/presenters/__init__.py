"""What pages about people show: words, names and dates, ready made."""
