"""Every reference names an entry that exists.

A reference is an entry's folder and file name, without `.yml`: `groups/good-bread`. A field that
takes one kind only, such as a value's `group`, has the file name alone. In texts a link is written
`[[groups/good-bread]]`, or `[[groups/good-bread|good bread]]` with words of one's own. No
entry refers to itself.

**Way out:** correct the spelling, or make the file that the reference names.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.misnamed import misnamed
from value_compass.generator.check.nearest import Nearest
from value_compass.generator.check.wording import shown
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import Kinds
from value_compass.schemas.links import OPENS, links_in, with_links

CODES: Codes = {
    "unknown-reference": Meaning(
        "A reference to an entry that does not exist",
        "A reference is another entry's folder and file name. No file of that name is there: correct the "
        "spelling, or make the file.",
        "to: values/fresness",
        "to: values/freshness",
    ),
    "broken-link": Meaning(
        "A link in a text that leads nowhere",
        "In texts a link is written `[[kind/id]]` or `[[kind/id|words of your own]]`.",
        "body: See [[term/rye]].",
        "body: See [[terms/rye]].",
    ),
    "self-reference": Meaning(
        "An entry that refers to itself",
        "A link from a page to the same page leads nowhere new. Name the entry that you meant, or take it "
        "out.",
        "see: [terms/rye]   # in content/terms/rye.yml",
        "see: [terms/sourdough]",
        lenient=True,
    ),
}
"""What the rule finds, and what each means."""


def check(draft: Draft) -> Iterator[Problem]:
    """References in fields, then links in texts; those of site.yml too."""
    nearest = Nearest(draft.documents, draft.kinds, misnamed(draft.folder, draft.kinds))
    for source, parts in draft.all_parts():
        for keys, target in parts.references:
            if target == source:
                yield _to_itself(draft, source, keys)
            elif target not in draft.documents:
                yield draft.problem(
                    "unknown-reference", _missing(target, draft.kinds), source, keys, nearest.advice(target)
                )
    for owner, parts in draft.all_parts():
        yield from _links(draft, owner, parts.texts, nearest)


def _links(
    draft: Draft, source: Reference | None, texts: list[tuple[Keys, str]], nearest: Nearest
) -> Iterator[Problem]:
    for keys, text in texts:
        if OPENS in text:
            yield from _links_in(draft, source, keys, text, nearest)


def _links_in(
    draft: Draft, source: Reference | None, keys: Keys, text: str, nearest: Nearest
) -> Iterator[Problem]:
    before: dict[str, int] = {}
    for found in links_in(text):
        link = found.written
        occurrence = before[link] = before.get(link, -1) + 1
        target = found.target
        if target is None:
            yield draft.problem(
                "broken-link",
                f'"{shown(link)}" is not a link',
                source,
                keys,
                "write [[kind/id]] or [[kind/id|words]]",
                part=link,
                occurrence=occurrence,
            )
        elif target == source:
            yield _to_itself(draft, source, keys, link, occurrence)
        elif target not in draft.documents:
            yield draft.problem(
                "broken-link",
                f"this link leads nowhere: {_missing(target, draft.kinds)}",
                source,
                keys,
                nearest.advice(target),
                part=link,
                occurrence=occurrence,
            )
    # What is left once every whole link is taken out; as many characters, so that places stay right.
    rest = with_links(text, lambda link: "." * len(link.written))
    if OPENS in rest:
        start = rest.index(OPENS)
        yield draft.problem(
            "broken-link",
            "a link opens with [[ and is not closed",
            source,
            keys,
            "close it with ]]",
            part=text[start:].partition("\n")[0][:40],
        )


def _to_itself(
    draft: Draft, source: Reference | None, keys: Keys, part: str | None = None, occurrence: int = 0
) -> Problem:
    return draft.problem(
        "self-reference",
        "this entry refers to itself",
        source,
        keys,
        "name the entry that you meant, or take it out",
        part=part,
        occurrence=occurrence,
    )


def _missing(target: Reference, kinds: Kinds) -> str:
    if target.kind not in kinds:
        return f'there is no kind of entry called "{shown(target.kind)}"'
    return f'there is no {kinds[target.kind].singular} "{shown(target.id)}"'
