"""Hands finished pages to MkDocs, which puts them into our frame and writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
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
from msgspec import Struct

from value_compass.generator.pages.page import relative_address
from value_compass.generator.pages.sandbox import environment
from value_compass.generator.site.definitions import DEFINED
from value_compass.generator.site.figure_files import SAVE_PNG
from value_compass.generator.site.frame import Frame
from value_compass.generator.site.sent import script_as_sent, style_as_sent
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


class Parts(Struct, frozen=True):
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


EVERY_PAGE = ("figures.css", PILLARS, "assets/compass.css")
"""Styles of every page, in whatever frame."""

SOME_PAGES = (
    "assets/entry.css",
    "assets/home.css",
    "assets/lists.css",
    "assets/glossary.css",
    "assets/workshop.css",
    "assets/cases.css",
    "assets/heat.css",
    "assets/working.css",
    "assets/metrics.css",
    "assets/assessment.css",
    "assets/self-check.css",
)
"""Styles that a page asks for where it uses one of their classes. What is for paper stands at their end."""

_SOME_SCRIPTS = (
    ("assets/figures.js", SAVE_PNG),
    ("assets/definitions.js", DEFINED),
    ("assets/edit.js", "data-edit="),
)
"""Scripts that a page asks for where it has what they work on, and how one sees that."""

OF_THE_FRAME = ("assets/frame.css", "assets/print.css")
"""Styles of our own frame."""


def scripts_for(text: str) -> list[str]:
    """The scripts that a page needs for what it has, beside its own."""
    return [script for script, sign in _SOME_SCRIPTS if sign in text]


def _needed(styles: Iterable[str], text: str) -> list[str]:
    """The styles of every page, and of the others those of which a page uses a class."""
    used = set(_NAME.findall(text))
    return [one for one in styles if one not in SOME_PAGES or used & _own_classes(one)]


@cache
def _own_classes(style: str) -> frozenset[str]:
    """The classes for whose looks on the screen a page needs this style."""
    common = (THEME / one for one in (*EVERY_PAGE, *OF_THE_FRAME[:1]) if one != PILLARS)
    screen = (THEME / style).read_text(encoding="utf-8").partition("@media print")[0]
    everywhere = {found for one in common for found in _CLASS.findall(one.read_text(encoding="utf-8"))}
    return frozenset(set(_CLASS.findall(screen)) - everywhere)


_INDENTATION = re.compile(r"\n[ \t]+")

_NAME = re.compile(r"vc-[\w-]+")

_CLASS = re.compile(r"\.(vc-[\w-]+)")


class NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Plugins that we make ourselves take no settings."""


class _Finished(MkDocsPage):
    """A page of which MkDocs reads nothing, and makes nothing out of Markdown."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing."""
        self.content = ""


class PlaybookPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]  # the same
    """A plugin that gives MkDocs our pages instead of Markdown files, and our frame instead of its own.

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
        """Add a source for every page, and our styles and scripts as they are sent."""
        for ending, as_sent in ((".css", style_as_sent), (".js", script_as_sent)):
            for file in [one for one in files if one.src_uri.endswith(ending)]:
                files.remove(file)
                files.append(File.generated(config, file.src_uri, content=as_sent(file.content_string)))
        for source in self._texts:
            file = File.generated(config, source, content="")
            _Finished(self._frames[source].page.title, file, config)
            files.append(file)
        for address, content in self._extra.items():
            files.append(File.generated(config, address, content=content))
        config.nav = list(self._texts)
        return files

    def on_env(self, _: Environment, /, **__: Any) -> Environment:
        """The templates of the frame, and the playbook's over them."""
        env = environment(THEME, self._context["templates"], "site", trim_blocks=True, lstrip_blocks=True)
        env.globals.update(SAYS)
        return env

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
            scripts=scripts_for(text),
        )

    def on_post_page(self, output: str, **_: Any) -> str:
        """Leave out the indentation of templates, but for a page that shows text as it was typed."""
        return output if "<pre" in output else _INDENTATION.sub("\n", output)

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
