"""From a playbook to its site and book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.book.book import build_book
from generator.book.extracts.choose import Choice
from generator.book.finish import PLAIN, Finish
from generator.book.greyscale import with_grey_pillars
from generator.book.imprint import Imprint
from generator.changes.history import NOT_READ, History, history_of
from generator.changes.repository import NoRevision
from generator.cli.replacing import beside, put_site
from generator.cli.revision import Origin
from generator.pages.changes_feed import changes_feed
from generator.pages.figures import Figures
from generator.pages.page import Medium
from generator.pages.render import render_pages
from generator.pages.what_changed import CHANGES_FEED
from generator.playbook.playbook import Playbook
from generator.site.build import build_site

BOOK = "value-compass.pdf"
"""The name of the book's file."""

SITE = "site"
"""The name of the site's folder."""

CACHE = ".cache"
"""Where drawn graphs are kept, in the playbook's folder."""

Tell = Callable[[str], None]


def write_everything(
    playbook: Playbook, origin: Origin, target: Path, *, with_book: bool, tell: Tell
) -> tuple[Path, ...]:
    """Build the site and the book beside the last ones, then put both in their place.

    Args:
        playbook: what the edition shows.
        origin: where it was read, and which revision of it.
        target: the folder for `site/` and the book.
        with_book: whether to build the book.
        tell: takes a line of progress.

    Returns:
        What was made: the site's first page, and the book.

    Raises:
        Failure: when either cannot be built; neither is replaced then.
    """
    site, book = target / SITE, target / BOOK
    history = read_history(playbook, origin, tell)
    with beside(site.resolve().parent) as work:
        fresh_book = work / BOOK if with_book else None
        if fresh_book:
            write_book(playbook, origin, fresh_book, history, tell=tell)
        write_site(playbook, origin, work / SITE, fresh_book, history, tell=tell)
        put_site(site, work / SITE, book, work)
    return (site / "index.html", book) if with_book else (site / "index.html",)


def write_site(
    playbook: Playbook, origin: Origin, target: Path, book: Path | None, history: History, *, tell: Tell
) -> None:
    """Build the site at a path that does not exist yet.

    Raises:
        Failure: when it cannot be built.
    """
    tell(f"Rendering {len(playbook.entries)} entries for the site ...")
    figures = Figures(playbook, Medium.SCREEN, origin.folder / CACHE)
    if figures.note:
        tell(figures.note)
    pages = render_pages(playbook, Medium.SCREEN, figures, history)
    feed = changes_feed(playbook, history)
    tell(f"Building the site of {len(pages)} pages ...")
    files = {CHANGES_FEED: feed} if feed else {}
    build_site(playbook, pages, target, figures, {BOOK: book} if book else {}, files)


def write_book(
    playbook: Playbook,
    origin: Origin,
    target: Path,
    history: History,
    *,
    tell: Tell,
    finish: Finish = PLAIN,
    name: str = "the book",
    choice: Choice | None = None,
) -> None:
    """Build the book at a path that does not exist yet.

    Args:
        playbook: what the edition shows.
        origin: where it was read, and which revision of it.
        target: where to write it.
        history: what changed in the content.
        tell: takes a line of progress.
        finish: how it is printed.
        name: what it is called in a line of progress.
        choice: takes an extract out of its pages; nothing when the whole book is wanted.

    Raises:
        Failure: when it cannot be built.
    """
    tell(f"Rendering {len(playbook.entries)} entries for the book ...")
    if finish.greyscale:
        playbook = with_grey_pillars(playbook)
    figures = Figures(playbook, Medium.PRINT, origin.folder / CACHE)
    pages = render_pages(playbook, Medium.PRINT, figures, history)
    extract = choice(playbook, pages) if choice else None
    chosen = extract.pages if extract else pages
    tell(f"Setting {name} from {len(chosen)} pages ...")
    build_book(
        playbook,
        chosen,
        target,
        imprint_of(origin, finish),
        extract,
    )


def imprint_of(origin: Origin, finish: Finish) -> Imprint:
    """What a print of the playbook says of itself."""
    return Imprint(origin.revision.name, origin.revision.day, finish)


def read_history(playbook: Playbook, origin: Origin, tell: Tell) -> History:
    """What changed in the content; a build without git or without its history goes on, and says so."""
    try:
        history = history_of(origin.folder, playbook, origin.revision.commit)
    except NoRevision as failure:
        tell(f"The page of what changed stays empty: {failure}.")
        return NOT_READ
    if history.shallow:
        tell(f"{history.gap} git fetch --unshallow --tags gets the rest.")
    return history
