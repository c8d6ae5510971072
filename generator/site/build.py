"""The website of an edition."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.diagrams.styles import pillar_styles
from generator.pages.figures import Figures
from generator.pages.page import Page, entry_address, relative_address
from generator.playbook.playbook import Playbook
from generator.site.plugin import PlaybookPlugin, source_of
from schemas.kinds import KINDS

THEME = Path(__file__).parents[2] / "theme" / "site"
"""What we add to Material: templates, styles, scripts."""

MARK = "assets/mark.svg"
"""Where the site keeps the mark of the playbook."""

PILLARS = "assets/pillars.css"
"""Where the site keeps the styles that are made from the pillars' colours."""

FEATURES = (
    "navigation.tabs",
    "navigation.indexes",
    "navigation.prune",
    "navigation.footer",
    "navigation.top",
    "search.suggest",
    "search.highlight",
)


class SiteFailure(Exception):
    """The site could not be built; the message says why."""


def build_site(
    playbook: Playbook,
    pages: Sequence[Page],
    target: Path,
    figures: Figures,
    downloads: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Write the website.

    Args:
        playbook: what the edition shows.
        pages: rendered for the screen, in reading order.
        target: the folder to write, which must not exist yet.
        figures: draws the mark of the playbook and knows its pillars' colours.
        downloads: files that the site offers at its top, such as the book, by their name there.

    Raises:
        SiteFailure: when MkDocs refuses.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="compass-") as folder:
        settings, sources = Path(folder) / "mkdocs.yml", Path(folder) / "docs"
        settings.touch()
        sources.mkdir()
        config = load_config(
            config_file=str(settings),
            site_name=playbook.settings.title,
            site_url=playbook.settings.site_address,
            site_author=playbook.settings.organisation,
            docs_dir=str(sources),
            site_dir=str(target.resolve()),
            use_directory_urls=False,
            theme=_theme(playbook),
            plugins=["material/search", "material/offline"],
            markdown_extensions=[],
            extra={
                "polyfills": ["assets/iframe-worker.js"],
                "generator": False,
                "downloads": list(downloads),
                "organisation": playbook.settings.organisation,
            },
            extra_css=["figures.css", PILLARS, "assets/compass.css"],
            strict=True,
        )
        plugin = PlaybookPlugin(
            pages,
            _tags(playbook, pages),
            navigation(playbook, pages),
            {**redirects(playbook, pages), MARK: figures.logo(), PILLARS: _pillar_styles(figures)},
        )
        config.plugins["value-compass"] = plugin
        try:
            mkdocs_build(config)
        except (Abort, MkDocsException) as failure:
            raise SiteFailure(str(failure)) from failure
    for name, download in downloads.items():
        shutil.copy2(download, target / name)


def _theme(playbook: Playbook) -> dict[str, Any]:
    def scheme(name: str, preference: str, other: str, icon: str) -> dict[str, Any]:
        return {
            "scheme": name,
            "primary": "custom",
            "accent": "custom",
            "media": f"(prefers-color-scheme: {preference})",
            "toggle": {"icon": icon, "name": f"Switch to {other} colours"},
        }

    return {
        "name": "material",
        "custom_dir": str(THEME),
        "font": False,
        "language": playbook.settings.language,
        "favicon": MARK,
        "logo": MARK,
        "features": list(FEATURES),
        "palette": [
            scheme("default", "light", "dark", "material/weather-night"),
            scheme("slate", "dark", "light", "material/weather-sunny"),
        ],
    }


def _pillar_styles(figures: Figures) -> str:
    """The pillars' colours, and a class for what carries one of them."""
    classes = (f".vc-pillar-{hue.key} {{ --vc-pillar: var(--vc-{hue.name}); }}" for hue in figures.hues)
    return "\n".join([pillar_styles(figures.hues), *classes, ""])


def _tags(playbook: Playbook, pages: Sequence[Page]) -> dict[str, list[str]]:
    """Other names of a page's entries: the search finds the page by them."""
    return {
        page.address: [alias for entry in page.entries for alias in playbook[entry].aliases]
        for page in pages
        if len(page.entries) == 1
    }


def navigation(playbook: Playbook, pages: Sequence[Page]) -> list[Any]:
    """MkDocs' nav setting: the home page, then each section with its kinds and their entries."""
    top: list[Any] = [{"Home": source_of("index.html")}]
    for section in playbook.settings.sections:
        inner: list[Any] = []
        kind_list: list[Any] = []
        for page in (p for p in pages if p.section == section.id):
            source = source_of(page.address)
            if page.level == 0:
                inner.append(source)
            elif page.level == 1 and page.kind and KINDS[page.kind].own_pages:
                kind_list = [source]
                inner.append({page.title: kind_list})
            elif page.level == 1:
                inner.append({page.title: source})
            else:
                kind_list.append({page.title: source})
        top.append({section.title: inner})
    return top


def redirects(playbook: Playbook, pages: Sequence[Page]) -> Mapping[str, str]:
    """A page at every old address, so that bookmarks of a renamed entry still lead to it."""
    taken = {page.address for page in pages}
    result: dict[str, str] = {}
    for entry in playbook.entries.values():
        for alias in entry.aliases:
            old = f"{entry.reference.kind}/{_address_word(alias)}.html"
            if old not in taken and old not in result:
                new = relative_address(entry_address(entry.reference), old)
                result[old] = _REDIRECT.format(address=escape(new), name=escape(entry.name))
    return result


_REDIRECT = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>'
    '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={address}">'
    '</head><body><p>This entry is now called <a href="{address}">{name}</a>.</p></body></html>\n'
)


def _address_word(alias: str) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in alias.lower()).split()
    return "-".join(words) or "entry"
