"""The pages of a playbook, and the same pages as Markdown: what MkDocs would be given."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import yaml

from benchmarks.grown import ROOT
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page, with_addresses
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal


def pages_of(folder: Path, cache: Path) -> tuple[Page, ...]:
    """The pages of a playbook's site.

    Args:
        folder: the playbook's.
        cache: a folder that keeps drawn graphs.
    """
    draft = check(folder).draft
    if draft.settings is None:
        sys.exit("The playbook has errors: run `compass check`.")
    playbook = seal(draft, draft.settings.editions[0])
    return render_pages(playbook, Figures(playbook, cache))


def entries_for(pages: int, model: Path = ROOT) -> int:
    """How many entries a playbook needs to have so many pages, where each further one has a page."""
    with tempfile.TemporaryDirectory() as cache:
        now = len(pages_of(model, Path(cache)))
    entries = sum(1 for _ in (model / "content").rglob("*.yml"))
    return entries + pages - now


def as_markdown(pages: Sequence[Page], playbook: Path, folder: Path) -> Path:
    """Write the text of every page as Markdown, for MkDocs with Material.

    The navigation is pruned: else every page lists all pages, which nobody does who has many.

    Returns:
        The settings for MkDocs.
    """
    kinds = check(playbook).draft.kinds
    for page in pages:
        text = _Text()
        text.feed(
            with_addresses(page.html, page.address, kinds).replace('.html"', '.md"').replace(".html#", ".md#")
        )
        file = folder / "docs" / page.address.replace(".html", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(text.said).strip() + "\n", encoding="utf-8")
    settings = folder / "mkdocs.yml"
    shown = {
        "site_name": "Same pages",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "use_directory_urls": False,
    }
    settings.write_text(yaml.safe_dump(shown), encoding="utf-8")
    return settings


class _Text(HTMLParser):
    """The headings, paragraphs, lists and links of a page as Markdown; figures are left out."""

    _STARTS = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "li": "\n- ", "p": "\n\n", "tr": "\n\n"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._figure = 0
        self._target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._figure += tag == "svg"
        if self._figure:
            return
        self.said.append(self._STARTS.get(tag, ""))
        if tag == "a":
            self._target = dict(attrs).get("href") or ""
            self.said.append("[")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and not self._figure:
            self.said.append(f"]({self._target})")
        self._figure -= tag == "svg"

    def handle_data(self, data: str) -> None:
        if not self._figure:
            self.said.append(" ".join(data.split()) + " " if data.strip() else "")
