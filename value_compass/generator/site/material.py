"""The frame of Material for MkDocs around a playbook's pages, without a request to any other host."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from value_compass.generator.load.house import House
from value_compass.generator.pages.page import relative_address
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.embedding import EMBEDDED, Embedding
from value_compass.generator.site.house import tones_of_house
from value_compass.generator.site.parts import ERROR_PAGE, Parts
from value_compass.language.words import _

FRAME_STYLES = "assets/material.css"
"""Where the colours of Material's frame are."""

_INLINE = re.compile("<script>(?P<script>.*?)</script>", re.DOTALL)
"""A script that stands in a page itself; what a page quotes has its signs escaped."""

_ICONS = ("material/weather-sunny", "material/weather-night")


def material_theme(playbook: Playbook) -> Mapping[str, Any]:
    """The settings of the theme."""
    language = playbook.settings.language
    house = playbook.house
    colour = "custom" if house.style.colours else "indigo"
    return {
        "name": "material",
        "language": language if _has_language(language) else "en",
        "font": False,
        "logo": f"assets/logo{house.logo.ending}" if house.logo else "assets/mark.svg",
        "favicon": "assets/mark.svg",
        "features": [
            "navigation.tabs",
            "navigation.indexes",
            "navigation.prune",
            "navigation.top",
            "navigation.footer",
            "search.suggest",
            "search.highlight",
        ],
        "palette": [
            {
                "media": f"(prefers-color-scheme: {media})",
                "scheme": scheme,
                "primary": colour,
                "accent": colour,
                "toggle": {"icon": icon, "name": name},
            }
            for media, scheme, icon, name in (
                ("light", "default", _ICONS[1], _("Dark colours")),
                ("dark", "slate", _ICONS[0], _("Light colours")),
            )
        ],
    }


def _has_language(language: str) -> bool:
    found = find_spec("material")
    places = found.submodule_search_locations if found else None
    return any(
        (Path(place) / f"templates/partials/languages/{language}.html").is_file() for place in places or ()
    )


class NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Plugins that we make ourselves take no settings."""


class MaterialPlugin(Embedding, BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]  # an untyped hook
    """A plugin that puts a playbook into Material's frame, whose inline scripts become files.

    Args:
        parts: what the site is put together from.
        playbook: whose colours the frame has.
    """

    rem = "0.8rem"

    def __init__(self, parts: Parts, playbook: Playbook) -> None:
        super().__init__()
        self._playbook = playbook
        self._scripts: set[str] = set()
        self.take(parts)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, and the colours of the frame."""
        files = super().on_files(files, config=config)
        files.append(File.generated(config, FRAME_STYLES, content=self._styles()))
        config.extra_css.append(FRAME_STYLES)
        # All of the navigation is the playbook's own.
        config.nav = []
        return files

    def on_nav(self, nav: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """The parts of the playbook are the parts of the site."""
        nav.items.clear()
        super().on_nav(nav, config=config, files=files)
        section = nav.items.pop()
        for item in section.children:
            item.parent = None
        nav.items.extend(section.children)
        nav.homepage = next(iter(nav.pages), None)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **more: Any) -> str:
        """The first page stands beside no others."""
        text = super().on_page_markdown(markdown, page=page, **more)
        if page.file.src_uri == "index.md":
            page.meta["hide"] = ["navigation", "toc"]
        return text

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Move the inline scripts of a page to files."""
        return self._without_inline(output, page.file.dest_uri, config)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the error page."""
        if template_name != ERROR_PAGE:
            return output
        return self._without_inline(output, ERROR_PAGE, config)

    def _without_inline(self, html: str, address: str, config: MkDocsConfig) -> str:
        def as_file(found: re.Match[str]) -> str:
            script = found["script"]
            name = f"assets/frame-{hashlib.sha256(script.encode()).hexdigest()[:12]}.js"
            if name not in self._scripts:
                self._scripts.add(name)
                file = Path(config.site_dir) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(script, encoding="utf-8")
            return f'<script src="{relative_address(name, address)}"></script>'

        return _INLINE.sub(as_file, html)

    def _styles(self) -> str:
        """The colours of the frame, and a ground for the logo."""
        house = self._playbook.house
        styles = [".md-grid { max-width: 78rem; }\n"]
        if tones := tones_of_house(house):
            for place, scheme in enumerate(("default", "slate")):
                said = " ".join(f"--house-{name}: {pair[place]};" for name, pair in tones.items())
                styles.append(f'[data-md-color-scheme="{scheme}"] {{ {said} }}\n')
            styles.append((EMBEDDED / "material.css").read_text("utf-8"))
        if house.logo:
            styles.append((EMBEDDED / "material-logo.css").read_text("utf-8"))
            styles.append(_logo_styles(house))
        return "\n".join(styles)


def _logo_styles(house: House) -> str:
    """Where the bar is dark, the logo for that, or a light ground under the other."""
    dark = '[data-md-color-scheme="slate"] .md-logo img' if house.style.colours else ".md-logo img"
    if house.logo_dark:
        return f'{dark} {{ content: url("logo-dark{house.logo_dark.ending}"); }}\n'
    return (
        f"{dark} {{ background: #ffffff; border-radius: 0.1rem; padding: 0.1rem; box-sizing: border-box; }}\n"
    )
