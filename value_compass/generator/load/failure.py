"""What ends a command and is told to its user in words."""

from __future__ import annotations

from typing import ClassVar


class Failure(Exception):
    """A reason why a command cannot be carried out; its message is for the user, without a full stop."""

    exit_status: ClassVar[int] = 2
    """2 for something that was asked for wrongly, 1 for something that is wrong with what is there."""
