"""The plugin `value-compass` of MkDocs.

It checks a playbook, renders an edition and puts it into the site: its navigation, its search, its frame.
What the check finds is told as MkDocs tells its own problems, so that a strict build fails on them.
"""

from __future__ import annotations

import logging
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from msgspec.structs import replace

from value_compass.generator.check.check import Checked, check
from value_compass.generator.check.report import summary, text_report
from value_compass.generator.cli.rendering import CACHE, read_history
from value_compass.generator.cli.revision import Origin, read_with_origin
from value_compass.generator.load.failure import Failure
from value_compass.generator.load.folder import CONTENT_FOLDER, SETTINGS_FILE
from value_compass.generator.load.house import TEMPLATES_FOLDER
from value_compass.generator.load.problem import Problem, Severity
from value_compass.generator.pages.changes_feed import changes_feed, feed_address
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.edition import edition_named
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.serve.files import Stamps, stamps
from value_compass.generator.serve.preview import HISTORY
from value_compass.generator.site.build import finished, parts_of
from value_compass.generator.site.definitions import words_of
from value_compass.generator.site.embedding import Embedding
from value_compass.generator.site.parts import Parts
from value_compass.language.words import speaking

_log = get_plugin_logger(__name__)

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


class PluginSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """What `mkdocs.yml` says of the plugin."""

    playbook = options.Dir(exists=True)
    """The playbook's folder, from that of `mkdocs.yml`."""
    edition = options.Optional(options.Type(str))
    """Which edition of its `site.yml`; the first one unless named."""
    at = options.Type(str, default="playbook/")
    """The folder of the site where it stands."""


class ValueCompassPlugin(Embedding, BasePlugin[PluginSettings]):  # type: ignore[no-untyped-call]  # the same
    """A plugin that puts an edition of a playbook into a site."""

    def __init__(self) -> None:
        super().__init__()
        self._serving = False
        self._seen: Stamps | None = None
        self._empty = True

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Know whether somebody is writing."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Know where the playbook stands, and how large the letters of the frame are."""
        self.at = f"{self.config.at.strip('/')}/"
        if self.at == "/":
            raise PluginError(
                "`at` is a folder of the site, such as playbook/: the site itself has its first page"
            )
        self.rem = "0.8rem" if config.theme.name == "material" else "1rem"
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Check the playbook, then add its pages."""
        folder = Path(self.config.playbook)
        now = stamps(folder, self._beside)
        if now != self._seen:
            self._seen = now
            self._read(folder)
        if self._empty:
            files.append(File.generated(config, f"{self.at}index.md", content=_nothing(self.notice)))
            return files
        return super().on_files(files, config=config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the playbook into the navigation."""
        return nav if self._empty else super().on_nav(nav, config=config, files=files)

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **more: Any) -> str:
        """Say what a page of the playbook is called."""
        return markdown if self._empty else super().on_page_markdown(markdown, page=page, **more)

    def on_page_content(self, html: str, *, page: MkDocsPage, **more: Any) -> str:
        """Put a page of the playbook in place."""
        return html if self._empty else super().on_page_content(html, page=page, **more)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Build again when the playbook changes."""
        folder = Path(self.config.playbook)
        for name in (SETTINGS_FILE, CONTENT_FOLDER, TEMPLATES_FOLDER, *self._beside):
            if (folder / name).exists():
                server.watch(str(folder / name))
        return server

    _beside: tuple[str, ...] = ()
    """The files of the house style that the settings name."""

    def _read(self, folder: Path) -> None:
        """Take what the files say now; when that has errors, keep what they said before."""
        try:
            checked, origin = read_with_origin(folder, lambda: check(folder))
            self._tell(checked)
            if checked.errors or checked.draft.settings is None:
                self._stand_in_the_way(f"{summary(checked)} in the playbook", text_report(checked))
                return
            edition = edition_named(checked.draft.settings, self.config.edition)
            # Where the playbook's own site is, is no matter here.
            settings = checked.draft.settings.model_copy(update={"site_address": None})
            playbook = seal(replace(checked.draft, settings=settings), edition, origin.revision.day)
            style = settings.house_style
            named = (style.logo, style.logo_dark, style.style_sheet) if style else ()
            self._beside = tuple(name for name in named if name)
            with speaking(playbook.words):
                self.take(self._made(playbook, origin))
        except Failure as failure:
            self._stand_in_the_way("The playbook cannot be shown", str(failure))
            return
        self._empty = False
        told = checked.warnings if self._serving else ()
        self.notice = _notice(summary(checked), text_report(checked)) if told else ""

    def _made(self, playbook: Playbook, origin: Origin) -> Parts:
        figures = Figures(playbook, origin.folder / CACHE)
        history = HISTORY if self._serving else read_history(playbook, origin, _log.info)
        pages = render_pages(playbook, figures, history)
        feed = changes_feed(playbook, history)
        words = words_of(playbook)
        texts = {page.address: finished(page, playbook.kinds, words) for page in pages}
        files = {feed_address(playbook): feed} if feed else {}
        return parts_of(playbook, pages, figures, texts, files=files)

    def _tell(self, checked: Checked) -> None:
        for problem in checked.problems:
            _log.log(_LEVELS[problem.severity], _line(problem))

    def _stand_in_the_way(self, title: str, report: str) -> None:
        """Fail the build; while somebody writes, show the last good state with what is wrong above it."""
        if not self._serving:
            raise PluginError(f"{title}:\n{report}")
        _log.error(title)
        self.notice = _notice(title, report)


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.span.line}:{problem.span.column}"
    advice = f"; {problem.advice}" if problem.advice else ""
    return f"{place}: {problem.severity}[{problem.code}] {problem.message}{advice}"


def _notice(title: str, report: str) -> str:
    return (
        f'<details class="vc-problems" open><summary>{escape(title)}</summary>'
        f'<pre tabindex="0">{escape(report)}</pre></details>'
    )


def _nothing(notice: str) -> str:
    """What is shown as long as there was no good state."""
    return f"# The playbook cannot be shown yet\n\n{notice}\n"
