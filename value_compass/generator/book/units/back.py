"""What stands at the end: lists of a kind, notes on sources, the index, the back cover."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from value_compass.generator.book.blocks import Block, Run, called, heading, marked, paragraph
from value_compass.generator.book.codes import drawn
from value_compass.generator.book.index import Line, every_name
from value_compass.generator.book.named import is_paged
from value_compass.generator.book.text import based, line
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, rows, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.units.front import bare_page, titled_top
from value_compass.generator.book.units.generic import blocks_of
from value_compass.generator.book.units.pieces import names_in_line
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.formats import day_in_words
from value_compass.language.words import _, pieces
from value_compass.schemas.anatomy import Shape, Tier, anatomy_of
from value_compass.schemas.fields import Entry
from value_compass.schemas.settings import Inside


def kind_list(desk: Desk, kind: str) -> Unit:
    """All entries of a kind that share a page, in columns."""
    entries = desk.playbook.of_kind(kind)
    blocks: list[Block] = []
    for apart, listed in groupby(entries, key=lambda entry: entry.apart):
        blocks += [heading(apart, above=0.8)] if apart else []
        blocks += [block for entry in listed for block in _few_lines(desk, entry)]
    return list_page(desk, kind, blocks)


def list_page(desk: Desk, kind: str, blocks: list[Block], lead: str = "", columns: int = 3) -> Unit:
    """A list of a kind, in columns under its name."""
    label, plural = f"kind:{kind}", desk.playbook.kinds[kind].plural
    top = titled_top(plural, lead, level=2, label=label)
    sheet = Sheet(rows(wide([top]), flowing(blocks, columns)))
    return Unit(plural, (sheet,), Room.PAGE, label, planned=True, level=0, ranged=True)


def _few_lines(desk: Desk, entry: Entry) -> list[Block]:
    """An entry in a few lines, such as a word of the glossary."""
    other = [" ", {"g": [{"e": [", ".join(entry.aliases)]}]}] if entry.aliases else []
    first = paragraph(
        [{"h": called(entry.name)}, *other, " ", *line(entry.summary, desk.names)], "small", above=0.3
    )
    found = [marked(first, str(entry.reference))]
    for field in type(entry).model_fields:
        anatomy, value = anatomy_of(type(entry), field), getattr(entry, field)
        shown = anatomy and anatomy.shape is not Shape.OWN and anatomy.tier is not Tier.SOURCE
        if not anatomy or not shown or not value or field in {"name", "summary"}:
            continue
        for number, block in enumerate(blocks_of(desk, entry, field)):
            if block.atom["k"] in {"p", "i"}:
                head: Run = [{"g": [f"{anatomy.title} "]}] if not number and field != "body" else []
                found.append(paragraph([*head, *block.atom["t"]], "small", above=0))
            else:
                found.append(block)
    return found


def notes(desk: Desk, *, planned: bool = True) -> Unit | None:
    """Where each page comes from, what the research says about itself, and who keeps it."""
    playbook = desk.playbook
    owners = playbook.edition.shows(Inside.OWNERS)
    blocks: list[Block] = []
    shown = [
        entry
        for entry in playbook.entries.values()
        if is_paged(entry.reference.kind, playbook.kinds) and desk.names.prints(entry.reference)
    ]
    for kind, entries in groupby(shown, key=lambda entry: entry.reference.kind):
        part = [block for entry in entries for block in _note(desk, entry)]
        if part:
            blocks += [heading(desk.playbook.kinds[kind].plural, above=0.8), *part]
    if not blocks:
        return None
    top = titled_top(
        _("Where each page comes from"),
        _("The document, the place in it, and who keeps the entry.")
        if owners
        else _("The document, the place in it."),
        label="book:notes",
    )
    sheet = Sheet(rows(wide([top]), flowing(blocks, 4)))
    return Unit(
        _("Where each page comes from"),
        (sheet,),
        Room.PAGE,
        "book:notes",
        planned=planned,
        level=1,
    )


def _note(desk: Desk, entry: Entry) -> list[Block]:
    run: Run = [{"h": [desk.names.link(entry.reference)]}, " "]
    before = None
    for citation in getattr(entry, "sources", ()):
        source = desk.playbook[citation.source]
        run += ["; "] if before else []
        # A source that is cited again at once is not named again.
        if source is not before:
            run += [{"l": str(source.reference), "t": called(source.name), "p": False}, ", "]
        before = source
        run += based(line(citation.where, desk.names), citation.basis)
        run += [" (", *line(citation.covers, desk.names), ")"] if citation.covers else []
    run += ["."] if getattr(entry, "sources", ()) else []
    literature = getattr(entry, "literature", ())
    if literature:
        run += [" ", *pieces("Literature: {entries}.", entries=names_in_line(desk, literature))]
    shows = desk.playbook.edition.shows
    kept = [entry.owner] if shows(Inside.OWNERS) else []
    kept += [day_in_words(entry.reviewed)] if shows(Inside.REVIEWS) else []
    if kept:
        run += [{"g": [f" {', '.join(kept)}."]}]
    found = [paragraph(run, "small", above=0.3)]
    for field in type(entry).model_fields:
        anatomy, value = anatomy_of(type(entry), field), getattr(entry, field)
        aside = anatomy and anatomy.tier is Tier.SOURCE and anatomy.shape not in {Shape.OWN, Shape.NAMES}
        if anatomy and aside and value:
            for block in blocks_of(desk, entry, field):
                if block.atom["k"] in {"p", "i", "h"}:
                    found.append(paragraph(block.atom["t"], "small", above=0.1))
                else:
                    found.append(block)
    return found


def index(desk: Desk) -> Unit:
    """Every entry under its name and its other names, each with its page."""
    blocks: list[Block] = []
    places = _in_order(desk.playbook)
    for letter in every_name(desk.playbook):
        shown = [one for one in letter.lines if desk.names.prints_label(one.label)]
        if shown:
            blocks.append(heading(letter.head or "", above=0.7))
        for words, lines in groupby(shown, key=_words):
            labels = sorted({one.label for one in lines}, key=places.__getitem__)
            run: Run = []
            for label in labels:
                run += [", "] if run else []
                run.append({"l": label, "t": [] if run else [words], "p": True})
            blocks.append(paragraph(run, "entry", above=0))
    top = titled_top(_("Index"), _("Every entry, under its name and its other names."), label="book:index")
    return Unit(
        _("Index"),
        (Sheet(rows(wide([top]), flowing(blocks, 4))),),
        Room.PAGE,
        "book:index",
        planned=True,
        level=1,
        ranged=True,
    )


def _words(one: Line) -> str:
    return f"{one.words} ({one.kind})" if one.kind else one.words


def _in_order(playbook: Playbook) -> dict[str, int]:
    """The place of each entry in the order of the book's parts."""
    kinds = [kind for section in playbook.settings.sections for kind in section.kinds]
    entries = (entry for kind in dict.fromkeys([*kinds, *playbook.kinds]) for entry in playbook.of_kind(kind))
    return {str(entry.reference): place for place, entry in enumerate(entries)}


def back_cover(desk: Desk) -> Unit:
    """The last page."""
    settings = desk.playbook.settings
    atom = {
        "k": "back",
        "title": settings.title,
        "subtitle": settings.subtitle,
        "welcome": settings.home.welcome,
        "organisation": settings.organisation,
        "site": settings.site_address if desk.home_code else None,
        "code": drawn(desk.home_code),
    }
    return bare_page(settings.title, [Sheet((wide([Block(atom)]),))])


def notes_page(count: int = 29) -> Unit:
    """A page to write on, where one would be empty."""
    top: Sequence[Block] = [heading(_("Notes"), level=2), Block({"k": "lines", "count": count}, 0.5)]
    return Unit(_("Notes"), (Sheet((wide(top),)),), Room.PAGE, planned=True, level=0)
