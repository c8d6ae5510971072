"""Every page that a playbook asks for is on its site, whatever its sections and entries are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from tests.files import broken_links
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import seal
from value_compass.generator.site.build import build_site


@pytest.mark.parametrize(
    "names", [("templates", "404", "img"), ("assets", "node-modules", "index"), ("docs", "season", "larder")]
)
def test_a_section_of_any_name_has_its_page(bakery: Bakery, tmp_path: Path, names: tuple[str, ...]) -> None:
    for before, name in zip(("table", "season", "larder"), names, strict=True):
        bakery.change("site", f"  - id: {before}\n", f'  - id: "{name}"\n')
    rounds = bakery.read("kinds/rounds")
    bakery.write("kinds/rounds", rounds.replace("section: larder", f'section: "{names[2]}"'))
    bakery.change("terms/crumb", "aliases:\n", "aliases:\n  - Con\n  - Templates\n  - Readme\n")
    checked = bakery.check()
    draft = checked.draft
    assert not checked.errors
    assert draft.settings
    playbook = seal(draft, draft.settings.editions[0])
    figures = Figures(playbook, tmp_path / "cache")
    pages = render_pages(playbook, figures)
    build_site(playbook, pages, tmp_path / "site", figures)
    assert not [page.address for page in pages if not (tmp_path / "site" / page.address).is_file()]
    assert not broken_links(tmp_path / "site")
    assert (tmp_path / "site/terms/templates.html").is_file()
    assert not (tmp_path / "site/terms/con.html").exists()
