"""What pages of the plan show: words, dates and tags, with nothing left to work out."""
