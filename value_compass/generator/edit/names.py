"""Entries, kinds and ids as people type them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.reading import id_from, words_of
from value_compass.generator.check.taken_ids import why_not
from value_compass.generator.check.wording import did_you_mean, shown
from value_compass.generator.edit.refusal import Refusal, WrongName
from value_compass.generator.load.folder import CONTENT_FOLDER
from value_compass.schemas.fields import IDENTIFIER, LONGEST_NAME, Reference, can_be_read
from value_compass.schemas.kinds import Kind, Kinds

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def kind_named(text: str, kinds: Kinds) -> Kind:
    """The kind of a folder's name.

    Args:
        text: what someone typed.
        kinds: the playbook's kinds.

    Raises:
        WrongName: when there is none.
    """
    if text in kinds:
        return kinds[text]
    advice = did_you_mean(text, kinds) or f"name one of: {', '.join(kinds)}"
    raise WrongName(f'there is no kind of entry called "{shown(text)}"; {advice}')


def entry_named(draft: Draft, text: str) -> Reference:
    """The entry that `kind/id` or the path of a file names.

    Raises:
        WrongName: when there is none, or the path leads out of this playbook.
    """
    reference = _at(text, draft.folder.path)
    kind_named(reference.kind, draft.kinds)
    if reference not in draft.documents:
        near = did_you_mean(str(reference), map(str, draft.documents))
        raise WrongName(f"there is no file {reference.file}; {near or 'look in its folder'}")
    return reference


def _at(text: str, playbook: Path) -> Reference:
    """The entry at a path from the current folder, from the playbook's or, as kind/id, from `content/`."""
    content = (playbook / CONTENT_FOLDER).resolve()
    for place in (Path(text), playbook / text, content / text):
        # The folder alone: a file may be a link to one that lies elsewhere.
        folder = place.parent.resolve()
        reference = Reference.parse(f"{folder.name}/{place.name.removesuffix('.yml')}")
        if reference and folder.parent == content and folder.name != CONTENT_FOLDER:
            return reference
        if place.is_dir() and content in (place.resolve(), place.resolve().parent):
            raise WrongName(f'"{shown(text)}" is a folder; name the files in it that you mean, one by one')
    raise WrongName(
        f'"{shown(text)}" names no entry of this playbook; write kind/id, such as groups/good-bread, '
        f"or the path of a file in {content}"
    )


def new_id(text: str, kind: str) -> str:
    """An id that someone typed, with or without its kind before it.

    Raises:
        WrongName: when it cannot be a file's name.
    """
    word = text.removeprefix(f"{kind}/")
    if reason := why_not(word):
        raise WrongName(f'no entry can be called "{word}": {reason}; choose another id')
    if re.fullmatch(IDENTIFIER, word):
        return word
    if "/" in word:
        raise WrongName(f'"{shown(text)}" is not an id of {kind}; an entry stays in its folder')
    proper = id_from(word)
    advice = f", such as {proper}" if proper else ""
    raise WrongName(
        f'"{shown(text)}" cannot be an id; use lower-case letters, digits and single hyphens{advice}'
    )


def id_for(name: str, draft: Draft) -> str:
    """The id that a new entry's name gives, with two letters for a German umlaut; empty for other scripts."""
    german = draft.settings is not None and draft.settings.language == "de"
    return id_from(unicodedata.normalize("NFC", name).translate(_UMLAUTS) if german else name)


def new_name(text: str) -> str:
    """A name that someone typed, with one space between words.

    Raises:
        WrongName: when nothing can be called so.
    """
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise WrongName(f"a name has 1 to {LONGEST_NAME} characters on one line; this one has {len(name)}")
    if not name.isprintable():
        raise WrongName("this name has a character that nobody can see; type it anew instead of pasting it")
    if not can_be_read(name):
        raise WrongName(f'"{name}" has no letter, digit or symbol; choose a name that can be read')
    return name


def require_free(draft: Draft, reference: Reference, name: str, own: Reference | None = None) -> None:
    """Refuse an id or a name that another entry of the kind goes by.

    Args:
        draft: all entries.
        reference: what the entry will be.
        name: what it will be called.
        own: what the entry was before, when it is renamed.

    Raises:
        Refusal: when either is taken; the message says by whom.
    """
    if reference in draft.documents and reference != own:
        raise Refusal(f"{reference.file} is {draft.named(reference)} already; choose another id")
    wanted = words_of(name)
    for other, entry in draft.entries.items():
        if other.kind != reference.kind or other == own:
            continue
        for called in (entry.name, *entry.aliases):
            if wanted and words_of(called) == wanted:
                which = "the name" if called == entry.name else "another name"
                raise Refusal(
                    f'"{shown(name)}" is {which} of {draft.named(other)} ({other.file}); choose another'
                )
            if id_from(called) == reference.id:
                raise Refusal(
                    f"the address {reference} leads to {draft.named(other)} ({other.file}), which goes "
                    f'by "{called}"; choose another id'
                )
