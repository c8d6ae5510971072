"""What changed between two states of the content, in plain words, and what each change touches."""
