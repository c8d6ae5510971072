"""Parts of the book that a build offers: each section leads to its own, and each role to what it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.book.reading import printed
from tests.check.bakery import Bakery
from tests.cli.test_handing_out import built, read
from tests.examples.overlay import BAKERY
from value_compass.schemas.kinds import KINDS
from value_compass.schemas.route import Role


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return built(BAKERY, tmp_path_factory.mktemp("build") / "build")


def led_to(page: Path) -> list[Path]:
    """The parts of the book that a page leads to."""
    found = re.findall(r'href="([^"]*prints/(?:part|role)-[^"]+)"', page.read_text("utf-8"))
    return [(page.parent / address).resolve() for address in found]


def test_each_section_leads_to_its_part_of_the_book(site: Path) -> None:
    for section in read(BAKERY).settings.sections:
        page = site / section.id / "index.html"
        assert led_to(page) == [site / f"prints/part-{section.id}.pdf"]
        assert section.title in printed(led_to(page)[0])[0]
        assert re.search(r"This part of the book</a> <span[^>]*>PDF, \d+\.\d MB<", page.read_text("utf-8"))


def test_each_role_leads_to_what_it_reads(site: Path) -> None:
    playbook = read(BAKERY)
    roles = [role for role in playbook.of(Role) if role.reading_path]
    assert roles
    for role in roles:
        (pack,) = led_to(site / f"roles/{role.reference.id}.html")
        said = printed(pack)
        assert role.name in said[0]
        assert all(playbook[one.to].name in " ".join(said) for one in role.reading_path)


def test_no_other_page_leads_to_one(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if led_to(page)]
    assert len(pages) == len(list(site.glob("prints/part-*.pdf"))) + len(list(site.glob("prints/role-*.pdf")))


def test_a_part_says_nothing_that_the_edition_hides(site: Path) -> None:
    assert "terms/margin" not in map(str, read(BAKERY).entries)
    for file in site.glob("prints/*-*.pdf"):
        assert "Margin per crate" not in " ".join(printed(file))


def test_a_book_of_one_part_is_not_cut_and_who_reads_nothing_has_no_pack(
    bakery: Bakery, tmp_path: Path
) -> None:
    before, _, sections = bakery.read("site").partition("sections:\n")
    after = sections[sections.index("audiences:") :]
    kinds = ", ".join(kind for kind in KINDS if read(bakery.folder).of_kind(kind))
    words = "title: All, summary: All of it., introduction: Begin here."
    bakery.write("site", f"{before}sections:\n  - {{id: all, {words}, kinds: [{kinds}]}}\n{after}")
    for role in bakery.folder.glob("content/roles/*.yml"):
        text = role.read_text("utf-8")
        role.write_text(re.sub(r"^reading_path:\n(?:  .*\n)+", "", text, flags=re.MULTILINE), "utf-8")
    site = built(bakery.folder, tmp_path / "build")
    assert (site / "prints").is_dir()
    assert not [*site.glob("prints/part-*"), *site.glob("prints/role-*")]
    assert "This part of the book" not in (site / "all/index.html").read_text("utf-8")
