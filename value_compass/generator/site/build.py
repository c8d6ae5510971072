"""The website of an edition."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from html import escape
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from value_compass.generator.check.reading import id_from
from value_compass.generator.check.taken_ids import no_file
from value_compass.generator.diagrams.styles import pillar_styles
from value_compass.generator.load.failure import Failure
from value_compass.generator.pages.canvases.register import files_of_canvases
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.overviews import files_beside, moved, overviews
from value_compass.generator.pages.page import Page, entry_address, relative_address, with_addresses
from value_compass.generator.pages.tools import files_of_tools
from value_compass.generator.pages.what_changed import CHANGES
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.case_figures import timelines
from value_compass.generator.site.definitions import Word, with_definitions, words_of
from value_compass.generator.site.download import Download
from value_compass.generator.site.figure_files import WithFiles, with_figure_files
from value_compass.generator.site.frame import Link, frames, sections
from value_compass.generator.site.house import STYLES as HOUSE
from value_compass.generator.site.house import house_files, logos
from value_compass.generator.site.later import taken_out
from value_compass.generator.site.mark import MARK
from value_compass.generator.site.own_frame import files_in_own_frame, pages_in_own_frame
from value_compass.generator.site.parts import (
    EVERY_PAGE,
    OF_THE_FRAME,
    PILLARS,
    SITEMAP,
    SOME_PAGES,
    Parts,
)
from value_compass.generator.site.search import SEARCH_INDEX, search_index
from value_compass.generator.site.sent import sent
from value_compass.generator.site.twins import LIST, twin_address
from value_compass.generator.site.written import holds, write_files
from value_compass.language.scripts import for_scripts
from value_compass.language.words import in_markup
from value_compass.schemas.kinds import Kinds, ReadOn
from value_compass.schemas.settings import Frame, Inside

MESSAGES = "assets/messages.js"
"""Where the site keeps the words of its scripts."""

STYLES = (*EVERY_PAGE, *SOME_PAGES, *OF_THE_FRAME)
"""Our styles, in order; those of a house style follow."""


class NoMaterial(Failure):
    """Material for MkDocs is not there."""

    exit_status = 1


Pages = Callable[[Parts, Collection[str]], Iterator[tuple[str, str]]]
"""Makes pages of a site: from what it is put together from, those of some addresses, each by its own."""


def build_site(
    playbook: Playbook,
    pages: Sequence[Page],
    target: Path,
    figures: Figures,
    downloads: Sequence[Download] = (),
    files: Mapping[str, str | bytes] = MappingProxyType({}),
    last: Path | None = None,
) -> None:
    """Write the website.

    Args:
        playbook: what the edition shows.
        pages: rendered for the screen, in reading order.
        target: the folder to write, which must not exist yet.
        figures: draws the mark of the playbook and knows its pillars' colours.
        downloads: files that the site offers at its top, such as the book.
        files: further files by their address, such as a feed.
        last: the folder of the last site, if there is one: files that say the same are taken over, and where
            all of them do, nothing is written.

    Raises:
        Failure: when a frame of the playbook's cannot be made, or MkDocs refuses.
    """
    words = words_of(playbook)
    texts = {page.address: finished(page, playbook.kinds, words) for page in pages}
    parts = parts_of(playbook, pages, figures, texts, downloads, files)
    put_together(playbook, parts, target, last)
    for download in downloads:
        shutil.copy2(download.file, target / download.name)


def finished(page: Page, kinds: Kinds, words: Sequence[Word]) -> WithFiles:
    """A page with links resolved and words explained, and files of its figures and of what comes later."""
    html = with_definitions(with_addresses(page.html, page.address, kinds), page, words)
    html, later = taken_out(html, page.address)
    drawn = with_figure_files(html, page.address)
    return WithFiles(drawn.html, drawn.files | later)


def parts_of(
    playbook: Playbook,
    pages: Sequence[Page],
    figures: Figures,
    texts: Mapping[str, WithFiles],
    downloads: Sequence[Download] = (),
    files: Mapping[str, str | bytes] = MappingProxyType({}),
) -> Parts:
    """What the site is put together from.

    `texts` holds every page, finished, by its address.
    """
    changes = next((one for one in overviews(playbook) if one is CHANGES), None)
    house = house_files(playbook.house)
    return Parts(
        {address: text.html for address, text in texts.items()},
        frames(playbook, pages, figures),
        {
            "settings": playbook.settings,
            "sections": sections(playbook),
            "mark": MARK,
            "logos": logos(playbook.house),
            "templates": playbook.house.templates,
            "styles": (*STYLES, HOUSE) if HOUSE in house else STYLES,
            "downloads": downloads,
            "changes": changes and Link(changes.title, changes.address(playbook)),
            "search_index": SEARCH_INDEX,
            "twin": twin_address if LIST in files else None,
            "edit_address": playbook.settings.edit_address
            if playbook.edition.shows(Inside.EDIT_LINKS)
            else None,
        },
        {
            **redirects(playbook, pages),
            **files_beside(Material(playbook)),
            **files_of_tools(Material(playbook)),
            **files_of_canvases(playbook),
            **timelines(playbook, figures),
            **_sitemap(playbook, pages),
            **{address: drawing for text in texts.values() for address, drawing in text.files.items()},
            **files,
            MESSAGES: for_scripts(sent().messages),
            **house,
            MARK: figures.logo(),
            PILLARS: _pillar_styles(figures),
            SEARCH_INDEX: search_index(playbook, pages),
        },
    )


def put_together(playbook: Playbook, parts: Parts, target: Path, last: Path | None = None) -> Pages:
    """Write the site.

    Args:
        playbook: what the edition shows.
        parts: what the site is put together from.
        target: the folder to write, which must not exist yet.
        last: the folder of the last site, if there is one; it stays when it says all of this.

    Returns:
        What makes single pages of it again.

    Raises:
        NoMaterial: when its frame is asked for and it is not installed.
        Failure: when a frame of the playbook's cannot be made, or MkDocs refuses.
    """
    if playbook.settings.frame is Frame.MATERIAL:
        if find_spec("material") is None:
            raise NoMaterial(
                "the frame of Material needs the package mkdocs-material; "
                "install value-compass[material], or take `frame: material` out of site.yml"
            )
        # Asked for here, since our own frame does without MkDocs.
        from value_compass.generator.site.material_site import put_into_material  # noqa: PLC0415 - see above

        return put_into_material(playbook, parts, target)
    # What it offers is copied into it later, so that a site with downloads is always written.
    if last and not parts.context["downloads"] and holds(last, files_in_own_frame(parts)):
        return pages_in_own_frame
    write_files(files_in_own_frame(parts), target, last)
    return pages_in_own_frame


def _pillar_styles(figures: Figures) -> str:
    """The pillars' colours, and a class for what carries one of them."""
    classes = (f".vc-pillar-{hue.key} {{ --vc-pillar: var(--vc-{hue.name}); }}" for hue in figures.hues)
    return "\n".join([pillar_styles(figures.hues), *classes, ""])


