"""From a playbook to its site, and to the book beside it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from value_compass.generator.book.failure import BookFailure
from value_compass.generator.changes.periods import NOT_READ, History
from value_compass.generator.changes.repository import NoRevision
from value_compass.generator.cli.checked import Tell
from value_compass.generator.cli.outputs import SITE, book_name
from value_compass.generator.cli.replacing import beside, put_site
from value_compass.generator.cli.revision import Origin
from value_compass.generator.pages.changes_feed import changes_feed, feed_address
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.build import build_site
from value_compass.generator.site.download import Download
from value_compass.generator.site.twins import twins

if TYPE_CHECKING:
    from value_compass.generator.book.leaves import Bound

CACHE = ".cache"
"""Where drawn graphs are kept, in the playbook's folder."""


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
        Failure: when either cannot be built. A book that fails does not keep the site from being built: the
            last book stays.
    """
    site, book = target / SITE, target / f"{book_name(playbook.settings)}.pdf"
    history = read_history(playbook, origin, tell)
    with beside(site.resolve().parent) as work:
        fresh_book = work / book.name
        laid, failure = _bound(playbook, origin, fresh_book, tell) if with_book else (None, None)
        if failure and book.exists():
            shutil.copyfile(book, fresh_book)
        offered = _offered(fresh_book) if fresh_book.exists() else None
        handouts, failures = _handouts(playbook, origin, tell) if with_book else ({}, ())
        if laid:
            handouts = {**handouts, **_offprints(playbook, origin, fresh_book, laid, tell)}
        write_site(playbook, origin, work / SITE, offered, history, handouts, site.resolve(), tell=tell)
        put_site(site, work / SITE, book, work)
    for refused in failures:
        tell(f"Left out of what readers take along: {refused}.")
    if failure:
        kept = " The last book stays as it was." if book.exists() else ""
        raise BookFailure(f"the site is built, the book is not: {failure}{kept}")
    return (site / "index.html", book) if with_book else (site / "index.html",)


def write_site(
    playbook: Playbook,
    origin: Origin,
    target: Path,
    book: Download | None,
    history: History,
    handouts: Mapping[str, bytes] = MappingProxyType({}),
    last: Path | None = None,
    *,
    tell: Tell,
) -> None:
    """Build the site at a path that does not exist yet.

    Args:
        playbook: what the edition shows.
        origin: where it was read, and which revision of it.
        target: where to write it.
        book: the book, for the site to offer.
        history: what changed in the content over time.
        handouts: what readers take along, by its address on the site.
        last: the folder of the last site: files that say the same are taken over, and where all of them do,
            nothing is written.
        tell: takes a line of progress.

    Raises:
        Failure: when it cannot be built.
    """
    tell(f"Rendering {len(playbook.entries)} entries for the site ...")
    figures = Figures(playbook, origin.folder / CACHE)
    pages = render_pages(playbook, figures, history, handouts)
    if figures.note:
        tell(figures.note)
    feed = changes_feed(playbook, history)
    tell(f"Building the site of {len(pages)} pages ...")
    files: dict[str, str | bytes] = {**twins(playbook, pages), **handouts}
    if feed:
        files[feed_address(playbook)] = feed
    build_site(playbook, pages, target, figures, (book,) if book else (), files, last)


def _bound(
    playbook: Playbook, origin: Origin, target: Path, tell: Tell
) -> tuple[Bound | None, BookFailure | None]:
    """Build the book: what stands where in it, or why that cannot be."""
    # Asked for here, since a build of the site alone does without all that sets and prints.
    from value_compass.generator.cli.printing import write_book  # noqa: PLC0415 - see above

    try:
        return write_book(playbook, origin, target, tell=tell), None
    except BookFailure as failure:
        return None, failure


def _offered(book: Path) -> Download:
    """The book as the site offers it."""
    from value_compass.generator.book.offprints import pages_in  # noqa: PLC0415 - as above

    return Download(book, pages_in(book))


def _handouts(playbook: Playbook, origin: Origin, tell: Tell) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """What readers take along, and why some of it could not be made."""
    from value_compass.generator.cli.handing_out import make_handouts  # noqa: PLC0415 - as above

    return make_handouts(playbook, origin, tell)


def _offprints(
    playbook: Playbook, origin: Origin, book: Path, laid: Bound, tell: Tell
) -> Mapping[str, bytes]:
    """Parts of the book, for those who need no more of it."""
    from value_compass.generator.cli.handing_out import make_offprints  # noqa: PLC0415 - as above

    return make_offprints(playbook, origin, book, laid, tell)


def read_history(playbook: Playbook, origin: Origin, tell: Tell) -> History:
    """What changed in the content; a build without git or without its history goes on, and says so."""
    lacking = origin.revision.lacking
    try:
        history = NOT_READ if lacking else _told_by_git(playbook, origin)
    except NoRevision as failure:
        history, lacking = NOT_READ, str(failure)
    if lacking:
        tell(f"The page of what changed stays empty: {lacking}.")
    if history.shallow:
        tell(f"{history.gap} git fetch --unshallow --tags gets the rest.")
    return history


def _told_by_git(playbook: Playbook, origin: Origin) -> History:
    # Asked for here, since a playbook without a history needs nothing that compares.
    from value_compass.generator.changes.history import history_of  # noqa: PLC0415 - see above

    return history_of(origin.folder, playbook, origin.revision.commit)
