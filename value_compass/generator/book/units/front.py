"""What stands before the first part: cover, how to read, contents, situations, the wheel, a quick read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from value_compass.generator.book.blocks import Block, Run, Sign, called, heading, item, paragraph, table_rows
from value_compass.generator.book.figures import figure
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.book.named import is_paged
from value_compass.generator.book.text import line, sign_of
from value_compass.generator.book.unit import Room, Sheet, Unit, flowing, sided, wide
from value_compass.generator.book.units.desk import Desk
from value_compass.generator.book.volume import Part
from value_compass.generator.load.fonts import width
from value_compass.generator.load.house import House
from value_compass.generator.pages.prose import plain_text
from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.formats import day_in_words, listed
from value_compass.language.words import N_, _, pieces
from value_compass.schemas.activities import Activity
from value_compass.schemas.fields import Basis, Entry
from value_compass.schemas.kinds import reader_words

_FEW, _QUICK = 12, 45
"""What is read quickly: kinds of few entries, until there are so many lines."""

CONTENTS = "book:contents"
SITUATIONS = "book:situations"
WHEEL = "book:wheel"

_BESIDE = 4
"""So many pillars stand beside one another under the wheel."""

_COVER_SIZES = (46.0, 40.0, 34.0, 28.0, 23.0, 19.0)
_COVER_ROOM = 455.0
"""How wide the title of a cover may be, in points."""


def plain_page(
    name: str, label: str | None, given: Sequence[Sheet], *, level: int = 1, planned: bool = True
) -> Unit:
    """A page or spread that no entry stands for."""
    room = Room.SPREAD if len(given) > 1 else Room.PAGE
    return Unit(name, tuple(given), room, label, planned=planned, level=level)


def bare_page(name: str, given: Sequence[Sheet]) -> Unit:
    """A page with nothing around it, which the outline does not list: a cover, an imprint."""
    return Unit(name, tuple(given), planned=True, level=0, bare=True)


def titled_top(title: str, lead: str = "", *, level: int = 1, label: str | None = None) -> Block:
    """The head of a page that no entry stands for."""
    atom = {
        "k": "top", "title": [title], "kicker": [], "lead": [lead] if lead else [], "quote": [], "tone": None,
        "size": 20, "lv": level, "code": None,
    }  # fmt: skip
    return Block(atom, labels=(label,) if label else ())


def cover(desk: Desk, imprint: Imprint, extract: str | None) -> Unit:
    """The first page: whose it is, its title, the wheel, the edition."""
    settings = desk.playbook.settings
    size = _title_size(settings.title)
    svg = desk.figures("compass", None)
    atom = {
        "k": "cover",
        "organisation": settings.organisation,
        "title": settings.title,
        "size": size,
        "divided": any(width(word, size) > _COVER_ROOM for word in settings.title.split()),
        "subtitle": settings.subtitle,
        "line": extract,
        "figure": figure(svg, most=330).atom if svg else None,
        "edition": f"{settings.edition}, {desk.playbook.edition.title}",
        "date": _("{day}, revision {revision}", day=day_in_words(imprint.day), revision=_(imprint.revision)),
    }
    return bare_page(settings.title, [Sheet((wide([Block(atom)]),))])


def _title_size(title: str) -> float:
    """The largest size at which a title takes three lines at most and each word has room."""
    for size in _COVER_SIZES:
        lines = width(title, size) / (_COVER_ROOM * 0.85)
        if lines <= 3 and all(width(word, size) <= _COVER_ROOM for word in title.split()):
            return size
    return _COVER_SIZES[-1]


def imprint_page(desk: Desk, imprint: Imprint, extract: str | None, *, codes: bool) -> Unit:
    """The back of the title page."""
    settings = desk.playbook.settings
    as_of = _("{day}. Revision {revision}.", day=day_in_words(imprint.day), revision=_(imprint.revision))
    texts: list[Run] = [
        [{"h": [settings.title]}, {"n": True}, settings.subtitle],
        *([[extract]] if extract else []),
        [f"{settings.edition}, {desk.playbook.edition.title}. ", as_of],
        [settings.organisation, *([{"n": True}, settings.imprint] if settings.imprint else [])],
        [
            _("Made from the same files as the website of this playbook."),
            " ",
            *(
                [
                    _(
                        "The square codes lead to the same entries on the site, {site}.",
                        site=settings.site_address,
                    ),
                    " ",
                ]
                if codes
                else []
            ),
            _set_in(desk.playbook.house),
        ],
    ]
    blocks = [paragraph(text, "still") for text in texts]
    down = Block({"k": "space", "h": 560}, 0)
    return bare_page(_("Imprint"), [Sheet((wide([down]), flowing(blocks, 2)))])


def _set_in(house: House) -> str:
    """In which fonts the book is set, and by whom they are."""
    fonts = house.style.fonts
    own = dict.fromkeys(family for family in (fonts.text, fonts.headings) if family) if fonts else {}
    if own:
        return _("Set in {fonts}, with Typst.", fonts=listed(own))
    return _("Set in Source Serif and Source Sans by Paul D. Hunt and Frank Grießhammer, with Typst.")


def _signs() -> tuple[tuple[Run, str], ...]:
    return (
        (
            [{"h": [_("Declining work")]}, "\u00a0", {"g": ["126"]}],
            _("A number after a name is the page where to find it. On a screen the name is a link."),
        ),
        (
            [_("Ask what is behind the request."), sign_of(Basis.EDITORIAL)],
            _("Our own: no source says so, we do."),
        ),
        (
            [_("Name who could do it."), sign_of(Basis.DERIVED)],
            _("Derived: worked out from the source. A statement without a sign is what the source says."),
        ),
        (
            pieces("{full} and {hollow}", full={"m": "f"}, hollow={"m": "o"}),
            _("In tables: builds it, and needs it first."),
        ),
        ([{"x": True}], _("To tick off, with a pencil.")),
        ([_("A case, moments 3, 8")], _("The moments of a case in which it happened, by their numbers.")),
    )


_PILLARS = N_(
    "Each pillar has a mark and a colour, which stand wherever an entry belongs to it. Colours mean "
    "nothing else."
)

_GUIDE = (
    N_(
        "The number of a page and the name of what stands on it are at its outer upper corner, so one "
        "can leaf to it. The tabs at the edge are the long chapters."
    ),
    N_(
        "An event has a page, a workshop and a group of values a spread: what you see is whole. The left "
        "column says what to do, the right one what to know. The right page of a workshop can lie on the "
        "table and be copied."
    ),
    N_(
        "Where each page comes from, and who keeps it, stands at the end of the book, before the index, "
        "which also knows other names."
    ),
)


def guide(desk: Desk) -> Unit:
    """A specimen page: every sign of the book with what it means."""
    pillars = [part.pillar for part in desk.playbook.framework]
    marks: Run = []
    for one in pillars:
        marks += [*([{"n": True}] if marks else []), {"mk": one.reference.id}, " ", {"h": called(one.name)}]
    signs: list[list[Run]] = [[marks, [_(_PILLARS)]]] if marks else []
    signs += [[sign, [meaning]] for sign, meaning in _signs()]
    table = table_rows([[_("In the book")], [_("What it means")]], signs, widths=(55, 115), row_heads=None)
    top = titled_top(_("How to use this book"), desk.playbook.settings.home.welcome)
    texts = flowing([paragraph([_(text)]) for text in _GUIDE])
    return plain_page(_("How to use this book"), "book:guide", [Sheet((wide([top]), wide(table), texts))])


def contents(parts: Sequence[Part]) -> Unit:
    """Every chapter and entry with its page, on as little room as it takes."""
    blocks: list[Block] = []
    for part in parts:
        blocks.append(_contents_line({"h": [part.title]}, part.label, above=1.0, keep=True))
        told = {(part.title, part.label)}
        for number, chapter in enumerate(part.chapters):
            named = [unit for unit in chapter.units if unit.label and unit.level]
            first = number <= 1 and chapter.title == part.title
            if chapter.label and not first:
                told.add((chapter.title, chapter.label))
                head = {"h": [chapter.title]}
                blocks.append(_contents_line(head, chapter.label, above=0.4, keep=bool(named)))
            for unit in named:
                again = (unit.name, unit.label) in told
                blocks += [] if again else [_contents_line(unit.name, unit.label)]
                blocks += [_contents_line(name, label, depth=0 if again else 1) for name, label in unit.inner]
    return plain_page(
        _("Contents"),
        CONTENTS,
        [Sheet((wide([titled_top(_("Contents"), label=CONTENTS)]), flowing(blocks, 4)))],
        planned=True,
    )


def _contents_line(
    words: object, label: str | None, *, above: float = 0.0, keep: bool = False, depth: int = 0
) -> Block:
    run: Run = [{"l": label, "t": [words], "p": True}] if label else [words]
    return paragraph(run, "entry", above=above, keep=keep, depth=depth)


def situations(desk: Desk) -> list[Unit]:
    """What readers come with, in their own words: what happens to them, and what they want to do."""
    playbook = desk.playbook
    happens: list[tuple[str, Entry]] = []
    want: dict[str, list[tuple[str, Entry]]] = {}
    titles = {kind: section.title for section in playbook.settings.sections for kind in section.kinds}
    for entry in playbook.entries.values():
        words = reader_words(entry, playbook.kinds)
        if words and isinstance(entry, Activity) and entry.happens_to_us:
            happens.append((words, entry))
        elif words:
            want.setdefault(titles.get(entry.reference.kind, ""), []).append((words, entry))
    groups = [group.group for part in playbook.framework for group in part.groups]
    missing = [(one.text, group) for group in groups for one in group.missing]
    left = [
        *_said(playbook, _("It happens to us"), happens),
        *_said(playbook, _("Something is missing"), missing),
    ]
    right = [
        block
        for part in dict.fromkeys(titles.values())
        for block in _said(playbook, part, want.get(part, ()))
    ]
    title = _(playbook.settings.home.situations)
    found = []
    if left:
        first = Sheet((wide([titled_top(title, label=SITUATIONS)]), flowing(left, 3)))
        found.append(plain_page(title, SITUATIONS, [first]))
    if right:
        label = None if left else SITUATIONS
        second = Sheet((wide([titled_top(_("I want to"), label=label)]), flowing(right, 3)))
        found.append(plain_page(_("I want to"), label, [second]))
    return found


def _said(playbook: Playbook, title: str, found: Iterable[tuple[str, Entry]]) -> list[Block]:
    plainly = plain_text(playbook)

    def run(words: str, entry: Entry) -> Run:
        return [plainly(words), " ", {"l": str(entry.reference), "t": [{"h": called(entry.name)}], "p": True}]

    ordered = sorted(found, key=lambda pair: playbook.sort_key(pair[0]))
    items = [item(run(words, entry), Sign.DASH, small=True) for words, entry in ordered]
    return [heading(title), *items] if items else []


def wheel(desk: Desk) -> Unit | None:
    """The wheel, and under it its names with their pages."""
    svg = desk.figures("compass", None)
    if svg is None or not desk.playbook.framework:
        return None
    columns: list[list[Block]] = []
    for part in desk.playbook.framework:
        pillar = part.pillar.reference
        columns.append([heading([{"mk": pillar.id}, desk.names.link(pillar)], tone=pillar.id)])
        for group in part.groups:
            values: Run = []
            for value in group.values:
                values += [*([", "] if values else []), desk.names.link(value.reference)]
            link = desk.names.link(group.group.reference)
            columns[-1].append(
                paragraph([{"h": [link]}, *([" "] if values else []), *values], "small", above=0.35)
            )
    beside = sided(*columns, above=1.5)
    below = flowing([block for column in columns for block in column], above=1.5)
    names = beside if len(columns) <= _BESIDE else below
    title = desk.playbook.settings.title
    top = titled_top(title, _("All values at a glance."), label=WHEEL)
    return plain_page(_("The wheel"), WHEEL, [Sheet((wide([top]), wide([figure(svg)]), names))])


def drawing(desk: Desk, name: str) -> Unit | None:
    """A figure of the whole playbook on a page of its own."""
    svg = desk.figures(name, None)
    if svg is None:
        return None
    title = _("How it hangs together") if name == "framework" else _("How often it was raised")
    return plain_page(
        title, f"book:{name}", [Sheet((wide([titled_top(title, level=4), figure(svg)]),))], level=0
    )


def quarter(desk: Desk, kinds: Sequence[str]) -> Unit | None:
    """The playbook in a quarter of an hour: the summaries of what stands highest."""
    blocks: list[Block] = []
    for kind in kinds:
        entries = desk.playbook.of_kind(kind)
        if entries and len(entries) <= _FEW and len(blocks) < _QUICK and is_paged(kind, desk.playbook.kinds):
            blocks.append(heading(desk.playbook.kinds[kind].plural))
            blocks += [
                item(
                    [{"h": [desk.names.link(e.reference)]}, " ", *line(e.summary, desk.names)],
                    mark=desk.pillar(e),
                )
                for e in entries
            ]
    if not blocks:
        return None
    top = titled_top(
        _("In a quarter of an hour"), _("What stands highest, each in one sentence."), label="book:quarter"
    )
    return plain_page(_("In a quarter of an hour"), "book:quarter", [Sheet((wide([top]), flowing(blocks)))])