def _sitemap(playbook: Playbook, pages: Sequence[Page]) -> dict[str, str]:
    """Where every page is, for search engines (sitemaps.org), when the settings say where the site is."""
    site = playbook.settings.site_address
    places = (f"<url><loc>{escape(f'{site}{page.address}')}</loc></url>" for page in pages)
    return {SITEMAP: "\n".join([_SITEMAP_HEAD, *places, "</urlset>", ""])} if site else {}


_SITEMAP_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
)


def redirects(playbook: Playbook, pages: Sequence[Page]) -> Mapping[str, str]:
    """A page at every address that an entry's names make, so that bookmarks of a renamed one lead to it."""
    titles = {page.address: page.title for page in pages}
    taken = titles.keys()
    result = {
        old: _redirect(playbook, relative_address(new, old), titles[new])
        for old, new in moved(playbook).items()
        if old not in taken and new in titles
    }
    for entry in playbook.entries.values():
        elsewhere = playbook.kinds[entry.reference.kind].read_on is ReadOn.PARENTS_PAGE
        words = (*map(id_from, (*entry.aliases, entry.name)), entry.reference.id if elsewhere else "")
        for word in (word for word in words if word and not no_file(word)):
            old = f"{entry.reference.kind}/{word}.html"
            if old not in taken and old not in result:
                new = relative_address(entry_address(entry.reference, playbook), old)
                result[old] = _redirect(playbook, new, entry.name)
    return result


def _redirect(playbook: Playbook, address: str, name: str) -> str:
    link = Markup('<a href="{}">{}</a>').format(address, name)
    told = in_markup("You will find this under {entry}.", entry=link)
    return _REDIRECT.format(
        language=playbook.settings.language, address=escape(address), name=escape(name), told=told
    )


_REDIRECT = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{name}</title>'
    '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={address}">'
    "</head><body><p>{told}</p></body></html>\n"
)
