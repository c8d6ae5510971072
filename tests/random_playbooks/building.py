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
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.changes.history import NOT_READ
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Medium
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal
from value_compass.generator.site.build import build_site

REFUSED, BUILT, FAILED = "refused", "built", "failed"


def outcome(seed: int) -> tuple[str, str]:
    """What becomes of the playbook of a number, and why."""
    with tempfile.TemporaryDirectory(prefix="random-playbook-") as folder, _own_cache(Path(folder)):
        root = Path(folder) / "playbook"
        root.mkdir()
        make(seed, root)
        try:
            return _built(root, Path(folder))
        except Exception:
            return FAILED, traceback.format_exc()


def _built(root: Path, work: Path) -> tuple[str, str]:
    checked = check(root)
    if checked.errors or checked.draft.settings is None:
        return REFUSED, "\n".join(
            f"{one.file}:{one.span.line} {one.code}: {one.message}" for one in checked.errors
        )
    playbook = seal(checked.draft, checked.draft.settings.editions[0], datetime.date(2026, 11, 22))
    figures = Figures(playbook, Medium.SCREEN, work / "figures")
    pages = render_pages(playbook, Medium.SCREEN, figures, NOT_READ)
    build_site(playbook, pages, work / "site", figures)
    if broken := broken_links(work / "site"):
        return FAILED, f"links of the site lead nowhere: {broken[:5]}"
    bound = build_book(playbook, work / "book.pdf", Imprint("r", datetime.date(2026, 11, 22)), folder=root)
    missing = [str(reference) for reference in playbook.entries if str(reference) not in bound.pages]
    return (FAILED, f"the book has no {missing}") if missing else (BUILT, f"{len(pages)} pages")


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
