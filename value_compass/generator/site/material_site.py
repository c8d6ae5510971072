"""A site in Material's frame, which MkDocs writes; and single pages of it as MkDocs left it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from value_compass.generator.load.failure import Failure
from value_compass.generator.load.scratch import scratch
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.site.build import Pages
from value_compass.generator.site.embedding import taken_for_page
from value_compass.generator.site.material import MaterialPlugin, NoSettings, material_theme
from value_compass.generator.site.parts import Parts
from value_compass.generator.site.written import write_files


class SiteFailure(Failure):
    """The site could not be built; the message says why."""

    exit_status = 1


def put_into_material(playbook: Playbook, parts: Parts, target: Path) -> Pages:
    """Let MkDocs write the site.

    Args:
        playbook: what the edition shows.
        parts: what the site is put together from.
        target: the folder to write, which must not exist yet.

    Returns:
        What makes single pages of it again.

    Raises:
        SiteFailure: when MkDocs refuses.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    frame, kept = MaterialPlugin(parts, playbook), _Keeper()
    with scratch("compass-site-") as folder:
        sources = folder / "docs"
        sources.mkdir()
        config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
        config.load_dict(
            {
                "site_name": playbook.settings.title,
                "site_url": playbook.settings.site_address,
                "docs_dir": str(sources),
                "site_dir": str(target.resolve()),
                "use_directory_urls": False,
                # MkDocs would leave out what stands in a folder of this name, which a section may have.
                "exclude_docs": "!/templates/",
                "theme": dict(material_theme(playbook)),
                "plugins": ["search"],
                "copyright": escape(f"{playbook.settings.title}, {playbook.settings.organisation}"),
                "extra": {"generator": False},
                "strict": True,
            }
        )
        for setting, refusal in config.validate()[0]:
            raise SiteFailure(f"{setting}: {refusal}")
        for plugin in (frame, kept):
            config.plugins[type(plugin).__name__] = plugin
        try:
            mkdocs_build(config)
        except (Abort, MkDocsException) as failure:
            raise SiteFailure(str(failure)) from failure
    write_files(((at, content) for at, content in parts.extra.items() if taken_for_page(at)), target)
    return lambda now, addresses: _pages(frame, kept, now, addresses)


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


def _pages(
    frame: MaterialPlugin, kept: _Keeper, parts: Parts, addresses: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Some pages by their addresses, as MkDocs makes them."""
    frame.take(parts)
    for file in kept.files.documentation_pages():
        if file.dest_uri in addresses and file.page:
            yield file.dest_uri, _page(kept, file.page)


def _page(kept: _Keeper, page: Page) -> str:
    """A page taken through all that MkDocs does with it; it has no function for one page alone."""
    config, files, nav = kept.settings, kept.files, kept.navigation
    tell = config.plugins
    page = tell.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = tell.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = tell.on_page_content(page.content or "", page=page, config=config, files=files)
    page.active = True
    context = tell.on_page_context(get_context(nav, files, config, page), page=page, config=config, nav=nav)
    template = kept.environment.get_template(page.meta.get("template", "main.html"))
    html = tell.on_post_page(template.render(context), page=page, config=config)
    page.active = False
    return html
