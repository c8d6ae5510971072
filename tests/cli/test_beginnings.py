"""A playbook that has just begun has a site and a book, however little it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.book.reading import printed
from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from tests.files import broken_links
from tests.running import run

GOOD = Bakery(BAKERY)
EVENT = """\
name: A late van
summary: The van stands still.
owner: The bakers
reviewed: 2026-03-01
initiative: outside
nature: unplanned
situation: The van is late.
goal: The kitchen knows before it looks.
when: [As soon as we know.]
actions: [Call.]
respond: [Call.]
sources: [{source: hotel-interviews, where: page 2, basis: stated}]
"""
STEP = """\
name: Come on time
summary: The crates stand at the door.
owner: The bakers
reviewed: 2026-03-01
order: 1
question: Are we there before the cook?
why_here: [It is the first thing that a kitchen sees.]
done_when: [Nobody calls.]
opens: The menu.
establishes: [{to: on-time, reason: It is what they wait for.}]
helps: [{to: events/late-van, reason: Say it before they ask.}]
sources: [{source: hotel-interviews, where: page 2, basis: stated}]
"""
CASE = """\
name: The chef from the harbour
summary: Ten rolls became a bread list.
owner: The bakers
reviewed: 2026-03-01
order: 1
timeline:
  - title: Ten rolls
    what: The chef orders ten rolls a day.
"""
SOURCE = {"sources/hotel-interviews": GOOD.read("sources/hotel-interviews")}
OUTCOME = {
    "outcomes/standing-order": GOOD.read("outcomes/standing-order").replace(
        "literature: [bakers-handbook]\n", ""
    )
}
PILLAR = OUTCOME | {"pillars/care": GOOD.read("pillars/care")}
GROUP = PILLAR | {
    "groups/on-time": GOOD.read("groups/on-time").replace("pillar: reliability", "pillar: care"),
    "events/late-van": EVENT + "builds: [{to: groups/on-time, reason: We say when we come.}]\n",
    "steps/come-on-time": STEP,
}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"cases/harbour-chef": CASE},
        SOURCE | {"events/late-van": EVENT},
        SOURCE | OUTCOME,
        SOURCE | PILLAR,
        SOURCE | GROUP,
    ],
)
def test_what_passes_the_check_has_a_site_and_a_book(files: dict[str, str], tmp_path: Path) -> None:
    playbook = Bakery(tmp_path / "new")
    (playbook.folder / "content").mkdir(parents=True)
    playbook.write("site", GOOD.read("site").replace(" Begin with [[pillars/reliability]].", ""))
    for file, text in files.items():
        playbook.write(file, text)
    built = run("build", folder=playbook.folder)
    assert built.returncode == 0, built.stderr
    names = {text.partition("name: ")[2].partition("\n")[0] for text in files.values()}
    (book,) = playbook.folder.glob("build/*.pdf")
    reader = PdfReader(book)
    text = " ".join(printed(book))
    assert all(name in text for name in names)
    assert {file for file in files if file != "site"} <= reader.named_destinations.keys()
    site = playbook.folder / "build/site"
    assert not list(site.glob("sitemap*")), "nobody knows where the site will be"
    assert not broken_links(site)
