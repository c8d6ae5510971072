"""What every page of the preview shows beside itself, and who waits for something new."""

from __future__ import annotations

import time
from collections.abc import Collection
from threading import Condition

from msgspec import Struct


class Notice(Struct, frozen=True):
    """Something that pages show beside themselves."""

    title: str
    report: str
    """The whole of it, as lines of plain text."""
    urgent: bool = True
    """Whether it keeps the site as it was: errors do, warnings do not."""


class Board:
    """Numbers every change, so that a page knows whether it is the latest."""

    def __init__(self) -> None:
        self._news = Condition()
        # A later server begins with a higher number: pages of an earlier one then know that they are old.
        self._number = time.time_ns()
        self._everywhere = self._number
        self._pages: dict[str, int] = {}
        self._notice: Notice | None = None
        self._closed = False

    def put(self, pages: Collection[str], notice: Notice | None, *, everywhere: bool = False) -> None:
        """Tell of a change.

        Args:
            pages: the addresses of the pages that are others now.
            notice: what all pages show from now on.
            everywhere: whether pages may have come or gone.
        """
        with self._news:
            self._number += 1
            if everywhere or notice != self._notice:
                self._everywhere = self._number
            self._pages.update(dict.fromkeys(pages, self._number))
            self._notice = notice
            self._news.notify_all()

    def now(self) -> tuple[int, Notice | None]:
        """The number of the last change, and what pages show."""
        with self._news:
            return self._number, self._notice

    def wait(self, page: str, since: int, seconds: float) -> bool:
        """Wait for a change of a page, or for the end.

        Args:
            page: its address.
            since: the number of the last change that the page knows of.
            seconds: how long to wait at most.

        Returns:
            Whether it changed.
        """
        with self._news:
            self._news.wait_for(lambda: self._closed or self._changed(page) > since, seconds)
            return self._changed(page) > since

    @property
    def closed(self) -> bool:
        """Whether there will be no more news."""
        return self._closed

    def close(self) -> None:
        """Let everyone go who waits."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def _changed(self, page: str) -> int:
        return max(self._everywhere, self._pages.get(page, 0))
