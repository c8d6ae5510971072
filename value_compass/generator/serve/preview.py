"""The site as the files are now: what a change touches is made again, and nothing else."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.changes.periods import History
from value_compass.generator.check.check import Checked, check_folder
from value_compass.generator.check.draft import Draft
from value_compass.generator.load.folder import read_folder
from value_compass.generator.pages.facts import (
    ANY_FIELD,
    Fact,
    changed_facts,
    reason_for_everything,
    rendered_with_facts,
)
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import pages_one_by_one
from value_compass.generator.playbook.edition import edition_named
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.serve.files import Documents
from value_compass.generator.site.build import Pages, finished, parts_of, put_together
from value_compass.generator.site.definitions import words_of
from value_compass.generator.site.figure_files import WithFiles
from value_compass.generator.site.frame import frames
from value_compass.generator.site.parts import Parts
from value_compass.generator.site.written import write_files
from value_compass.language.words import speaking
from value_compass.schemas.settings import Frame

HISTORY = History(gap="The live preview does not look into the history, so it cannot tell what changed.")
"""What the page of what changed says: what happened before today is no business of a preview."""


class Written(Struct, frozen=True):
    """What was made again."""

    pages: frozenset[str]
    """The addresses of the pages that are others than before."""
    everything: str | None = None
    """Why every page was rendered, when that was so."""


class _Built(Struct, frozen=True):
    """All that the site was made from."""

    playbook: Playbook
    pages: Mapping[str, Page]
    facts: Mapping[str, frozenset[Fact]]
    texts: Mapping[str, WithFiles]
    parts: Parts
    again: Pages
    """Makes single pages of it again."""


class Preview:
    """The site of one edition in a folder of its own, and what it takes to make only a part of it again.

    Args:
        folder: the playbook's folder.
        edition: whose entries to show; those of the first edition unless named.
        day: the day on which reviews are overdue or not.
        cache: a folder that keeps drawn graphs.
        target: an empty folder to write to.
        frame: what stands around the pages; as the settings say unless given.
    """

    def __init__(
        self,
        folder: Path,
        edition: str | None,
        day: datetime.date,
        cache: Path,
        target: Path,
        frame: Frame | None = None,
    ) -> None:
        self._frame = frame
        self._folder = folder
        self._edition = edition
        self._day = day
        self._cache = cache
        self._target = target
        self._documents = Documents()
        self._draft: Draft | None = None
        self._last: _Built | None = None
        self._builds = 0
        self.writing = Lock()
        """Held while the site is not whole."""
        self.site: Path | None = None
        """Where the last good site is; nothing when there was none yet."""

    def check(self) -> Checked:
        """Read what changed, and check everything.

        Raises:
            NoPlaybook: when the folder does not hold one any more.
            NoEdition: when the settings do not know the edition.
        """
        checked = check_folder(read_folder(self._folder, self._documents.read), self._draft)
        self._draft = checked.draft
        if checked.draft.settings:
            edition_named(checked.draft.settings, self._edition)
        return checked

    @property
    def beside(self) -> tuple[str, ...]:
        """The files of the house style that the settings name."""
        settings = self._draft.settings if self._draft else None
        style = settings.house_style if settings else None
        found = (style.logo, style.logo_dark, style.style_sheet) if style else ()
        return tuple(name for name in found if name)

    def build(self, draft: Draft) -> Iterator[Written]:
        """Make the pages again that are others than before.

        Args:
            draft: what was read; the check found no errors.

        Yields:
            What was written: first the pages of the changed entries, then all the rest.

        Raises:
            Failure: when the site cannot be built.
        """
        if draft.settings is None:
            raise ValueError("a site needs its settings")
        # The pages must not lead to where the site will be one day.
        frame = self._frame or draft.settings.frame
        settings = draft.settings.model_copy(update={"site_address": None, "frame": frame})
        playbook = seal(replace(draft, settings=settings), edition_named(settings, self._edition), self._day)
        # Should anything fail, nobody knows what the folder holds: the next build is a whole one then.
        last, self._last = self._last, None
        everything = reason_for_everything(last.playbook, playbook) if last else "it is the first time"
        kept: Mapping[str, Page] = {}
        if last and not everything:
            changed = changed_facts(last.playbook, playbook)
            touched = {page for page, facts in last.facts.items() if not facts.isdisjoint(changed)}
            entries = {reference for reference, field in changed if field == ANY_FIELD}
            own = {page for page in touched if not entries.isdisjoint(last.pages[page].entries)}
            if own:
                with speaking(playbook.words):
                    last, written = self._step(playbook, last, _without(last.pages, own), hurried=True)
                yield Written(written)
            kept = _without(last.pages, touched - own)
        with speaking(playbook.words):
            self._last, written = self._step(playbook, last, kept)
        yield Written(written, everything)

    def _step(
        self, playbook: Playbook, last: _Built | None, kept: Mapping[str, Page], *, hurried: bool = False
    ) -> tuple[_Built, frozenset[str]]:
        """Render the pages that are not kept, and write what is other than before.

        In a hurry, the frames of kept pages and the files beside the pages are left for later.
        """
        pages: dict[str, Page] = {}
        facts: dict[str, frozenset[Fact]] = {}
        known = {address: last.facts[address] for address in kept} if last else {}
        for page, noted in rendered_with_facts(playbook, lambda noting: self._pages(noting, kept), known):
            before = last.pages.get(page.address) if last else None
            pages[page.address] = before if before == page else page
            facts[page.address] = noted
        words = words_of(playbook)
        texts = {
            address: last.texts[address]
            if last and page is last.pages.get(address)
            else finished(page, playbook.kinds, words)
            for address, page in pages.items()
        }
        figures = Figures(playbook, self._cache)
        if hurried and last:
            around = frames(playbook, tuple(pages.values()), figures)
            parts = replace(
                last.parts,
                texts={address: text.html for address, text in texts.items()},
                frames={page: (last.parts.frames if page in kept else around)[page] for page in pages},
            )
        else:
            parts = parts_of(playbook, tuple(pages.values()), figures, texts)
        again, written = self._write(playbook, parts, last)
        return _Built(playbook, pages, facts, texts, parts, again), written

    def _pages(self, playbook: Playbook, kept: Mapping[str, Page]) -> Iterator[Page]:
        figures = Figures(playbook, self._cache)
        return pages_one_by_one(playbook, figures, HISTORY, kept)

    def _write(self, playbook: Playbook, parts: Parts, last: _Built | None) -> tuple[Pages, frozenset[str]]:
        """Write what is other than before, or everything; gives what makes pages, and the pages written."""
        before = last.parts if last else None
        if not last or not before or not self.site or _shared(parts) != _shared(before):
            self._builds += 1
            site = self._target / str(self._builds)
            again = put_together(playbook, parts, site)
            with self.writing:
                self.site, old = site, self.site
            if old:
                shutil.rmtree(old, ignore_errors=True)
            return again, frozenset(parts.texts)
        changed = frozenset(
            page
            for page, text in parts.texts.items()
            if text != before.texts[page] or parts.frames[page] != before.frames[page]
        )
        extra = ((at, content) for at, content in parts.extra.items() if content != before.extra.get(at))
        with self.writing:
            write_files(last.again(parts, changed), self.site)
            write_files(extra, self.site)
            for address in before.extra.keys() - parts.extra.keys():
                (self.site / address).unlink(missing_ok=True)
        return last.again, changed


def _without(pages: Mapping[str, Page], addresses: Collection[str]) -> Mapping[str, Page]:
    return {address: page for address, page in pages.items() if address not in addresses}


def _shared(parts: Parts) -> tuple[object, ...]:
    """The list of pages, and what all of them show."""
    return (parts.texts.keys(), parts.context)
