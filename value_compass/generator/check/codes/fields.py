"""Codes of fields that a kind has no place for."""

from __future__ import annotations

from value_compass.generator.check.meaning import Meaning

FIELDS = {
    "unknown-field": Meaning(
        "A field that this kind does not have",
        "Each kind of entry has its own fields. A field of another name would be dropped in silence. Correct "
        "the spelling, or take the line out.",
        "sumary: A grain",
        "summary: A grain",
    ),
    "missing-field": Meaning(
        "A field that must be there is missing",
        "Some fields every entry of a kind needs, and some lists need at least one item. The caret stands "
        "under what it belongs to, or at the beginning of the file.",
        "builds:\n  - to: values/warm-welcome",
        "builds:\n  - to: values/warm-welcome\n    reason: Guests smell the bread.",
    ),
    "empty-text": Meaning(
        "A field with nothing in it",
        "The name of the field is there and nothing follows. Write something, or take the line out when the "
        "field is optional. A name needs a letter, a digit or a symbol: `**` alone cannot be read.",
        "goal:",
        "goal: See how the grain grows.",
    ),
    "wrong-type": Meaning(
        "Another sort of value than the field takes",
        "A field takes a text, a whole number, a date, a list, or fields of its own. YAML reads `yes`, `no` "
        "and `on` as true or false, `2021` as a number and `2026-11-22` as a date: put quotation marks "
        "around what is meant as text, and none around numbers and dates.",
        "when: In spring",
        "when:\n  - In spring",
    ),
    "wrong-choice": Meaning(
        "A word that is not one of the choices",
        "Some fields take one of a few words, and no other.",
        "initiative: us",
        "initiative: supplier",
    ),
    "too-long": Meaning(
        "A text that is too long for its place",
        "Names, labels and summaries have a largest length because they must fit on cards, in lists and in "
        "margins. Say it in fewer words; more can stand in the `body`.",
        "summary: (two hundred characters)",
        "summary: (at most a hundred and sixty characters)",
    ),
    "wrong-form": Meaning(
        "A text that does not have the form it needs",
        "Colours, addresses, ids and references are written in a fixed way, and one-line texts stay on one "
        "line.",
        "colour: red",
        'colour: "#a02020"',
    ),
    "wrong-kind": Meaning(
        "A reference to an entry of the wrong kind",
        "Some fields take entries of certain kinds only: what an event builds is a group or a value.",
        "to: pillars/freshness",
        "to: groups/on-time",
    ),
    "out-of-range": Meaning(
        "A number that is too small or too large",
        "An order and minutes begin at 1, and years are years of our time.",
        "order: 0",
        "order: 1",
    ),
}
