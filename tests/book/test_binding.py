"""Parts of a book that are made ready by themselves and joined, read back from the file."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
import typst
from pypdf import PdfReader

from tests.book.shop import DAY, ENTRIES, read_playbook, write_playbook
from tests.book.test_book import links, places
from value_compass.generator.book import binding, book
from value_compass.generator.book.binding import START, Gathering, bound, ready
from value_compass.generator.book.book import build_book
from value_compass.generator.book.failure import BookFailure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.objects import objects_of
from value_compass.generator.book.outline import Bookmark

NAMES = {"events/first": "First (of (all", "events/storm": "Sturm auf hoher See, größer"}

HEADING = "= Object 12 0 R (with (brackets)"

TABLE = "#table(columns: 2, table.header[Who][What], quote(quotes: false)[Ann], [bread], [], [salt])"


def set_in_typst(folder: Path, *pages: str) -> bytes:
    """Pages after one that opens the headings, as Typst writes them."""
    text = "#pagebreak()\n".join(("= Opening\n", *pages))
    (folder / "part.typ").write_text(f'#set document(title: "T")\n#set text(lang: "en")\n{text}')
    return typst.compile(folder / "part.typ", pdf_standards=["ua-1", "a-3a"])


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Sequence[bytes]:
    """Two parts; the second one has a link of several lines, a table, and a heading as tags are written."""
    folder = tmp_path_factory.mktemp("parts")
    lines = "several words of a link " * 12
    return (
        set_in_typst(folder, f'{TABLE} #link("vc:events/storm")[storm]'),
        set_in_typst(
            folder, f'{HEADING}\n{TABLE} #link("vc:events/first")[{lines}]', '#link("https://a.b/(c)")[c]'
        ),
    )


def gatherings(pdfs: Sequence[bytes]) -> list[Gathering]:
    first = ready(pdfs[0], 1, START, NAMES)
    return [first, ready(pdfs[1], 2, first.after, NAMES)]


@pytest.fixture(scope="module")
def file(pdfs: Sequence[bytes]) -> bytes:
    bookmarks = [Bookmark(1, "One", 1), Bookmark(2, "Ünder", 2), Bookmark(1, "Two", 3)]
    return bound(gatherings(pdfs), {"events/first": 2, "events/storm": 3, "a": 1, "a#b": 1}, bookmarks)


def test_the_file_is_sound_and_has_all_pages_but_those_that_open_headings(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 3
    assert "Opening" not in "".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def test_links_lead_to_their_places_and_say_their_names(file: bytes) -> None:
    read = PdfReader(io.BytesIO(file), strict=True)
    assert places(read) == {"events/first": 2, "events/storm": 3, "a": 1, "a#b": 1}
    assert {(page, label) for page, _, label in links(read)} == {(0, "events/storm"), (1, "events/first")}
    told = {link.get_object()["/Contents"] for page in read.pages for link in page.get("/Annots", [])}
    assert told == {*NAMES.values(), "https://a.b/(c)"}


def test_each_line_of_a_link_has_its_rectangle_and_is_in_its_tag(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        found = [link for link in pdf.pages[1].obj.Annots if link.Subtype == "/Link"]
        heights = [float(link.Rect[3]) - float(link.Rect[1]) for link in found]
        assert len(found) > 2
        assert max(heights) < 20
        keys: dict[int, pikepdf.Object] = {}
        for kid in pdf.Root.StructTreeRoot.ParentTree.Kids:
            keys |= dict(zip(map(int, list(kid.Nums)[::2]), list(kid.Nums)[1::2], strict=True))
            assert list(map(int, kid.Limits)) == [min(map(int, list(kid.Nums)[::2])), int(kid.Nums[-2])]
        tags = {keys[int(link.StructParent)].objgen for link in found}
        assert len(tags) == 1
        held = [
            kid.Obj.objgen
            for kid in keys[int(found[0].StructParent)].K
            if isinstance(kid, pikepdf.Dictionary)
        ]
        assert set(held) == {link.objgen for link in found}


def test_a_text_that_reads_like_the_number_of_an_object_stays_what_it_is(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        titles = [str(one.T) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/T" in one]
    assert HEADING.removeprefix("= ") in titles


def test_cells_of_tables_find_their_heads_by_row_and_column_alone(file: bytes) -> None:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        tags = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        cells = [one for one in tags if one.S in ("/TH", "/TD")]
        scopes = Counter((str(one.S), str(said.get("/Scope"))) for one in cells for said in one.A)
        assert not [one for one in tags if "/ID" in one]
        assert not [one for one in cells if any("/Headers" in said for said in one.A)]
        assert "/IDTree" not in pdf.Root.StructTreeRoot
        assert "/Quote" not in {str(one.S) for one in tags}
        assert len(cells) == 12
    assert scopes["/TH", "/Column"] == 4
    assert scopes["/TH", "/Row"] == 2
    assert {sort for sort, scope in scopes if scope == "/Row"} == {"/TH"}


def test_the_outline_has_its_lines_below_one_another(file: bytes) -> None:
    read = PdfReader(io.BytesIO(file))
    first, below, second = read.outline
    assert (first.title, below[0].title, second.title) == ("One", "Ünder", "Two")
    assert read.get_destination_page_number(second) == 2


def test_a_part_with_other_numbers_is_as_if_it_had_been_made_with_them(pdfs: Sequence[bytes]) -> None:
    made = ready(pdfs[1], 2, 9000, NAMES)
    assert made.moved(9000) is made
    assert made.moved(4000) == ready(pdfs[1], 2, 4000, NAMES)
    assert Gathering.of(made.kept()) == made


def test_a_pdf_of_another_make_is_refused(pdfs: Sequence[bytes]) -> None:
    with pytest.raises(BookFailure, match="cannot be bound"):
        ready(pdfs[0].replace(b"/ParentTree<</Nums", b"/ParentTree<</Nams"), 1, START, NAMES)
    assert objects_of(pdfs[0])[0]


def test_parts_that_were_kept_give_way_to_one_that_became_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binding, "_ROUND", 1)
    monkeypatch.setattr(book, "_MOST_PAGES", 8)
    said = "situation: Everything"
    assert said in ENTRIES["events/storm"]
    longer = ENTRIES["events/storm"].replace(said, f"{said} of [[groups/honesty]] and [[roles/gardener]]")
    for folder, entries in (("one", ENTRIES), ("two", {**ENTRIES, "events/storm": longer})):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
        (tmp_path / folder).mkdir()
        playbook = read_playbook(write_playbook(tmp_path / folder, entries))
        build_book(playbook, tmp_path / "kept.pdf", Imprint("r", DAY))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))
    build_book(playbook, tmp_path / "cold.pdf", Imprint("r", DAY))
    assert (tmp_path / "kept.pdf").read_bytes() == (tmp_path / "cold.pdf").read_bytes()
