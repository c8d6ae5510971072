"""What a signal does that asks the command to end: it ends as by Ctrl-C, and leaves nothing behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(BaseException):
    """The command was asked to end.

    Args:
        signal: the number of the signal.
    """

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.status = 128 + signal
        """The exit status by which shells know what ended it."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let the signals that would end the process at once raise `Stopped` instead."""
    wanted = {getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")} - {None}
    # What someone else decided stays, such as nohup, after which a closed terminal ends nothing.
    ours = [one for one in wanted if one and signal.getsignal(one) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():
        ours = []
    for one in ours:
        signal.signal(one, _stop)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _stop(number: int, _: FrameType | None) -> None:
    # What is cleared up from now on is not to be broken off.
    signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)
