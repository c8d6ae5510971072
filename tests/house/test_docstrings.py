"""A class is described by a noun: what it is, not what it does."""

from __future__ import annotations

import ast

from tests.house.source import modules

NOUN_BEFORE = frozenset({"what", "whether", "how", "where", "which", "who", "everything", "something"})
"""Words that begin a clause which stands for a noun."""


def test_docstrings_of_classes_begin_with_a_noun() -> None:
    """Docstrings are plain words: one that ends in `s` and is followed by an article is a verb."""
    verbs = [
        f"{module.name}: {text.partition(chr(10))[0]}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and (text := ast.get_docstring(node) or "")
        for first, second in [[*text.lower().split(), "", ""][:2]]
        if first.endswith("s") and first not in NOUN_BEFORE and second in {"a", "an", "the", "what"}
    ]
    assert verbs == []
