"""Today, or the day that SOURCE_DATE_EPOCH sets in its place."""

from __future__ import annotations

import datetime
import os
import re

from value_compass.generator.check.wording import shown
from value_compass.generator.load.failure import Failure

VARIABLE = "SOURCE_DATE_EPOCH"
"""The variable of the environment with which the same content gives the same files and reports."""

_LAST = 2**32 - 1
"""The last second that a compressed file can be dated with; it is in 2106."""


class WrongTime(Failure):
    """The variable holds no time; the message says what to write."""


def day_set() -> datetime.date | None:
    """The day of SOURCE_DATE_EPOCH, in UTC; nothing when it is not set.

    Raises:
        WrongTime: when it is no time.
    """
    epoch = os.environ.get(VARIABLE)
    if not epoch:
        return None
    if not re.fullmatch("[0-9]{1,10}", epoch) or int(epoch) > _LAST:
        raise WrongTime(
            f'the variable {VARIABLE} is "{shown(epoch)}", which is no time from 1970 to 2106; write the '
            "seconds since 1 January 1970 in digits, such as 1795348800, or take it out of the environment"
        )
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()


def this_day() -> datetime.date:
    """The day of SOURCE_DATE_EPOCH, else today.

    Raises:
        WrongTime: when SOURCE_DATE_EPOCH is no time.
    """
    return day_set() or datetime.datetime.now().astimezone().date()
