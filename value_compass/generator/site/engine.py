"""Single pages through MkDocs, as its last full build left it: what the live preview needs of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

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
        config, files = self._kept.settings, self._kept.files
        plugin = next(
            one for one in config.plugins.values() if isinstance(one, PlaybookPlugin | MaterialPlugin)
        )
        plugin.take(parts)
        sources = {source_of(address) for address in pages}
        documents = files.documentation_pages()
        for file in documents:
            if file.src_uri in sources and file.page:
                _populate_page(file.page, config, files)
                _build_page(file.page, config, documents, self._kept.navigation, self._kept.environment)

    def write_extra(self, address: str, content: str | bytes) -> None:
        """Write a file beside the pages."""
        File.generated(self._kept.settings, address, content=content).copy_file()

    def remove(self, address: str) -> None:
        """Take a file away."""
        (self.target / address).unlink(missing_ok=True)


class _Keeper(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Keeps what MkDocs made in a build and would throw away."""

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
