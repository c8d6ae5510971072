"""As of when something is printed, from what, and how: the same for a book, a sheet and a card."""

from __future__ import annotations

import datetime

from msgspec import Struct

from value_compass.generator.book.finish import PLAIN, Finish


class Imprint(Struct, frozen=True):
    """What tells one print from another; two of one revision and day are the same bytes."""

    revision: str
    """Which revision of the playbook is printed."""
    day: datetime.date
    """The day that it is dated."""
    finish: Finish = PLAIN
    """How it is printed; the playbook of a grey print has grey pillars already."""
