"""Adding a confidential name changes one place of site.yml and no other byte."""

from __future__ import annotations

import difflib

import pytest
import yaml

from generator.check.confidential_names import ConfidentialNames, add_name, hash_name
from schemas.settings import Confidential

SALT = "0123456789abcdef"
PLAIN = "title: x # a comment\nhome:\n  welcome: 'y'\n"
BLOCK = f'{PLAIN}confidential:\n  salt: "{SALT}"\n'
OTHER = hash_name("Other name", SALT)


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
        f"{BLOCK}  names:\n",
        f"{BLOCK}  names:\n\nlanguage: en\n",
        f'{BLOCK}  names:\n    - "{OTHER}"\n',
        f'{BLOCK}  names:\n    - "{OTHER}"',
        f'{BLOCK}  names:\n  - "{OTHER}" # whose\n\n# end\nlanguage: en\n',
        f'confidential:\n  names:\n    - "{OTHER}"\n  salt: "{SALT}"\nlanguage: en\n',
        f'confidential: {{salt: "{SALT}"}}\nlanguage: en\n',
        f'confidential: {{salt: "{SALT}", names: []}}\nlanguage: en\n',
        f'confidential: {{names: ["{OTHER}"], salt: "{SALT}"}}\n',
        f'confidential:\n  salt: "{SALT}"\n\n\nlanguage: en\n',
        f'confidential:\n    salt: "{SALT}"   # keep\n\n  # a remark\nlanguage: en\n',
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_name_is_added_and_nothing_else_changes(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    added = add_name(text, "Zonnehof Groep")

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
    salts = {yaml.safe_load(add_name(PLAIN, "Zonnehof"))["confidential"]["salt"] for _ in range(3)}
    assert len(salts) == 3
    assert all(len(salt) == 32 for salt in salts)


def test_a_name_that_is_there_already_changes_nothing() -> None:
    once = add_name(BLOCK, "Zonnehof Groep")
    assert add_name(once, "ZONNEHOF-groep") == once


def test_the_name_itself_is_nowhere_in_the_text() -> None:
    assert "onnehof" not in add_name(BLOCK, "Zonnehof Groep").casefold()


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        (BLOCK, "X", "at least 3 letters"),
        ("title: [", "Zonnehof", "cannot be read"),
        ("- a\n", "Zonnehof", "cannot be read"),
        ("", "Zonnehof", "cannot be read"),
        ("confidential:\nhome: x\n", "Zonnehof", "holds nothing"),
        ("confidential:\n  names: []\n", "Zonnehof", "no `salt`"),
        (f'{BLOCK}  names: "x"\n', "Zonnehof", "not a list"),
    ],
)
def test_what_cannot_be_added_is_refused_with_the_reason(text: str, name: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        add_name(text, name)
