"""What is written to people: from the words that somebody typed to the bytes that go out."""
