"""What becomes of a playbook by chance: refused by the check, built, or failed."""

from __future__ import annotations

import datetime
import os
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.files import broken_links
from tests.random_playbooks.making import make
from value_compass.generator.book.book import build_book
from value_compass.generator.book.columns import PAGE
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.check.check import check
from value_compass.generator.cli.rendering import write_everything
from value_compass.generator.cli.revision import Origin, Revision
from value_compass.generator.playbook.playbook import seal

DAY = datetime.date(2026, 11, 22)

REFUSED, BUILT, FAILED = "refused", "built", "failed"


def outcome(seed: int) -> tuple[str, str]:
    """What becomes of the playbook of a number, and why."""
    with tempfile.TemporaryDirectory(prefix="random-playbook-") as folder, _own_cache(Path(folder)):
        root = Path(folder) / "playbook"
        root.mkdir()
        make(seed, root)
        try:
            return built(root, Path(folder))
        except Exception:
            return FAILED, traceback.format_exc()


def built(root: Path, work: Path) -> tuple[str, str]:
    """What becomes of a playbook, and why.

    Raises:
        Exception: whatever a build breaks off with.
    """
    checked = check(root)
    if checked.errors or checked.draft.settings is None:
        return REFUSED, "\n".join(
            f"{one.file}:{one.span.line} {one.code}: {one.message}" for one in checked.errors
        )
    playbook = seal(checked.draft, checked.draft.settings.editions[0], DAY)
    made = write_everything(
        playbook, Origin(root, Revision("r", DAY)), work / "build", with_book=True, tell=lambda line: None
    )
    if missing := [str(file) for file in made if not file.is_file()]:
        return FAILED, f"there is no {missing}"
    if broken := broken_links(work / "build" / "site"):
        return FAILED, f"links of the site lead nowhere: {broken[:5]}"
    # Everything of it is kept, so this only finds out what stands where.
    bound = build_book(playbook, work / "again.pdf", Imprint("r", DAY), folder=root)
    if over := [sheet.number for sheet in bound.sheets if sheet.leaf.filled > PAGE[1] + 0.1]:
        return FAILED, f"words run over the edge of the book's pages {over[:5]}"
    if (work / "again.pdf").read_bytes() != made[-1].read_bytes():
        return FAILED, "a second book is not the same"
    return BUILT, f"{len(playbook.entries)} entries"


@contextmanager
def _own_cache(work: Path) -> Iterator[None]:
    """What the book keeps of parts and heights goes with the playbook."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(work / "cache")
    try:
        yield
    finally:
        if before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = before
