"""What stops the book."""

from __future__ import annotations

from value_compass.generator.load.failure import Failure


class BookFailure(Failure):
    """The book could not be made; the message says why, and at which entry."""

    exit_status = 1
