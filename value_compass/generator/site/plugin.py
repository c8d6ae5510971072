"""Hands finished pages to MkDocs, which puts them into our frame and writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from value_compass.generator.pages.page import relative_address
from value_compass.generator.pages.sandbox import environment
from value_compass.generator.site.definitions import DEFINED
from value_compass.generator.site.figure_files import SAVE
from value_compass.generator.site.frame import Frame
from value_compass.language.templates import SAYS

THEME = Path(__file__).parents[2] / "theme" / "site"
"""The frame of the pages: templates, styles, scripts."""

ERROR_PAGE = "404.html"
"""What a server shows at an address where nothing is."""

SITEMAP = "sitemap.xml"
"""Where the site says which pages it has."""

PILLARS = "assets/pillars.css"
"""Where the site keeps the styles that are made from the pillars' colours."""

UPWARD = ("", "../", "../../", "../../../")
"""Where the error page looks for the top of the site, should it not be where `site_address` says."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the site is put together from."""

    texts: Mapping[str, str]
    """Finished HTML of every page by its address, in reading order."""
    frames: Mapping[str, Frame]
    """What surrounds each of them."""
    context: Mapping[str, Any]
    """What every page shows beside that, for the templates."""
    extra: Mapping[str, str | bytes]
    """Further files by address, such as redirects."""

    @property
    def beside(self) -> Mapping[str, str | bytes]:
        """The further files that MkDocs takes; it would take one in Markdown for a page."""
        return {at: content for at, content in self.extra.items() if not at.endswith(".md")}

    @property
    def in_markdown(self) -> Mapping[str, str | bytes]:
        """The others."""
        return {at: content for at, content in self.extra.items() if at.endswith(".md")}


SOME_PAGES = ("assets/cases.css", "assets/working.css")
"""Styles of which only some pages use a class."""


def _needed(styles: Iterable[str], text: str) -> list[str]:
    """The styles of every page, and of the others those of which a page uses a class."""
    return [one for one in styles if one not in SOME_PAGES or any(name in text for name in _own_classes(one))]


@cache
def _own_classes(style: str) -> frozenset[str]:
    """The classes for which only one of the styles of the theme has rules."""
    own, *others = (
        set(_CLASS.findall((THEME / one).read_text(encoding="utf-8")))
        for one in (style, "figures.css", *(f"assets/{name}.css" for name in ("compass", "frame", "print")))
    )
    return frozenset(own.difference(*others))


_CLASS = re.compile(r"\.(vc-[\w-]+)")


class NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Plugins that we make ourselves take no settings."""


class PlaybookPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]  # the same
    """Gives MkDocs our pages instead of Markdown files, and our frame instead of its own.

    Args:
        parts: what the site is put together from.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.take(parts)

    def take(self, parts: Parts) -> None:
        """Put the site together from these parts from now on."""
        self._texts = {source_of(address): text for address, text in parts.texts.items()}
        self._frames = {source_of(address): frame for address, frame in parts.frames.items()}
        self._context = parts.context
        self._extra = parts.beside

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a source for every page."""
        for source in self._texts:
            files.append(File.generated(config, source, content=""))
        for address, content in self._extra.items():
            files.append(File.generated(config, address, content=content))
        config.nav = list(self._texts)
        return files

    def on_env(self, _: Environment, /, **__: Any) -> Environment:
        """The templates of the frame, and the playbook's over them."""
        env = environment(THEME, self._context["templates"], "site", trim_blocks=True, lstrip_blocks=True)
        env.globals.update(SAYS)
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Keep MkDocs from looking for a title; the text itself comes finished."""
        page.meta = {"title": self._frames[page.file.src_uri].page.title}
        return ""

    def on_page_context(self, _: TemplateContext, /, *, page: MkDocsPage, **__: Any) -> TemplateContext:
        """Put the finished page and its surroundings in place."""
        frame, text = self._frames[page.file.src_uri], self._texts[page.file.src_uri]
        ruler = Markup(frame.ruler or "")  # noqa: S704  # our own drawing
        # Of what MkDocs itself would show nothing is left: a template sees what is ours.
        return self._shown(
            partial(relative_address, page=frame.page.address),
            frame=frame,
            text=text,
            ruler=ruler,
            styles=_needed(self._context["styles"], f"{text} vc-sheet-{frame.page.kind}"),
            with_figures=SAVE in text,
            with_definitions=DEFINED in text,
        )

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the error page what it shows; it stands at any address."""
        if template_name == ERROR_PAGE:
            top = urlsplit(config.site_url or "").path
            places = (top, *UPWARD) if top else UPWARD
            return self._shown(lambda target: f"{top}{target}", top=top, places=places)
        return context

    def on_post_template(self, output: str, *, template_name: str, **_: Any) -> str:
        """Leave out the map of MkDocs: it is empty without an address, and dated by the day of the build."""
        return "" if template_name == SITEMAP else output

    def _shown(self, address: Callable[[str], str], **more: object) -> TemplateContext:
        return {**self._context, "address": address, **more}  # type: ignore[typeddict-item]  # ours


def source_of(address: str) -> str:
    """The name of the source that MkDocs turns into a page of this address."""
    return re.sub(r"\.html$", ".md", address)
