"""`compass import`, as a user runs it: all rows or none, each fault at its cell."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.examples.overlay import BAKERY
from tests.files import contents, copied
from tests.running import run
from value_compass.generator.check.check import check
from value_compass.generator.sheets.columns import columns, row_of
from value_compass.generator.sheets.sheet import as_csv
from value_compass.schemas.fields import Reference

HEADINGS = "name;summary;owner;sources;other names;see"
SOURCE = "hotel-interviews: page 2 (stated)"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return copied(BAKERY, tmp_path / "bakery")


def sheet_of(folder: Path, kind: str, file: Path) -> Path:
    """The spreadsheet of a kind, as it is exported."""
    draft = check(folder).draft
    entries = [e for to, e in draft.entries.items() if to.kind == kind]
    rows = [columns(draft.kinds[kind]), *(row_of(entry, draft.kinds[kind]) for entry in entries)]
    file.write_bytes(as_csv(rows).encode())
    return file


def written(folder: Path, *lines: str) -> Path:
    file = folder / "terms.csv"
    file.write_text("\n".join(lines), "utf-8")
    return file


@pytest.mark.parametrize("kind", sorted({to.kind for to in check(BAKERY).draft.entries}))
def test_the_sheet_of_a_kind_gives_its_entries_back(kind: str, bakery: Path, tmp_path: Path) -> None:
    before = check(bakery).draft.entries
    file = sheet_of(bakery, kind, tmp_path / f"{kind}.csv")
    same = run("import", file, "--kind", kind, "--update", folder=bakery)
    assert same.returncode == 0, same.stderr
    assert "0 new, 0 changed" in same.stdout
    shutil.rmtree(bakery / "content" / kind)
    back = run("import", file, "--kind", kind, folder=bakery)
    assert back.returncode == 0, back.stderr
    after = check(bakery)
    assert after.errors == ()
    assert after.draft.entries == before


def test_rows_become_files_as_one_would_write_them(bakery: Path) -> None:
    file = written(
        bakery,
        HEADINGS,
        f"Sour dough;A leaven.;The bakers;{SOURCE};Leaven, or\nLevain;values/crisp-crust",
        f"2021;A year: a number.;The bakers;{SOURCE};;",
    ).rename(bakery / "new.csv")
    text = file.read_text("utf-8").replace("Leaven, or\nLevain", '"Leaven, or\nLevain"')
    file.write_text(text, "utf-8")
    made = run("import", file, "--kind", "terms", folder=bakery)
    assert made.returncode == 0, made.stderr
    assert "2 rows: 2 new, 0 changed, 0 as they were" in made.stdout
    assert (bakery / "content/terms/sour-dough.yml").read_text("utf-8") == (
        "name: Sour dough\n"
        "summary: A leaven.\n"
        "aliases:\n"
        "  - Leaven, or\n"
        "  - Levain\n"
        "owner: The bakers\n"
        "reviewed: 2026-11-27\n"
        "see:\n"
        "  - values/crisp-crust\n"
        "sources:\n"
        "  - source: hotel-interviews\n"
        "    where: page 2\n"
        "    basis: stated\n"
    )
    assert "name: '2021'\nsummary: 'A year: a number.'\n" in (bakery / "content/terms/2021.yml").read_text(
        "utf-8"
    )
    assert check(bakery).errors == ()


def test_a_workbook_is_taken_as_well(bakery: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["Name", "Summary", "Owner", "Where this comes from"])
    sheet.append(["Levain", "A leaven.", "The bakers", SOURCE])
    book.save(bakery / "words.xlsx")
    made = run("import", bakery / "words.xlsx", "--kind", "terms", folder=bakery)
    assert made.returncode == 0, made.stderr
    assert check(bakery).draft.entries[Reference("terms", "levain")].summary == "A leaven."


def test_every_fault_is_told_at_its_cell_and_nothing_is_written(bakery: Path) -> None:
    file = written(
        bakery,
        HEADINGS + ";sumary;;",
        f"Sour dough;A leaven.;The bakers;{SOURCE};;values/crisp-crusd;;;",
        f"Sour dough;Again.;The bakers;{SOURCE};;;;;lost",
        f"Levain;{'long ' * 40};;page 2;;;;;",
        f";No name.;The bakers;{SOURCE};;;;;",
        f"Crumb;There is one.;The bakers;{SOURCE};;;;;",
        f"CON;A device.;The bakers;{SOURCE};;;;;",
    )
    before = contents(bakery)
    refused = run("import", file, "--kind", "terms", folder=bakery)
    assert refused.returncode == 1
    assert contents(bakery) == before
    told = refused.stderr
    assert "nothing was written, because of what is in terms.csv" in told
    assert 'row 1, column G: terms have no field "sumary"; did you mean summary?' in told
    assert "row 3, column I: this column has no heading" in told
    assert "row 3, column A (name): row 2 makes terms/sour-dough as well" in told
    assert "row 4, column C (owner): this cell is empty" in told
    assert 'row 4, column D (sources, Where this comes from): "page 2" does not say' in told
    assert "row 5: this row has neither a name nor an id" in told
    assert 'row 6, column A (name): content/terms/crumb.yml is there already: the term "Crumb"' in told
    assert "row 7, column A (name): no entry can be called" in told


def test_what_only_the_check_can_know_is_told_at_its_cell(bakery: Path) -> None:
    file = written(
        bakery,
        HEADINGS,
        f"Sour dough;A leaven.;The bakers;{SOURCE};;values/crisp-crusd",
        f"Levain;{'long ' * 40};The bakers;{SOURCE};Crumb;",
    )
    before = contents(bakery)
    refused = run("import", file, "--kind", "terms", folder=bakery)
    assert refused.returncode == 1
    assert contents(bakery) == before
    assert "row 2, column F (see): there is no value" in refused.stderr
    assert "did you mean values/crisp-crust?" in refused.stderr
    assert 'row 3, column B (summary): "summary" has 199 characters' in refused.stderr
    missing = run(
        "import", written(bakery, "name;summary", "Levain;A leaven."), "--kind", "terms", folder=bakery
    )
    assert 'row 1: there is no column "owner", and every term needs it' in missing.stderr


def test_an_update_changes_what_differs_and_keeps_the_rest(bakery: Path) -> None:
    path = bakery / "content/terms/crumb.yml"
    path.write_text(path.read_text("utf-8").replace("owner: The", "# kept by\nowner: The"), "utf-8")
    old = path.read_text("utf-8")
    file = written(
        bakery,
        "id;summary;aliases;see;audience;body",
        "crumb;What stands inside a crust.;One;;everyone;-",
    )
    made = run("import", file, "--kind", "terms", "--update", folder=bakery)
    assert made.returncode == 0, made.stderr
    assert "0 new, 1 changed" in made.stdout
    new = path.read_text("utf-8")
    body = old[old.index("body: |") : old.index("sources:")]
    assert new == old.replace(
        "The inside of a loaf, as against its crust.", "What stands inside a crust."
    ).replace("Inside of the loaf", "One").replace(body, "")
    refused = run(
        "import", written(bakery, "id;summary", "crumb;-"), "--kind", "terms", "--update", folder=bakery
    )
    assert "row 2, column B (summary): every entry needs this field" in refused.stderr


def test_an_update_adds_a_field_that_was_not_there(bakery: Path) -> None:
    made = run(
        "import",
        written(bakery, "name;aliases;body", "Margin per crate;Gain;What is left."),
        "--kind",
        "terms",
        "--update",
        folder=bakery,
    )
    assert made.returncode == 0, made.stderr
    entry = check(bakery).draft.entries[Reference("terms", "margin")]
    assert entry.aliases == ("Gain",)
    assert entry.body == "What is left."


def test_a_name_alone_changes_no_entry_of_another_name(bakery: Path) -> None:
    """Two things of one id are not the same thing; only an id says that they are."""
    arguments = ("--kind", "terms", "--update")
    refused = run("import", written(bakery, "name", "Margin"), *arguments, folder=bakery)
    assert refused.returncode == 1
    assert "write margin in a column id" in refused.stderr
    made = run("import", written(bakery, "id,name", "margin,Margin"), *arguments, folder=bakery)
    assert made.returncode == 0, made.stderr
    assert check(bakery).draft.entries[Reference("terms", "margin")].name == "Margin"


def test_what_the_rows_are_not_to_blame_for_is_told_and_does_not_stop_them(bakery: Path) -> None:
    file = sheet_of(bakery, "groups", bakery / "groups.csv")
    rows = csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))
    group = next(row for row in rows if row["id"] == "on-time")
    # Without an order it comes after the others.
    group |= {"id": "in-season", "name": "In season", "order": ""}
    file.write_bytes(as_csv([list(group), list(group.values())]).encode())
    made = run("import", file, "--kind", "groups", folder=bakery)
    assert made.returncode == 0, made.stderr
    assert "Still to do, before it can be built:" in made.stdout
    assert "content/groups/in-season.yml" in made.stdout


def test_editors_know_the_new_entries(bakery: Path) -> None:
    assert run("schema", "--headers", folder=bakery).returncode == 0
    line = f"Levain;A leaven.;The bakers;{SOURCE};;"
    assert run("import", written(bakery, HEADINGS, line), "--kind", "terms", folder=bakery).returncode == 0
    made = (bakery / "content/terms/levain.yml").read_text("utf-8")
    assert made.startswith("# yaml-language-server: $schema=../../.schemas/terms.json\n")
    assert "0 of them new or changed" in run("schema", "--headers", folder=bakery).stdout


def test_a_kind_that_does_not_exist_is_told(bakery: Path) -> None:
    refused = run("import", written(bakery, HEADINGS), "--kind", "term", folder=bakery)
    assert refused.returncode == 2
    assert "did you mean terms?" in refused.stderr
