"""Every kind of entry stands in one section.

The sections in `site.yml` list the kinds that they hold, by the names of the folders under `content/`.
A kind in no section would have no menu and no place in the book; a kind in two sections would be there
twice. A section's `id` is part of its address, so it cannot be the name of a kind.

**Way out:** put each kind under `kinds` of exactly one section.
"""

from __future__ import annotations

from collections.abc import Iterator

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.taken_ids import no_file
from value_compass.generator.check.wording import count, did_you_mean, shown
from value_compass.generator.load.problem import Problem
from value_compass.schemas.settings import Section, Settings

CODES: Codes = {
    "unknown-section-kind": Meaning(
        "A section that names a kind that does not exist",
        "A section of site.yml lists the kinds of entries that it holds, and `words` calls them "
        "otherwise, by the names of their folders.",
        "kinds: [event, cases]",
        "kinds: [events, cases]",
    ),
    "section-kind-twice": Meaning(
        "A kind that stands in two sections",
        "Each kind has one place in the site and in the book. Keep it in one section.",
        "kinds: [events, terms]   # and terms in another section too",
        "kinds: [events]",
    ),
    "unused-section-kind": Meaning(
        "Entries that no section holds",
        "There are entries of a kind that no section of site.yml names, so no menu leads to them and the "
        "book leaves them out. Add the kind to a section.",
        "kinds: [events]   # and files in content/workshops/",
        "kinds: [events, workshops]",
    ),
    "unknown-section": Meaning(
        "A kind of one's own in a section that does not exist",
        "A kind of a playbook's own says by the `id` of a section of site.yml where it stands. It can also "
        "be named there, under `kinds`, and leave the line out.",
        "section: lader",
        "section: larder",
    ),
    "address-clash": Meaning(
        "A section with an id that is taken",
        "A section's page and a kind's page would have one address, and one would cover the other. Nor can a "
        "section be called like what Windows takes for a device, such as con or aux, or by more than 100 "
        "letters: a site of that name could not be copied there.",
        "id: events",
        "id: what-happens",
    ),
}
"""What the rule finds, and what each means."""


def _words(draft: Draft, settings: Settings) -> Iterator[Problem]:
    """Kinds that `words` names and that there are none of."""
    for folder in settings.words.kinds if settings.words else ():
        if folder not in draft.kinds:
            yield draft.problem(
                "unknown-section-kind",
                f'there is no kind "{shown(folder)}" that could be called otherwise',
                None,
                ("words", "kinds", folder),
                did_you_mean(folder, draft.kinds) or f"the kinds are {', '.join(draft.kinds)}",
            )


def check(draft: Draft) -> Iterator[Problem]:
    """The sections of site.yml, then the kinds that none of them holds."""
    if draft.settings is None:
        return
    yield from _words(draft, draft.settings)
    holder: dict[str, Section] = {}
    for index, section in enumerate(draft.settings.sections):
        if section.id in draft.kinds:
            yield draft.problem(
                "address-clash",
                f'"{section.id}" is the address of the {draft.kinds[section.id].plural.lower()} already',
                None,
                ("sections", index, "id"),
                "give the section another id",
            )
        for keys, name in (
            (("id",), section.id),
            *((("formerly", n), old) for n, old in enumerate(section.formerly)),
        ):
            if reason := no_file(name):
                yield draft.problem(
                    "address-clash",
                    f'no section can be called "{shown(name)}": {reason}',
                    None,
                    ("sections", index, *keys),
                    "give the section another id" if keys == ("id",) else "take the line out",
                )
        for place, kind in enumerate(section.kinds):
            keys = ("sections", index, "kinds", place)
            if kind not in draft.kinds:
                yield draft.problem(
                    "unknown-section-kind",
                    f'there is no kind of entry called "{kind}"',
                    None,
                    keys,
                    did_you_mean(kind, draft.kinds) or f"name one of: {', '.join(draft.kinds)}",
                )
            elif kind in holder:
                yield draft.problem(
                    "section-kind-twice",
                    f'the section "{holder[kind].title}" holds {kind} already',
                    None,
                    keys,
                    "keep it in one section",
                )
            else:
                holder[kind] = section
    yield from _of_own_kinds(draft, holder)
    yield from _unused(draft, holder)


def _of_own_kinds(draft: Draft, holder: dict[str, Section]) -> Iterator[Problem]:
    """The sections that files in `kinds/` name; what these hold is noted."""
    sections = {section.id: section for section in draft.settings.sections} if draft.settings else {}
    for kind in draft.kinds.values():
        if kind.section is None:
            continue
        document = next(one for one in draft.folder.kinds if one.file.endswith(f"/{kind.folder}.yml"))
        span = document.span(("section",))
        if kind.section not in sections:
            yield Problem(
                "unknown-section",
                f'there is no section "{kind.section}" in site.yml',
                document.file,
                span,
                did_you_mean(kind.section, sections) or f"name one of: {', '.join(sections)}",
            )
        elif kind.folder in holder:
            yield Problem(
                "section-kind-twice",
                f'the section "{holder[kind.folder].title}" holds {kind.folder} already, as site.yml says',
                document.file,
                span,
                "take this line out, or the name in site.yml",
            )
        holder.setdefault(kind.folder, sections.get(kind.section) or next(iter(sections.values())))


def _unused(draft: Draft, holder: dict[str, Section]) -> Iterator[Problem]:
    entries: dict[str, int] = {}
    for reference in draft.documents:
        if reference.kind in draft.made.unmade:
            continue
        entries[reference.kind] = entries.get(reference.kind, 0) + 1
    for kind, number in entries.items():
        if kind not in holder:
            files = count(number, "file")
            yield draft.problem(
                "unused-section-kind",
                f"no section holds {kind}, so {files} in content/{kind}/ would be left out",
                None,
                ("sections",),
                f"add {kind} to the kinds of a section",
                of_key=True,
            )
