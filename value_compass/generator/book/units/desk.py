"""What every unit is made with: the playbook, the names of entries, the codes that lead to the site."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from value_compass.generator.book.blocks import Block, Run, called
from value_compass.generator.book.codes import Code, drawn
from value_compass.generator.book.named import Names
from value_compass.generator.book.text import line
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.words import _
from value_compass.schemas.anatomy import anatomy_of
from value_compass.schemas.fields import Entry, Reference


class Desk(Struct, frozen=True, eq=False):
    """What composing takes beside the entry itself."""

    playbook: Playbook
    names: Names
    code: Callable[[Reference], Code | None]
    """The code that leads to an entry on the site; none where the site has no real address."""
    home_code: Code | None
    """The code that leads to the site's first page."""
    figures: Callable[[str, Entry | None], str | None]
    """The SVG of a figure by its name, where the playbook has one."""

    def title(self, entry: Entry, field: str) -> str:
        """What a field is called."""
        anatomy = anatomy_of(type(entry), field)
        return anatomy.title if anatomy else field.replace("_", " ").capitalize()

    def back(self, entry: Entry, field: str) -> str:
        """What a relation is called at the entry that it names."""
        anatomy = anatomy_of(type(entry), field)
        return (anatomy.back if anatomy else None) or _("Named in {entry}", entry=entry.name)

    def pillar(self, entry: Entry) -> str | None:
        """The pillar under which an entry stands."""
        return self.playbook.place(entry).pillar_id


def top(
    desk: Desk,
    entry: Entry,
    *,
    kicker: Run,
    size: int = 20,
    quote: Run | None = None,
    level: int = 3,
    lead: Run | None = None,
) -> Block:
    """The head of an entry: its name, a strip of facts, its summary, and the code that leads to it."""
    code = desk.code(entry.reference) if size == 20 else None
    return Block(
        {
            "k": "top",
            "title": called(desk.names.of(entry)),
            "kicker": kicker,
            "lead": lead if lead is not None else line(entry.summary, desk.names),
            "quote": quote or [],
            "tone": desk.pillar(entry),
            "size": size,
            "lv": level,
            "code": drawn(code),
        },
        labels=(str(entry.reference),),
    )


def strip(*facts: Run | None) -> Run:
    """Facts in one line, with dots between them."""
    run: Run = []
    for fact in facts:
        if fact:
            run += [*(["\u00a0\u00b7 "] if run else []), *fact]
    return run
