"""Hands finished pages to MkDocs, which adds its frame, navigation and search."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.page import Heading, Page, with_addresses


class _NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """The plugin is made by us and takes no settings."""


class PlaybookPlugin(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]  # the same
    """Gives MkDocs our pages instead of Markdown files.

    Args:
        pages: in reading order.
        tags: other names of a page's entries by the page's address, for the search.
        navigation: MkDocs' nav setting.
        extra: further files by address, such as redirects.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        tags: Mapping[str, Sequence[str]],
        navigation: list[Any],
        extra: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._pages = {source_of(page.address): page for page in pages}
        self._tags = tags
        self._navigation = navigation
        self._extra = extra

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a source for every page."""
        for source, page in self._pages.items():
            file = File.generated(config, source, content="")
            file.edit_uri = page.file
            files.append(file)
        for address, content in self._extra.items():
            files.append(File.generated(config, address, content=content))
        config.nav = self._navigation
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Set what the frame shows; the text itself comes finished."""
        ours = self._pages.get(page.file.src_uri)
        if ours:
            page.meta = {
                "title": ours.title,
                "description": ours.description,
                "tags": list(self._tags.get(ours.address, ())),
                "kind": ours.kind,
                "pillar": ours.pillar,
                "hide": _hidden(ours),
            }
        return ""

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Put the finished page in place."""
        ours = self._pages[page.file.src_uri]
        page.toc = _contents(ours.headings)
        return with_addresses(ours.html, ours.address)


def _hidden(page: Page) -> list[str]:
    """The side columns that a page does without."""
    if page.section is None:
        return ["navigation", "toc"]
    return [] if page.headings else ["toc"]


def source_of(address: str) -> str:
    """The name of the source that MkDocs turns into a page of this address."""
    return re.sub(r"\.html$", ".md", address)


def _contents(headings: Sequence[Heading]) -> TableOfContents:
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.title, heading.id, heading.level)
        if heading.level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)
