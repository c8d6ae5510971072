"""A name that must appear nowhere from now on."""

from __future__ import annotations

import json
import secrets

import yaml

from value_compass.generator.check.confidential_names import hash_name
from value_compass.generator.check.draft import Draft
from value_compass.generator.edit.change import Change, Edit
from value_compass.generator.edit.nodes import field_added, held_at, items_added
from value_compass.generator.edit.refusal import Refusal, WrongName, listed
from value_compass.generator.load.document import Document
from value_compass.generator.load.folder import SETTINGS_FILE


def confidential(draft: Draft, name: str) -> Edit:
    """Keep a name out of every text; `site.yml` holds it as a salted hash only.

    Args:
        draft: what could be read of the playbook; only its settings matter.
        name: the name, in any spelling.

    Returns:
        The edit; an empty one when the name is kept already.

    Raises:
        WrongName: when the name has too few letters to be looked for.
        Refusal: when `site.yml` is not in a state to be added to.
    """
    document, settings = draft.folder.settings, draft.settings
    if settings is None:
        wrong = [problem for problem in draft.problems if problem.file == SETTINGS_FILE]
        raise Refusal(f"{SETTINGS_FILE} has errors; correct them first:\n{listed(wrong)}")
    salt = settings.confidential.salt if settings.confidential else secrets.token_hex(16)
    try:
        kept = hash_name(name, salt)
    except ValueError as failure:
        raise WrongName(str(failure)) from failure
    if settings.confidential is None:
        change = _begun(document, salt, kept)
    elif kept in settings.confidential.names:
        return Edit()
    else:
        change = items_added(document, ("confidential", "names"), [json.dumps(kept)], after="salt")
    return Edit({document.file: (change,)})


def _begun(document: Document, salt: str, kept: str) -> Change:
    """The first name, in a new field at the end."""
    if held_at(document, ("confidential",)):
        raise Refusal(f"`confidential` in {SETTINGS_FILE} holds nothing; take the line out first")
    if isinstance(document.root, yaml.CollectionNode) and document.root.flow_style:
        value = f'{{salt: "{salt}", names: ["{kept}"]}}'
    else:
        value = f'\n  salt: "{salt}"\n  names:\n    - "{kept}"'
    last = next(reversed(document.data))
    return field_added(document, (last,), "confidential", value)
