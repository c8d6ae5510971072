"""A part of the book and a role's pack, read back from their PDFs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.book.book import BookFailure, build_book
from generator.book.extracts.choose import Choice, pack, part
from generator.book.imprint import Imprint
from generator.pages.page import Page
from generator.playbook.playbook import Playbook
from schemas.route import Role
from tests.book.shop import DAY, ENTRIES, print_pages, read_playbook, write_playbook
from tests.book.test_book import outline, plain, targets

PATH = "reading_path: [{to: values/openness, reason: Start there.}]"
READ = """\
reading_path:
  - {to: terms/compost, reason: You stand in it.}
  - {to: events/storm, reason: It will come.}
  - {to: values/openness, reason: Say it.}
  - {to: steps/meet, reason: Then begin.}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Playbook, tuple[Page, ...]]:
    entries = {**ENTRIES, "roles/gardener": ENTRIES["roles/gardener"].replace(PATH, READ)}
    playbook = read_playbook(write_playbook(tmp_path_factory.mktemp("shop"), entries))
    return playbook, print_pages(playbook)


def printed(made: tuple[Playbook, tuple[Page, ...]], choice: Choice, target: Path) -> PdfReader:
    extract = choice(*made)
    build_book(made[0], extract.pages, target, Imprint("abc1234", DAY), extract=extract)
    return PdfReader(target)


@pytest.fixture(scope="module")
def path(made: tuple[Playbook, tuple[Page, ...]], tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    section = next(section for section in made[0].settings.sections if section.id == "path")
    return printed(made, part(section), tmp_path_factory.mktemp("part") / "path.pdf")


@pytest.fixture(scope="module")
def gardeners(made: tuple[Playbook, tuple[Page, ...]], tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    role = made[0].of(Role)[0]
    return printed(made, pack(role), tmp_path_factory.mktemp("pack") / "pack.pdf")


def entries_of(reader: PdfReader) -> list[str]:
    return [plain(entry.title or "") for level, entry in outline(reader.outline) if level == 2]


def text_of(reader: PdfReader) -> str:
    return plain(" ".join(page.extract_text() for page in reader.pages))


def test_a_part_holds_its_own_entries_and_no_other(path: PdfReader) -> None:
    assert entries_of(path) == ["Meet", "Partner in the garden", "At the door", "Planting day"]


def test_a_part_says_on_its_cover_which_it_is_and_keeps_its_number(path: PdfReader) -> None:
    assert "Extract: part 2, The path" in plain(path.pages[0].extract_text())
    assert path.metadata
    assert path.metadata.title == "Growing together: Extract: part 2, The path"
    opening = next(page for page in path.pages if "One step after the other." in plain(page.extract_text()))
    assert plain(opening.extract_text()).startswith("2 The path")


@pytest.mark.parametrize("which", ["path", "gardeners"])
def test_numbers_lead_to_pages_of_the_extract_and_what_is_left_out_is_a_name(
    which: str, request: pytest.FixtureRequest
) -> None:
    reader: PdfReader = request.getfixturevalue(which)
    own = {plain(title or "") for title in entries_of(reader)}
    begins = {
        plain(entry.title or ""): reader.get_destination_page_number(entry) + 1
        for level, entry in outline(reader.outline)
        if level == 2
    }
    text = text_of(reader)
    numbered = set(re.findall(r"([A-Z][\w ]*?) \(?p\. (\d+)", text))
    found = {(name, int(number)) for line, number in numbered for name in own if line.endswith(name)}
    assert found
    assert all(begins[name] == number for name, number in found)
    assert len(numbered) == len({line for line, _ in numbered if any(line.endswith(name) for name in own)})
    for page in reader.pages:
        shown = set(map(int, re.findall(r"\bp\. (\d+)", plain(page.extract_text()))))
        assert shown <= set(targets(reader, page))


def test_what_a_part_leaves_out_keeps_its_name_and_reason(path: PdfReader) -> None:
    text = text_of(path)
    assert re.search(r"Honest advice ?Begin with advice\.", text)
    assert re.search(r"Patience ?Plants take time\.", text)
    assert "Openness" not in [entry.title for _, entry in outline(path.outline)]


def test_a_part_lists_its_own_entries_alone_in_contents_and_index(path: PdfReader) -> None:
    contents = plain(path.pages[2].extract_text())
    index = plain(path.pages[-1].extract_text())
    for named in (contents, index):
        assert "Planting day" in named
        assert "Storm" not in named
        assert "Compost" not in named


def test_a_pack_holds_the_role_then_what_it_reads_in_its_order(gardeners: PdfReader) -> None:
    assert entries_of(gardeners) == ["Gardener", "Compost", "Storm", "Openness", "Meet"]
    text = text_of(gardeners)
    assert "Reading pack: Gardener" in plain(gardeners.pages[0].extract_text())
    reasons = ["You stand in it.", "It will come.", "Say it.", "Then begin."]
    places = [text.index(reason) for reason in reasons]
    assert places == sorted(places)


def test_an_entry_that_shares_a_page_has_its_own_lines_of_it_in_a_pack(gardeners: PdfReader) -> None:
    text = text_of(gardeners)
    assert "Term Compost What plants become." in text
    assert "How a statement follows from its source." not in text


def test_a_role_that_reads_nothing_is_told_by_its_name(tmp_path: Path) -> None:
    entries = {**ENTRIES, "roles/gardener": ENTRIES["roles/gardener"].replace(PATH, "")}
    playbook = read_playbook(write_playbook(tmp_path, entries))
    choice = pack(playbook.of(Role)[0])
    with pytest.raises(BookFailure, match=r'"Gardener".* reading_path in content/roles/gardener\.yml'):
        choice(playbook, print_pages(playbook))


def test_a_link_to_nowhere_stops_an_extract_too(
    made: tuple[Playbook, tuple[Page, ...]], tmp_path: Path
) -> None:
    playbook, pages = made
    broken = tuple(
        page
        if page.title != "Meet"
        else Page(
            page.address, page.title, page.description, page.html.replace("entry:events/storm", "entry:events/gone"),
            page.headings, page.section, page.kind, page.entries, page.file, page.level,
        )
        for page in pages
    )  # fmt: skip
    section = next(section for section in playbook.settings.sections if section.id == "path")
    with pytest.raises(BookFailure, match='"Meet" leads to events/gone'):
        printed((playbook, broken), part(section), tmp_path / "part.pdf")
