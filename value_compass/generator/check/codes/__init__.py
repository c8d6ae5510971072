"""Codes of what is found while files are read: where they lie, how they are written, what they may say."""
