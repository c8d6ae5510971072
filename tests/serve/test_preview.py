"""What a change touches, and nothing else, is made again: page by page as a whole build makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from tests.files import contents, copied
from tests.serve.conftest import DAY
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.edition import NoEdition
from value_compass.generator.playbook.playbook import seal
from value_compass.generator.serve.preview import HISTORY, Preview, Written
from value_compass.generator.site.build import build_site
from value_compass.generator.site.parts import ERROR_PAGE


def built(preview: Preview) -> list[Written]:
    checked = preview.check()
    assert not checked.errors
    return list(preview.build(checked.draft))


def files(site: Path | None) -> dict[str, bytes]:
    assert site
    return contents(site)


def whole(folder: Path, cache: Path, target: Path, edition: int = 0) -> dict[str, bytes]:
    """The site as a build from nothing makes it."""
    draft = check(folder).draft
    assert draft.settings
    # A preview does not lead to where the site will be.
    playbook = seal(draft, draft.settings.editions[edition], DAY)
    playbook = replace(playbook, settings=playbook.settings.model_copy(update={"site_address": None}))
    figures = Figures(playbook, cache)
    pages = render_pages(playbook, figures, HISTORY)
    build_site(playbook, pages, target, figures)
    return files(target)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> tuple[Bakery, Preview]:
    """A playbook and its preview, for tests that put everything back."""
    folder = tmp_path_factory.mktemp("playbook") / "bakery"
    copied(BAKERY, folder)
    preview = Preview(folder, None, DAY, cache, tmp_path_factory.mktemp("preview"))
    assert [written.everything for written in built(preview)] == ["it is the first time"]
    return Bakery(folder), preview


@pytest.fixture
def bakery(kept: tuple[Bakery, Preview]) -> Iterator[Bakery]:
    bakery, preview = kept
    before = {path: path.read_bytes() for path in bakery.folder.rglob("*.yml")}
    pages = files(preview.site)
    yield bakery
    for path in set(bakery.folder.rglob("*.yml")) - before.keys():
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)
    built(preview)
    assert differing(files(preview.site), pages) == [], "the way back leads elsewhere"


@pytest.fixture
def preview(kept: tuple[Bakery, Preview]) -> Preview:
    return kept[1]


def rename_the_workshop(bakery: Bakery) -> None:
    for path in bakery.folder.rglob("*.yml"):
        path.write_text(path.read_text().replace("workshops/menu-day", "workshops/bread-day"))
    path = bakery.path("workshops/menu-day")
    path.rename(path.with_stem("bread-day"))


Edit = Callable[[Bakery], object]

SMALL: dict[str, Edit] = {
    "name": lambda it: it.change("groups/on-time", "name: On time", "name: Never late"),
    "name of a pillar": lambda it: it.change("pillars/care", "name: Care", "name: Thinking along"),
    "name of a source": lambda it: it.change("sources/hotel-interviews", "name: ", "name: New "),
    "summary": lambda it: it.change("groups/good-bread", "summary: Every loaf", "summary: Each loaf"),
    "relation added": lambda it: it.change(
        "events/tasting-morning", "builds:", "builds:\n  - to: values/menu-ideas\n    reason: New ideas come."
    ),
    "relation removed": lambda it: it.change(
        "workshops/menu-day",
        "  - to: groups/good-bread\n    reason: Nobody plans with bread that comes back in the crates.\n",
        "",
    ),
    "help on the path": lambda it: it.change(
        "steps/know-the-kitchen",
        "done_when:",
        "helps:\n  - to: events/tasting-morning\n    reason: Cooks come along.\ndone_when:",
    ),
    "agenda": lambda it: it.change("workshops/menu-day", "Six breads", "Nine breads"),
    "alias added": lambda it: it.change(
        "events/tasting-morning", "owner:", "aliases: [Early breakfast]\nowner:"
    ),
    "link in a text": lambda it: it.change("terms/crumb", "[[groups/good-bread]]", "[[values/early-van]]"),
    "moment": lambda it: it.change(
        "cases/hotel-a", "values: [groups/straight-answers]", "values: [groups/on-time]"
    ),
    "evidence": lambda it: it.change("groups/on-time", "external: 7", "external: 5"),
    "reading path": lambda it: it.change(
        "roles/account-baker",
        "reading_path:",
        "reading_path:\n  - to: groups/on-time\n    reason: It all begins there.",
    ),
    "review": lambda it: it.change("values/early-van", "reviewed: 2026-03-01", "reviewed: 2024-03-01"),
}

WIDE: dict[str, Edit] = {
    "entry added": lambda it: it.write(
        "terms/rye", it.read("terms/crumb").replace("Crumb", "Rye").replace("Inside of the loaf", "Dark corn")
    ),
    "entry with a page of its own added": lambda it: it.write(
        "events/night-shift", it.read("events/tasting-morning").replace("Tasting morning", "Night shift")
    ),
    "entry renamed": rename_the_workshop,
    "entry shown": lambda it: it.change("terms/margin", "audience: partners", "audience: everyone"),
    "group moved to another pillar": lambda it: it.change(
        "groups/straight-answers", "pillar: reliability\norder: 2", "pillar: care\norder: 3"
    ),
    "value moved to another group": lambda it: it.change(
        "values/full-crates", "group: on-time", "group: good-bread"
    ),
    "order": lambda it: (
        it.change("values/early-van", "order: 1", "order: 2"),
        it.change("values/full-crates", "order: 2", "order: 1"),
    ),
    "colour of a pillar": lambda it: it.change("pillars/care", "#3b3f8f", "#3b3f7f"),
    "title of the playbook": lambda it: it.change("site", "title: Daily Bread", "title: Our Bread"),
    "name of a section": lambda it: it.change("site", "title: The season", "title: The year"),
}


def see(preview: Preview, edit: Callable[[], object], whole: Callable[[], dict[str, bytes]]) -> list[Written]:
    """Make an edit, and hold what is made again against a whole build."""
    first = files(preview.site)
    edit()
    written = built(preview)
    after = files(preview.site)
    assert differing(after, whole()) == []
    different = differing(first, after)
    changed = {page for page in different if page in after and page.endswith(".html")}
    told = frozenset[str]().union(*(one.pages for one in written))
    # A pillar's colour stands in styles and files of figures alone, which every page asks for anew.
    assert changed or "assets/pillars.css" in different, "an edit that changes no page shows nothing"
    led_on = {page for page in changed if b'http-equiv="refresh"' in after[page]}
    assert changed - told - led_on <= {ERROR_PAGE}
    if not written[-1].everything:
        assert len(told) < sum(page.endswith(".html") for page in after)
    return written


@pytest.mark.parametrize("name", WIDE)
def test_a_wide_change_makes_what_a_whole_build_makes(
    bakery: Bakery, preview: Preview, cache: Path, tmp_path: Path, name: str
) -> None:
    written = see(
        preview, lambda: WIDE[name](bakery), lambda: whole(bakery.folder, cache, tmp_path / "whole")
    )
    assert written[-1].everything


def test_small_changes_make_what_a_whole_build_makes_one_after_the_other(
    bakery: Bakery, preview: Preview, cache: Path, tmp_path: Path
) -> None:
    for name, edit in SMALL.items():
        written = see(preview, partial(edit, bakery), partial(whole, bakery.folder, cache, tmp_path / name))
        assert not written[-1].everything, name


def test_the_page_of_the_changed_entry_comes_first(bakery: Bakery, preview: Preview) -> None:
    bakery.change("groups/on-time", "name: On time", "name: Never late")
    first, rest = built(preview)
    assert first.pages == {"groups/on-time.html"}
    assert "values/early-van.html" in rest.pages
    assert not first.pages & rest.pages


def test_a_file_that_says_the_same_changes_no_page(bakery: Bakery, preview: Preview) -> None:
    bakery.write("groups/on-time", f"# A comment.\n{bakery.read('groups/on-time')}")
    assert [written.pages for written in built(preview)] == [frozenset()]


def test_an_edition_that_hides_entries(bakery: Bakery, cache: Path, tmp_path: Path) -> None:
    (tmp_path / "preview").mkdir()
    preview = Preview(bakery.folder, "partners-only", DAY, cache, tmp_path / "preview")
    built(preview)
    bakery.change("terms/margin", "name: Margin", "name: What is left")
    built(preview)
    assert differing(files(preview.site), whole(bakery.folder, cache, tmp_path / "whole", 1)) == []


def test_an_edition_that_is_not_there_is_refused(bakery: Bakery, cache: Path, tmp_path: Path) -> None:
    with pytest.raises(NoEdition, match="everyone, partners-only"):
        Preview(bakery.folder, "nobody", DAY, cache, tmp_path).check()


def test_pages_do_not_lead_to_where_the_site_will_be(bakery: Bakery, cache: Path, tmp_path: Path) -> None:
    bakery.change("site", "title: Daily", "site_address: https://bread.example.org/playbook/\ntitle: Daily")
    preview = Preview(bakery.folder, None, DAY, cache, tmp_path)
    built(preview)
    assert not [name for name, content in files(preview.site).items() if b"bread.example.org" in content]
