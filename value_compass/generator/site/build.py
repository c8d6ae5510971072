"""The website of an edition."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme

from value_compass.generator.check.reading import id_from
from value_compass.generator.check.taken_ids import no_file
from value_compass.generator.diagrams.styles import pillar_styles
from value_compass.generator.load.failure import Failure
from value_compass.generator.load.scratch import scratch
from value_compass.generator.pages.canvases.register import files_of_canvases
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.overviews import files_beside, moved, overviews
from value_compass.generator.pages.page import Page, entry_address, relative_address, with_addresses
from value_compass.generator.pages.sandbox import TEMPLATE_ERRORS, TemplateFailure
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
from value_compass.generator.site.material import MaterialPlugin, material_theme
from value_compass.generator.site.plugin import (
    ERROR_PAGE,
    EVERY_PAGE,
    OF_THE_FRAME,
    PILLARS,
    SITEMAP,
    SOME_PAGES,
    THEME,
    Parts,
    PlaybookPlugin,
)
from value_compass.generator.site.search import SEARCH_INDEX, search_index
from value_compass.generator.site.twins import LIST, twin_address
from value_compass.language.scripts import for_scripts
from value_compass.language.words import in_markup
from value_compass.schemas.kinds import Kinds, ReadOn
from value_compass.schemas.settings import Frame, Inside

MESSAGES = "assets/messages.js"
"""Where the site keeps the words of its scripts."""

STYLES = (*EVERY_PAGE, *SOME_PAGES, *OF_THE_FRAME)
"""Our styles, in order; those of a house style follow."""


class SiteFailure(Failure):
    """The site could not be built; the message says why."""

    exit_status = 1


def build_site(
    playbook: Playbook,
    pages: Sequence[Page],
    target: Path,
    figures: Figures,
    downloads: Sequence[Download] = (),
    files: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the website.

    Args:
        playbook: what the edition shows.
        pages: rendered for the screen, in reading order.
        target: the folder to write, which must not exist yet.
        figures: draws the mark of the playbook and knows its pillars' colours.
        downloads: files that the site offers at its top, such as the book.
        files: further files by their address, such as a feed.

    Raises:
        SiteFailure: when MkDocs refuses.
    """
    words = words_of(playbook)
    texts = {page.address: finished(page, playbook.kinds, words) for page in pages}
    parts = parts_of(playbook, pages, figures, texts, downloads, files)
    put_together(playbook, parts, target)
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
    files: Mapping[str, str] = MappingProxyType({}),
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
            MESSAGES: for_scripts(THEME / "assets"),
            **house,
            MARK: figures.logo(),
            PILLARS: _pillar_styles(figures),
            SEARCH_INDEX: search_index(playbook, pages),
        },
    )


def put_together(playbook: Playbook, parts: Parts, target: Path, *plugins: BasePlugin[Any]) -> None:
    """Let MkDocs write the site.

    Args:
        playbook: what the edition shows.
        parts: what the site is put together from.
        target: the folder to write, which must not exist yet.
        plugins: further plugins of MkDocs.

    Raises:
        SiteFailure: when MkDocs refuses.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    framed = playbook.settings.frame is Frame.MATERIAL
    with scratch("compass-site-") as folder:
        sources = folder / "docs"
        sources.mkdir()
        config = (MkDocsConfig if framed else _Settings)(config_file_path=str(folder / "mkdocs.yml"))
        config.load_dict(
            {
                "site_name": playbook.settings.title,
                "site_url": playbook.settings.site_address,
                "docs_dir": str(sources),
                "site_dir": str(target.resolve()),
                "use_directory_urls": False,
                # MkDocs would leave out what stands in a folder of this name, which a section may have.
                "exclude_docs": "!/templates/",
                "theme": dict(material_theme(playbook)) if framed else _own_theme(),
                "plugins": ["search"] if framed else [],
                "copyright": escape(f"{playbook.settings.title}, {playbook.settings.organisation}"),
                "extra": {"generator": False},
                "strict": True,
            }
        )
        for setting, refusal in config.validate()[0]:
            raise SiteFailure(f"{setting}: {refusal}")
        frame = MaterialPlugin(parts, playbook) if framed else PlaybookPlugin(parts)
        for plugin in (frame, *plugins):
            config.plugins[type(plugin).__name__] = plugin
        try:
            mkdocs_build(config)
            for address, content in parts.in_markdown.items():
                (target / address).write_text(str(content), encoding="utf-8")
        except (Abort, MkDocsException) as failure:
            raise SiteFailure(str(failure)) from failure
        except TEMPLATE_ERRORS as failure:
            if not playbook.house.templates:
                raise
            raise TemplateFailure("the frame of the pages", failure) from failure


class _Settings(MkDocsConfig):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Settings of MkDocs for our own frame.

    It looks for no theme among all packages, and loads nothing that reads Markdown: pages come finished.
    """

    theme = config_options.Type(Theme)
    markdown_extensions = config_options.Type(list, default=[])


def _own_theme() -> Theme:
    return Theme(custom_dir=str(THEME), static_templates=[ERROR_PAGE])


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
