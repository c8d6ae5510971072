"""A preview of a playbook on a server."""

from __future__ import annotations

import datetime
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from value_compass.generator.serve import files
from value_compass.generator.serve.serve import Told, Wanted, serve

DAY = datetime.date(2026, 11, 22)

Serving = Callable[..., AbstractContextManager["Running"]]


class Running:
    """A server in a thread, and what it said."""

    def __init__(self) -> None:
        self.addresses: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        self.stopped = threading.Event()
        self.unforeseen: list[Exception] = []

    @property
    def told(self) -> Told:
        return Told(self.said.append, self.addresses.put, self._unforeseen)

    def _unforeseen(self, failure: Exception) -> str:
        self.unforeseen.append(failure)
        return f"compass: this should not have happened ({failure})."


@pytest.fixture(scope="session")
def cache(drawn: Path) -> Path:
    """Where drawn graphs are kept."""
    return drawn


@pytest.fixture(scope="session")
def serving(cache: Path) -> Serving:
    """Serves a playbook's folder while a block runs; gives the server with its address."""

    @contextmanager
    def run(folder: Path) -> Iterator[tuple[Running, str]]:
        # Files are written here at one stroke: a look at them need not wait for an editor.
        quick = pytest.MonkeyPatch()
        quick.setattr(files, "PAUSE", 0.02)
        quick.setattr(files, "QUIET", 0.005)
        running = Running()
        wanted = Wanted(folder, None, 0, DAY, cache)
        thread = threading.Thread(target=serve, args=(wanted, running.told, running.stopped))
        thread.start()
        try:
            yield running, running.addresses.get(timeout=60)
        finally:
            running.stopped.set()
            thread.join(timeout=30)
            quick.undo()
            assert not thread.is_alive()

    return run
