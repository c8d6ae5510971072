"""Codes of files that bring kinds of a playbook's own."""

from __future__ import annotations

from value_compass.generator.check.meaning import Meaning

KINDS = {
    "taken-name": Meaning(
        "A field of one's own with a name that it cannot have",
        "The fields of a kind of one's own stand beside those that every entry has, such as `name`, "
        "`summary` and `sources`; an activity has some more. Its name is written in every file, in "
        "lower-case letters with underscores. Readers see the `title`, which can be anything.",
        "fields:\n  summary: {type: line, title: In short}",
        "fields:\n  in_short: {type: line, title: In short}",
    ),
    "unknown-kind": Meaning(
        "A field that names a kind which is not there",
        "What a field of one's own can name stands under `to`: folders under `content/`, ours or those of "
        "other files in `kinds/`.",
        "to: [event]",
        "to: [events]",
    ),
    "unfit-kind": Meaning(
        "A kind whose parts do not fit together",
        "`parent` names a required field of the type `entry`, and no kind stands below itself. What is read "
        "on the page of its parent needs a `parent`. `reader_words` names a field of the type `line`.",
        "parent: round\nfields:\n  round: {type: line, title: Round}",
        "parent: round\nfields:\n  round: {type: entry, title: Round, to: [rounds], required: true}",
    ),
}
