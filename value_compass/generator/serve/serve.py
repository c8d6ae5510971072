"""The live preview: build, serve, watch, and build again what a change touches."""

from __future__ import annotations

import datetime
import gc
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from msgspec import Struct

from value_compass.generator.check.check import Checked
from value_compass.generator.check.report import summary, text_report
from value_compass.generator.check.wording import count
from value_compass.generator.load.failure import Failure
from value_compass.generator.load.scratch import scratch
from value_compass.generator.serve.board import Board, Notice
from value_compass.generator.serve.files import PAUSE, stamps, wait_for_change
from value_compass.generator.serve.preview import Preview
from value_compass.generator.serve.server import Server
from value_compass.schemas.settings import Frame


class Wanted(Struct, frozen=True):
    """What to show, and where."""

    folder: Path
    """The playbook's folder."""
    edition: str | None
    """Whose entries to show; those of the first edition unless named."""
    port: int
    """Where to listen; 0 takes any that is free."""
    day: datetime.date
    """The day on which reviews are overdue or not."""
    cache: Path
    """A folder that keeps drawn graphs."""
    frame: Frame | None = None
    """What stands around the pages; as the settings say unless given."""


class Told(Struct, frozen=True):
    """Who is told what."""

    progress: Callable[[str], object]
    """Takes a line about what happens, or a report of several."""
    ready: Callable[[str], object]
    """Takes the address of the server, once there is something to see."""
    unforeseen: Callable[[Exception], str]
    """Keeps the traceback of a failure that nobody thought of, and says in words what to do."""


def serve(wanted: Wanted, told: Told, stopped: Event) -> None:
    """Serve the site until it is stopped.

    Args:
        wanted: what to show, and where.
        told: who is told what.
        stopped: ends it.

    Raises:
        NoPlaybook: when the folder holds none at the start.
        NoEdition: when the settings do not know the edition at the start.
        PortTaken: when the server cannot listen there.
    """
    with scratch("compass-preview-") as target:
        preview = Preview(wanted.folder, wanted.edition, wanted.day, wanted.cache, target, wanted.frame)
        board = Board()
        seen = stamps(wanted.folder)
        checked = preview.check()
        seen = {**stamps(wanted.folder, preview.beside), **seen}
        with Server(
            wanted.port, preview, board, lambda failure: told.progress(told.unforeseen(failure))
        ) as server:
            # Else it would look twice a second only whether it is to end, and all would wait for that.
            thread = Thread(target=server.serve_forever, args=(PAUSE,), daemon=True)
            thread.start()
            try:
                told.progress("Building the site for the first time ...")
                _update(preview, board, told, checked)
                # All that is kept from now on need not be gone through again and again.
                gc.freeze()
                told.ready(server.address)
                while changed := wait_for_change(wanted.folder, seen, stopped, preview.beside):
                    seen = changed
                    _update(preview, board, told)
            finally:
                board.close()
                server.shutdown()
                thread.join()


def _update(preview: Preview, board: Board, told: Told, checked: Checked | None = None) -> None:
    """Bring the site to the state of the files; what stands in the way is shown on every page."""
    started = time.perf_counter()
    try:
        checked = checked or preview.check()
        notice = _notice(checked, preview.site)
        if notice:
            told.progress(text_report(checked))
        if checked.errors:
            board.put((), notice)
            return
        pages, first = 0, preview.site is None
        for written in preview.build(checked.draft):
            board.put(written.pages, notice, everywhere=written.everything is not None)
            pages += len(written.pages)
            if written.everything and not first:
                told.progress(f"Every page was rendered, because {written.everything}.")
        told.progress(f"{count(pages, 'page')} in {time.perf_counter() - started:.2f} s")
    except Failure as failure:
        _stand_in_the_way(board, told, str(failure))
    except Exception as failure:
        _stand_in_the_way(board, told, told.unforeseen(failure))


def _stand_in_the_way(board: Board, told: Told, message: str) -> None:
    told.progress(message)
    board.put((), Notice("The site could not be built from what the files say now", message))


def _notice(checked: Checked, site: Path | None) -> Notice | None:
    """What pages show of a check: errors, or warnings, or nothing."""
    if checked.errors:
        below = "below is the last good state" if site else "there is no page to show yet"
        return Notice(f"{_capital(summary(checked))}; {below}", text_report(checked))
    if checked.warnings:
        return Notice(_capital(summary(checked)), text_report(checked), urgent=False)
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
