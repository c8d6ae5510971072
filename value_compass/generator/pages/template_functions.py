"""What templates of pages may ask for, by the names by which they do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from value_compass.generator.check.reading import id_from
from value_compass.generator.pages import (
    assessments,
    builders,
    case_lessons,
    case_moments,
    cases_in_common,
    neighbours,
    parts,
    process_figures,
    process_rows,
    proposition_figures,
    reviews,
    table_figures,
    views,
    workshop_agenda,
    workshop_letters,
)
from value_compass.generator.pages.bases import Bases
from value_compass.generator.pages.canvases.register import posters_of
from value_compass.generator.pages.changed import changed_lately, last_changes
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.handouts import handouts, handouts_of_section
from value_compass.generator.pages.matrix import SIGNS
from value_compass.generator.pages.overview import Material
from value_compass.generator.pages.overviews import hub_of, overviews
from value_compass.generator.pages.page import entry_link
from value_compass.generator.pages.prose import line, marked, opening, prose
from value_compass.generator.pages.reading_paths import stops
from value_compass.generator.pages.relationship_check import worth_a_check
from value_compass.generator.pages.tools import tools_for
from value_compass.generator.playbook.competences import competences_of
from value_compass.generator.playbook.playbook import Playbook
from value_compass.generator.playbook.programme import programme
from value_compass.language.templates import SAYS
from value_compass.schemas.fields import Entry, Reference
from value_compass.schemas.kinds import Kind, reader_words
from value_compass.schemas.settings import Inside


def functions(
    material: Material, figures: Figures, bases: Bases, made: Mapping[str, bytes]
) -> Mapping[str, Any]:
    """All functions and values that templates may use.

    Args:
        material: what pages are made from.
        figures: draws the figures.
        bases: what rests on another basis than the rest of a page.
        made: what there is to take along, by its address.
    """
    playbook, plainly, there = material.playbook, material.plainly, overviews(material.playbook)
    changes = last_changes(material)
    return {
        **SAYS,
        "playbook": playbook,
        "figures": figures,
        "kinds": playbook.kinds,
        "link": lambda target: entry_link(target if not isinstance(target, str) else _reference(target)),
        "line": lambda text: line(text, playbook.name_of),
        "text": marked,
        "prose": lambda text: prose(text, playbook.name_of),
        "opening": lambda text: opening(text, playbook.name_of),
        "pillar_class": partial(_pillar_class, playbook),
        "edit_address": partial(_edit_address, playbook),
        "edit_each": partial(_edit_each, playbook),
        "section_kinds": lambda section: [
            playbook.kinds[kind] for kind in section.kinds if playbook.of_kind(kind)
        ],
        "agenda": workshop_agenda.agenda,
        "length": workshop_agenda.length,
        "days": programme,
        "invitation": lambda workshop: workshop_letters.invitation(playbook, workshop, plainly),
        "opening_words": lambda workshop: workshop_letters.opening(workshop, plainly),
        "phases": case_moments.phases,
        "moments_about": case_moments.moments_about,
        "bases": bases,
        "overview_address": lambda overview: overview.address(playbook),
        "overviews_of": lambda section: [
            one for one in there if one.section(playbook) == section and not hub_of(one, there)
        ],
        "gathered_by": lambda hub: [one for one in there if one.hub == hub.name],
        "overview_named": lambda name: next((o for o in there if o.name == name), None),
        "parts": partial(parts.parts, playbook),
        "has_checklist": partial(parts.has_checklist, playbook),
        "incoming": partial(neighbours.incoming, playbook),
        "children": partial(neighbours.children, playbook),
        "below_by_kind": partial(neighbours.below_by_kind, playbook),
        "beside_of": partial(neighbours.beside, playbook),
        "read_here_entries": partial(neighbours.read_here, playbook),
        "kicker_of": partial(neighbours.kicker, playbook),
        "title_of": parts.title_of,
        "named": lambda references: [playbook[reference] for reference in references],
        "needed_first": lambda entry: getattr(entry, "needs", ()),
        "kind_of": lambda entry: playbook.kinds[entry.reference.kind],
        "feedback_address": partial(_feedback_address, playbook),
        "by_source": partial(views.by_source, playbook),
        "users_not_told": partial(views.users_not_told, playbook),
        "reader_words": lambda entry: reader_words(entry, playbook.kinds),
        "situations": partial(views.situations, playbook),
        "intentions": partial(views.intentions, playbook),
        "by_letter": partial(views.by_letter, playbook),
        "id_from": id_from,
        "old_ids": partial(views.old_ids, playbook),
        "review_note": reviews.review_note,
        "last_change": lambda entry: changes.get(entry.reference),
        "changed_lately": partial(changed_lately, changes),
        "shows": lambda inside: playbook.edition.shows(Inside(inside)),
        "around": partial(views.around, playbook),
        "reading_stops": partial(stops, playbook),
        "case_moments": case_moments,
        "cases_in_common": cases_in_common,
        "worth_a_check": partial(worth_a_check, playbook),
        "mark_fields": tuple(field for field, _, _ in SIGNS),
        "builders_of": partial(builders.builders, playbook),
        "beginnings_of": partial(builders.beginnings, playbook),
        "tools_of": partial(tools_for, material),
        "posters_of": partial(posters_of, playbook),
        "handouts": lambda entry: handouts(playbook, entry, made),
        "handouts_of_section": lambda section: handouts_of_section(section, made),
        "was_made": lambda address: address in made or not address.endswith(".pdf"),
        "stage_rows": partial(process_rows.stage_rows, playbook),
        "placed_rows": partial(process_rows.placed_rows, playbook),
        "board_of": partial(process_figures.board_of, playbook),
        "ladder_of": partial(process_figures.ladder_of, playbook),
        "unplaced": partial(process_figures.unplaced, playbook),
        "citers": partial(case_lessons.citers, playbook),
        "need_rows": proposition_figures.need_rows,
        "judged": partial(assessments.judged, playbook),
        "standing_of": partial(assessments.standing_of, playbook),
        "competence_rows": partial(competences_of, playbook),
        "is_long": table_figures.is_long,
        "tables_with": partial(table_figures.tables_with, playbook),
        "cell_words": lambda cell, column: table_figures.cell_words(cell, column, plainly),
        "column_words": table_figures.column_words,
    }


def _feedback_address(playbook: Playbook, entry: Entry) -> str | None:
    """Where to tell of a mistake, with the name of the page and of the edition filled in."""
    address = playbook.settings.feedback_address
    filled = {"page": entry.name, "edition": playbook.settings.edition}
    for word, said in filled.items() if address else ():
        address = (address or "").replace(f"{{{word}}}", quote(said))
    return address


def _pillar_class(playbook: Playbook, entry: Entry) -> str:
    pillar = playbook.place(entry).pillar_id
    return f" vc-pillar-{pillar}" if pillar else ""


def _edit_address(playbook: Playbook, entry: Entry) -> str | None:
    return _edit_file(playbook, entry.reference)


def _edit_each(playbook: Playbook, kind: Kind) -> str | None:
    """The address at which each entry of a kind is edited, with `{id}` in the place of its id."""
    return _edit_file(playbook, Reference(kind.folder, "{id}"))


def _edit_file(playbook: Playbook, reference: Reference) -> str | None:
    address = playbook.settings.edit_address
    shown = address and playbook.edition.shows(Inside.EDIT_LINKS)
    return address.replace("{file}", reference.file) if address and shown else None


def _reference(text: str) -> Reference:
    reference = Reference.parse(text)
    if reference is None:
        raise ValueError(f"{text} is not a reference")
    return reference
