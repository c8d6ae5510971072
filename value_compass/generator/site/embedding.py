"""A playbook's pages in the frame of another theme of MkDocs: its navigation, search, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from value_compass.generator.pages.page import Page, relative_address
from value_compass.generator.site.download import Download
from value_compass.generator.site.house import STYLES as HOUSE
from value_compass.generator.site.parts import (
    EVERY_PAGE,
    OF_THE_FRAME,
    SITEMAP,
    SOME_PAGES,
    THEME,
    Parts,
    scripts_for,
)
from value_compass.generator.site.scoped import ROOT, scoped
from value_compass.generator.site.search import SEARCH_INDEX

STYLES = "assets/embedded.css"
"""Where the styles of every page are."""

EMBEDDED = Path(__file__).parents[2] / "theme" / "embedded"
"""What pages need in another frame."""

_STYLES = (*EVERY_PAGE, *SOME_PAGES)
"""Our styles of every page, but for those of our frame and of printing."""

_OF_THE_FRAME = frozenset(
    {
        *(Path(style).name for style in (*_STYLES, *OF_THE_FRAME)),
        *("search.css", "frame.js", "missing.js", "scheme.js", "search-box.js", "search.js"),
    }
)
"""Styles and scripts that only our own frame has, or that stand in the styles of every page."""

_WORDS = ("assets/messages.js", "assets/words.js")
"""The scripts that all others need."""


_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
_SVG_LINK = re.compile(r"(<\w+\b[^>]*?) href=")


class Embedding:
    """What a plugin does to put finished pages into whatever frame there is.

    Only public functions of MkDocs are used, so that it stands beside other plugins.
    """

    at: str = ""
    """The folder of the playbook in the site; empty, or ending in `/`."""
    rem: str = "1rem"
    """How long 16 px are in the frame."""
    notice: str = ""
    """What stands above every page."""
    parts: Parts

    def take(self, parts: Parts) -> None:
        """Show these parts from now on."""
        self.parts = parts
        self._addresses = {f"{self.at}{source_of(address)}": address for address in parts.texts}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a source for every page, and the files beside them."""
        for source in self._addresses:
            _add(files, File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        for address, content in self._files():
            _add(files, File.generated(config, f"{self.at}{address}", content=content))
        return files

    def _files(self) -> Iterator[tuple[str, str | bytes]]:
        """Styles, scripts, and what else lies beside the pages."""
        given = self.parts.extra
        ours = [given.get(style) or (THEME / style).read_text("utf-8") for style in _STYLES]
        before, letters, ground = (
            (EMBEDDED / f"{name}.css").read_text("utf-8") for name in ("embedded", "letters", "ground")
        )
        styles = [before, *ours, letters, given.get(HOUSE, ""), ground]
        yield STYLES, scoped(map(str, styles), self.rem)
        for path in sorted((THEME / "assets").iterdir()):
            if path.name not in _OF_THE_FRAME:
                text = path.read_text("utf-8")
                yield f"assets/{path.name}", scoped([text], self.rem) if path.suffix == ".css" else text
        for address, content in self.parts.extra.items():
            if address not in {SITEMAP, SEARCH_INDEX} and not taken_for_page(address):
                yield address, content

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the playbook into the navigation: where it names the first page, else at its end."""
        first = f"{self.at}index.md"
        title = self.parts.context["settings"].title
        if not _replaced(nav.items, first, lambda found: self._section(files, found.title or title)):
            nav.items.append(self._section(files, title))
        _link(nav)
        return nav

    def _section(self, files: Files, title: str) -> Section:
        section = Section(title, list(self._items(files)))
        _set_parents(section)
        return section

    def _items(self, files: Files) -> Iterator[MkDocsPage | Section]:
        """The first page, then every section with its kinds."""
        pages = [frame.page for frame in self.parts.frames.values()]
        yield self._page(files, next(page for page in pages if page.section is None))
        for section in self.parts.context["settings"].sections:
            own = [page for page in pages if page.section == section.id and page.level < 3]
            if own:
                yield Section(section.title, list(self._within(files, own)))

    def _within(self, files: Files, pages: Sequence[Page]) -> Iterator[MkDocsPage | Section]:
        for page in pages:
            below = [one for one in pages if one.level == 2 and one.kind == page.kind]
            if page.level == 1 and page.kind and below:
                yield Section(page.title, [self._page(files, one) for one in (page, *below)])
            elif page.level < 2:
                yield self._page(files, page)

    def _page(self, files: Files, page: Page) -> MkDocsPage:
        file = files.get_file_from_path(f"{self.at}{source_of(page.address)}")
        if file is None or file.page is None:
            raise PluginError(f"another plugin took the page {page.address} away")
        return file.page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Say what the page is called; the text itself comes finished."""
        own = self._own(page)
        if own is None:
            return markdown
        page.meta = {"title": own.title, "description": own.description}
        if "vc-wide" in self.parts.texts[own.address]:
            page.meta["hide"] = ["toc"]
        return ""

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Put the finished page in place, with its headings and the link to its file."""
        own = self._own(page)
        if own is None:
            return html
        page.toc = TableOfContents(list(_headings(own)))
        edit = self.parts.context["edit_address"]
        page.edit_url = edit.replace("{file}", own.file) if edit and own.file else None
        return self._text(own)

    def _own(self, page: MkDocsPage) -> Page | None:
        address = self._addresses.get(page.file.src_uri)
        return self.parts.frames[address].page if address is not None else None

    def _download(self, book: Download) -> str:
        """A line that leads to the book."""
        return f'<p><a href="{escape(book.name)}">{escape(book.words)}</a></p>'

    def _text(self, page: Page) -> str:
        text = self.parts.texts[page.address]
        beside = [asset for asset in page.assets if asset.endswith((".css", ".js"))]
        scripts = [*_WORDS, *scripts_for(text), *_ending(beside, ".js")]
        styles = [STYLES, *_ending(beside, ".css")]
        pillar = f" vc-pillar-{page.pillar}" if page.pillar else ""
        kind = f" vc-of-{page.kind}" if page.kind else ""

        def there(address: str) -> str:
            return escape(relative_address(address, page.address))

        return "\n".join(
            (
                f'<div class="{ROOT}">',
                *(f'<link rel="stylesheet" href="{there(style)}">' for style in styles),
                self.notice,
                f'<div class="vc-text{kind}{pillar}">',
                _SVG.sub(_without_plain_href, text),
                *(() if page.section else map(self._download, self.parts.context["downloads"])),
                "</div>",
                *(f'<script src="{there(script)}" defer></script>' for script in scripts),
                "</div>",
            )
        )


def source_of(address: str) -> str:
    """The name of the source that MkDocs turns into a page of this address."""
    return re.sub(r"\.html$", ".md", address)


def taken_for_page(address: str) -> bool:
    """Whether MkDocs would take a file beside the pages for the source of a page."""
    return address.endswith(".md")


def _without_plain_href(drawing: re.Match[str]) -> str:
    """A drawing whose links have the older form: scripts of a frame take any `href` for one of HTML."""
    return _SVG_LINK.sub(r"\1 xlink:href=", drawing[0])


def _ending(addresses: Iterable[str], ending: str) -> Iterator[str]:
    return (address for address in addresses if address.endswith(ending))


def _add(files: Files, file: File) -> None:
    """Add a file at the address that its name says, whether or not the site gives pages folders."""
    if files.get_file_from_path(file.src_uri):
        raise PluginError(
            f"{file.src_uri} is there already; keep the playbook's folder free, or name another with `at`"
        )
    file.use_directory_urls = False
    files.append(file)


def _headings(page: Page) -> Iterator[AnchorLink]:
    above: AnchorLink | None = None
    for heading in page.headings:
        link = AnchorLink(escape(heading.title), heading.id, heading.level)
        if heading.level > 2 and above:
            above.children.append(link)
            continue
        if above:
            yield above
        above = link
    if above:
        yield above


def _replaced(items: list[Any], source: str, section: Any) -> bool:
    """Put the section where the navigation has a page."""
    for place, item in enumerate(items):
        if isinstance(item, MkDocsPage) and item.file.src_uri == source:
            above = item.parent  # the page itself goes into the section
            items[place] = made = section(item)
            made.parent = above
            return True
        if isinstance(item, Section) and _replaced(item.children, source, section):
            return True
    return False


def _set_parents(section: Section) -> None:
    for child in section.children:
        child.parent = section
        if isinstance(child, Section):
            _set_parents(child)


def _link(nav: Navigation) -> None:
    """Say anew which page comes before and after which."""
    nav.pages[:] = [page for item in nav.items for page in _pages(item)]
    for before, page, after in zip([None, *nav.pages], nav.pages, [*nav.pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def _pages(item: Any) -> Iterator[MkDocsPage]:
    if isinstance(item, MkDocsPage):
        yield item
    for child in item.children or ():
        yield from _pages(child)
