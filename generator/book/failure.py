"""What stops the book."""

from __future__ import annotations


class BookFailure(Exception):
    """The book could not be made; the message says why, and at which entry."""
