"""Single pages through MkDocs, as its last full build left it: what the live preview needs of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.build import put_together
from value_compass.generator.site.material import MaterialPlugin
from value_compass.generator.site.plugin import NoSettings, Parts, PlaybookPlugin, source_of


class Engine:
    """A site that was built whole, of which single pages and files can be written again.

    Args:
        playbook: what the edition shows.
        parts: what the site is put together from.
        target: the folder to write, which must not exist yet.

    Raises:
        SiteFailure: when MkDocs refuses.
    """

    def __init__(self, playbook: Playbook, parts: Parts, target: Path) -> None:
        self.target = target
        self._kept = _Keeper()
        put_together(playbook, parts, target, self._kept)

    def write(self, parts: Parts, pages: Collection[str]) -> None:
        """Write some pages again.

        Args:
            parts: what the site is put together from now; it has the same pages as before.
            pages: the addresses of those to write.
        """
        plugins = self._kept.settings.plugins.values()
        plugin = next(one for one in plugins if isinstance(one, PlaybookPlugin | MaterialPlugin))
        plugin.take(parts)
        sources = {source_of(address) for address in pages}
        for file in self._kept.files.documentation_pages():
            if file.src_uri in sources and file.page:
                self._write_page(file.page)

    def _write_page(self, page: Page) -> None:
        """Take a page through all that MkDocs does with it; it has no function for one page alone."""
        config, files, nav = self._kept.settings, self._kept.files, self._kept.navigation
        tell = config.plugins
        page = tell.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = tell.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = tell.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        context = get_context(nav, files, config, page)
        context = tell.on_page_context(context, page=page, config=config, nav=nav)
        template = self._kept.environment.get_template(page.meta.get("template", "main.html"))
        html = tell.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)

    def write_extra(self, address: str, content: str | bytes) -> None:
        """Write a file beside the pages."""
        File.generated(self._kept.settings, address, content=content).copy_file()

    def remove(self, address: str) -> None:
        """Take a file away."""
        (self.target / address).unlink(missing_ok=True)


class _Keeper(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """A keeper of what MkDocs made in a build and would throw away."""

    settings: MkDocsConfig
    files: Files
    environment: Environment
    navigation: Navigation

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the templates, the settings and the list of files."""
        self.environment, self.settings, self.files = env, config, files
        return env

    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        """Keep the navigation."""
        self.navigation = nav
        return nav
