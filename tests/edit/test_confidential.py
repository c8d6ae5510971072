"""Adding a confidential name changes one place of site.yml and no other byte."""

from __future__ import annotations

import difflib
import json
import textwrap
from pathlib import Path

import pytest
import yaml

from value_compass.generator.check.confidential_names import ConfidentialNames, hash_name
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.edit.change import changed_bytes
from value_compass.generator.edit.confidential import confidential
from value_compass.generator.edit.refusal import Refusal, WrongName
from value_compass.generator.load.document import parse_document
from value_compass.generator.load.folder import SETTINGS_FILE, Folder
from value_compass.schemas.settings import Confidential

SALT = "0123456789abcdef"
PLAIN = """title: Daily Bread # a comment
subtitle: How a bakery keeps its hotels
organisation: 'The bakery'
edition: Spring
home: {welcome: Bread.}
sections: [{id: values, title: Values, summary: Ours., introduction: Ours., kinds: [values]}]
editions:
  - name: all
    title: Everyone
    audiences: [everyone]
"""
BLOCK = f'{PLAIN}confidential:\n  salt: "{SALT}"\n'
OTHER = hash_name("Other name", SALT)


def draft(site: bytes) -> Draft:
    return draft_of(Folder(Path(), parse_document(site, SETTINGS_FILE), ()))


def add(text: str, name: str) -> str:
    edit = confidential(draft(text.encode()), name)
    return changed_bytes(text.encode(), edit.changes.get(SETTINGS_FILE, ())).decode()


def kept(text: str) -> ConfidentialNames:
    return ConfidentialNames(Confidential.model_validate(yaml.safe_load(text)["confidential"]))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.rstrip(),
        BLOCK,
        BLOCK.rstrip(),
        f"{BLOCK}  names: []\n",
        f'{BLOCK}  names: ["{OTHER}"]\n',
        f'{BLOCK}  names: [\n    "{OTHER}",\n  ]\n',
        f'{BLOCK}  names:\n    - "{OTHER}"\n',
        f'{BLOCK}  names:\n    - "{OTHER}"',
        f'{BLOCK}  names:\n  - "{OTHER}" # whose\n\n# end\nlanguage: en\n',
        f'confidential:\n  names:\n    - "{OTHER}"\n  salt: "{SALT}"\n{PLAIN}',
        f'confidential: {{salt: "{SALT}"}}\n{PLAIN}',
        f'confidential: {{salt: "{SALT}", names: []}}\n{PLAIN}',
        f'{PLAIN}confidential: {{names: ["{OTHER}"], salt: "{SALT}"}}\n',
        f'confidential:\n  salt: "{SALT}"\n\n\n{PLAIN}',
        f'confidential:\n    salt: "{SALT}"   # keep\n\n  # a remark\n{PLAIN}',
        textwrap.indent(PLAIN, "  "),
        json.dumps(yaml.safe_load(PLAIN)),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_name_is_added_and_nothing_else_changes(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    added = add(text, "Zonnehof Groep")

    assert kept(added).find("at zonnehof-groep") == [(3, 17)]
    if OTHER in text:
        assert kept(added).find("other name") == [(0, 10)]
    # Every character that was there is there still, in the same order.
    steps = difflib.SequenceMatcher(None, text, added, autojunk=False).get_opcodes()
    assert {step[0] for step in steps} <= {"equal", "insert"}
    assert "\n" not in added.replace("\r\n", "") if newline == "\r\n" else "\r" not in added
    before = yaml.safe_load(text)
    after = yaml.safe_load(added)
    before.pop("confidential", None)
    after.pop("confidential")
    assert before == after


def test_a_fresh_salt_is_random_and_long_enough() -> None:
    salts = {yaml.safe_load(add(PLAIN, "Zonnehof"))["confidential"]["salt"] for _ in range(3)}
    assert len(salts) == 3
    assert all(len(salt) == 32 for salt in salts)


def test_a_name_that_is_there_already_changes_nothing() -> None:
    once = add(BLOCK, "Zonnehof Groep")
    assert add(once, "ZONNEHOF-groep") == once


def test_the_name_itself_is_nowhere_in_the_text() -> None:
    assert "onnehof" not in add(BLOCK, "Zonnehof Groep").casefold()


def test_a_name_with_too_few_letters_is_refused() -> None:
    with pytest.raises(WrongName, match="at least 2 letters"):
        add(BLOCK, "X.")


@pytest.mark.parametrize(
    ("site", "reason"),
    [
        (b"title: [", r"site\.yml:1:8: "),
        (b"- a\n", r"site\.yml:1:1: "),
        (b"", r"site\.yml:1:1: "),
        (f"{PLAIN}imprint: Caf\u00e9\n".encode("latin-1"), r"site\.yml:11:13: .*UTF-8"),
        (f"{PLAIN}confidential:\n".encode(), "holds nothing; take the line out"),
        (f"{PLAIN}confidential:\n  names: []\n".encode(), r"site\.yml:\d+:\d+: .*salt"),
        (f'{BLOCK}  names: "x"\n'.encode(), r"site\.yml:\d+:\d+: .*names"),
    ],
)
def test_what_cannot_be_added_to_is_refused_with_the_reason(site: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        confidential(draft(site), "Zonnehof")
