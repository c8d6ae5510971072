"""A part of the book and a role's pack, read back from their PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.book.reading import outline, plain
from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from tests.book.test_book import links, places
from value_compass.generator.book.book import build_book
from value_compass.generator.book.compose import Extract
from value_compass.generator.book.extracts.part import part
from value_compass.generator.book.extracts.reading_pack import pack
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.playbook.playbook import Playbook
from value_compass.schemas.route import Role

PATH = "reading_path: [{to: values/openness, reason: Start there.}]"
READ = """\
reading_path:
  - {to: terms/compost, reason: You stand in it.}
  - {to: events/storm, reason: It will come.}
  - {to: values/openness, reason: Say it.}
  - {to: steps/meet, reason: Then begin.}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    entries = {**ENTRIES, "roles/gardener": ENTRIES["roles/gardener"].replace(PATH, READ)}
    return read_playbook(write_playbook(tmp_path_factory.mktemp("shop"), entries))


def printed(shop: Playbook, extract: Extract, target: Path) -> PdfReader:
    build_book(shop, target, Imprint("abc1234", DAY), extract=extract)
    return PdfReader(target)


@pytest.fixture(scope="module")
def path(shop: Playbook, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    section = next(section for section in shop.settings.sections if section.id == "path")
    return printed(shop, part(shop, section), tmp_path_factory.mktemp("part") / "path.pdf")


@pytest.fixture(scope="module")
def gardeners(shop: Playbook, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    role = shop.of(Role)[0]
    return printed(shop, pack(shop, role), tmp_path_factory.mktemp("pack") / "pack.pdf")


def entries_of(reader: PdfReader) -> list[str]:
    return [plain(entry.title or "") for _, entry in outline(reader.outline)]


def text_of(reader: PdfReader) -> str:
    return plain(" ".join(page.extract_text() for page in reader.pages))


def test_a_part_holds_its_own_entries_and_no_other(path: PdfReader) -> None:
    found = entries_of(path)
    assert {"Meet", "Partner in the garden", "At the door", "Planting day"} <= set(found)
    assert not {"Openness", "Storm", "Gardener"} & set(found)


def test_a_part_says_on_its_cover_which_it_is(path: PdfReader) -> None:
    assert "Extract: part 2, The path" in plain(path.pages[0].extract_text())
    assert path.metadata
    assert path.metadata.title == "Growing together: Extract: part 2, The path"
    assert "One step after the other." in text_of(path)


@pytest.mark.parametrize("which", ["path", "gardeners"])
def test_every_link_leads_to_a_place_of_the_extract(which: str, request: pytest.FixtureRequest) -> None:
    reader: PdfReader = request.getfixturevalue(which)
    known = places(reader)
    found = links(reader)
    assert found
    assert {label for _, _, label in found} <= known.keys()


def test_what_a_part_leaves_out_keeps_its_name_and_reason(path: PdfReader) -> None:
    text = text_of(path)
    assert "Begin with advice." in text
    assert "Plants take time." in text


def test_a_part_lists_its_own_entries_alone_in_contents_and_index(path: PdfReader) -> None:
    index = next(page for page in reversed(path.pages) if "other names" in page.extract_text())
    for named in (plain(path.pages[2].extract_text()), plain(index.extract_text())):
        assert "Planting day" in named
        assert "Storm" not in named
        assert "Compost" not in named


def test_a_pack_holds_the_role_then_what_it_reads_in_its_order(gardeners: PdfReader) -> None:
    known = places(gardeners)
    order = ["roles/gardener", "terms/compost", "events/storm", "values/openness", "steps/meet"]
    pages = [known[label] for label in order]
    assert pages == sorted(pages)
    text = text_of(gardeners)
    assert "Reading pack: Gardener" in plain(gardeners.pages[0].extract_text())
    reasons = ["You stand in it.", "It will come.", "Say it.", "Then begin."]
    found = [text.index(reason) for reason in reasons]
    assert found == sorted(found)


def test_an_entry_that_shares_a_page_has_lines_of_its_own_in_a_pack(gardeners: PdfReader) -> None:
    assert "What plants become." in text_of(gardeners)


def test_a_role_that_reads_nothing_is_told_by_its_name(tmp_path: Path) -> None:
    entries = {**ENTRIES, "roles/gardener": ENTRIES["roles/gardener"].replace(PATH, "")}
    playbook = read_playbook(write_playbook(tmp_path, entries))
    with pytest.raises(BookFailure, match=r'"Gardener".* reading_path in content/roles/gardener\.yml'):
        pack(playbook, playbook.of(Role)[0])
