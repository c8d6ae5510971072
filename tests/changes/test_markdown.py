"""The comment on a pull request: short, whole, and never more than text, whatever authors wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from tests.changes.bakery import Bakery
from value_compass.generator.changes.change import Change
from value_compass.generator.changes.markdown import MOST, markdown_report, text
from value_compass.generator.changes.report import State, compare
from value_compass.generator.changes.told import visible
from value_compass.generator.changes.touched import Touched, TouchedPage, Touching
from value_compass.generator.check.draft import Draft
from value_compass.generator.pages.touching import PagesTouched
from value_compass.schemas.fields import Reference

HOSTILE = [
    "</details><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](https://example.org/x.png)",
    "**bold** _it_ `code` ~~gone~~ # heading",
    "@everyone and #12 and !7",
    "https://example.org and www.example.org and <https://example.org>",
    "```\n# out\n```",
    "&lt;b&gt; &amp; &#60;",
    "| a | b |\n|---|---|\n| c | d |",
    "<!-- hidden",
    "\\<b>",
    "- [ ] task\n1. one\n> quote",
    "$x^2$ :tada: ***",
    "\u202egnp.exe \u200b\x1b[31mred",
]


class OwnPages:
    """Every changed entry has a page that looks different; no page needs to be rendered to say so."""

    def __init__(self, before: Draft, after: Draft, changes: Sequence[Change]) -> None:
        self.changes = changes

    def __call__(self, changes: Collection[Change] | None = None) -> Touched:
        chosen = [change.entry for change in (self.changes if changes is None else changes)]
        pages = (TouchedPage(visible(f"Event {one.name}"), f"{one.reference}.html") for one in chosen)
        return Touched(frozenset(pages), frozenset(one.reference for one in chosen))


def report(
    before: Draft,
    after: Draft,
    touching_of: Callable[[Draft, Draft, tuple[Change, ...]], Touching] = OwnPages,
) -> str:
    return markdown_report(compare(State("v1", before), State("the work tree", after), touching_of))


def tokens(markdown: str) -> list[Token]:
    """Everything in a Markdown text, the parts of its lines too."""
    parsed = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


FOLD = re.compile(r"<details><summary>[\w ]+ \([\d,]+\)</summary>|</details>")


def html_of(markdown: str) -> list[str]:
    """All HTML but that which folds a list."""
    return [html for html in html_in(markdown) if not FOLD.fullmatch(html)]


def html_in(markdown: str) -> list[str]:
    """The HTML in a Markdown text."""
    return [
        token.content.strip() for token in tokens(markdown) if token.type in {"html_block", "html_inline"}
    ]


def with_name(draft: Draft, name: str) -> Draft:
    reference = Reference("events", "late-van")
    entry = draft.entries[reference]
    body = f"One. {name}\n\n{name} Two."
    changed = entry.model_copy(
        update={"name": name, "goal": name, "summary": name, "owner": name, "body": body}
    )
    first = changed.builds[0].model_copy(update={"reason": name})
    changed = changed.model_copy(update={"builds": (first,)})
    return replace(draft, entries=MappingProxyType({**draft.entries, reference: changed}))


@pytest.mark.parametrize("name", HOSTILE)
def test_authors_text_stays_text(bakery: Bakery, name: str) -> None:
    draft = bakery.draft()
    for before, after in ((draft, with_name(draft, name)), (with_name(draft, name), draft)):
        markdown = report(before, after)
        assert html_of(markdown) == []
        kinds = {token.type for token in tokens(markdown)}
        assert not kinds & {"link_open", "image", "table_open", "s_open", "em_open", "hr", "blockquote_open"}
        assert {token.tag for token in tokens(markdown) if token.type == "heading_open"} == {"h3"}
        assert not re.search(r"[\x00-\x09\x0b-\x1f\u200b\u202e]", markdown)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_shows_as_itself(said: str) -> None:
    parsed = tokens(f"- it says {text(said)} here")
    shown = "".join(token.content for token in parsed if token.type in {"text", "text_special"})
    assert not {token.type for token in parsed} & {
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "strong_open",
    }
    assert shown.replace("\N{WORD JOINER}", "") == f"it says {visible(said)} here"


@pytest.mark.parametrize("call", ["@everyone", "@some-team", "#12", "!7"])
def test_nobody_is_called_and_nothing_is_linked_by_a_sign(call: str) -> None:
    assert call not in text(f"see {call} there").replace("\\", "")


def test_a_pull_request_at_a_glance(bakery: Bakery, tmp_path: Path) -> None:
    before = bakery.draft()
    bakery.edit(
        "workshops/menu-day",
        "builds:\n",
        "builds:\n  - to: values/early-warning\n    reason: A full table shows what runs short.\n",
    )
    bakery.edit("events/late-van", "name: A late van", "name: The late van")
    touching_of = partial(PagesTouched, cache=tmp_path / "cache")
    lines = report(before, bakery.draft(), touching_of).splitlines()
    assert lines[0].startswith("**2 changes in 2 entries (1 renamed) from v1 to the work tree; ")
    assert lines[2:9] == [
        "### Workshops",
        "",
        "- **Menu day** (`workshops/menu-day`)",
        "  - now also builds **An early warning**, because a full table shows what runs short.",
        "",
        "### Events",
        "",
    ]
    assert "### Owners of what is touched" in lines
    assert "- The late van" in lines


def test_a_text_that_was_rewritten_shows_what_left_and_what_came(bakery: Bakery) -> None:
    bakery.add("events/late-van", "body: |\n  It happens. Every winter.\n\n  ```` ticks\n")
    before = bakery.draft()
    bakery.edit("events/late-van", "Every winter.", "Every year.")
    markdown = report(before, bakery.draft())
    [fence] = [token for token in tokens(markdown) if token.type == "fence"]
    assert fence.info == "diff"
    assert fence.content == "- Every winter.\n+ Every year.\n"


def test_a_fence_is_longer_than_what_stands_in_it(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.add("events/late-van", "body: |\n  One.\n\n  ```````\n  <b>out</b>\n")
    markdown = report(before, bakery.draft())
    assert html_of(markdown) == []
    [fence] = [token for token in tokens(markdown) if token.type == "fence"]
    assert "<b>out</b>" in fence.content


def many(draft: Draft, number: int, words: str) -> Draft:
    template = draft.entries[Reference("terms", "crumb")]
    new = {
        (reference := Reference("terms", f"term-{i}")): template.model_copy(
            update={"reference": reference, "name": f"Term {i}", "summary": words, "owner": f"Owner {i}"}
        )
        for i in range(number)
    }
    return replace(draft, entries=MappingProxyType({**draft.entries, **new}))


def test_a_long_list_is_folded(bakery: Bakery) -> None:
    draft = bakery.draft()
    markdown = report(draft, many(draft, 20, "Short."))
    assert html_in(markdown)[:2] == ["<details><summary>Glossary (20)</summary>", "</details>"]
    assert "left out" not in markdown


@pytest.mark.parametrize(("number", "words"), [(3000, "x" * 160), (400, "*" * 160), (60, "<" * 160)])
def test_a_report_fits_in_a_comment_and_says_what_it_left_out(
    bakery: Bakery, number: int, words: str
) -> None:
    draft = bakery.draft()
    markdown = report(draft, many(draft, number, words))
    assert len(markdown) <= MOST
    assert html_of(markdown) == []
    assert html_in(markdown)[::2] == [html for html in html_in(markdown) if html != "</details>"]
    told = markdown.count("is new: ")
    if told < number:
        assert f"*{number - told:,} more changes left out here; `compass diff` tells all.*" in markdown
    assert told > 50


def test_one_entry_cannot_take_all_the_room(bakery: Bakery) -> None:
    draft = bakery.draft()
    reference = Reference("events", "late-van")
    entry = draft.entries[reference]
    statement = entry.actions[0]  # type: ignore[attr-defined]
    actions = tuple(statement.model_copy(update={"text": f"{i} " + "word " * 70}) for i in range(500))
    after = replace(
        draft,
        entries=MappingProxyType({**draft.entries, reference: entry.model_copy(update={"actions": actions})}),
    )
    markdown = report(draft, after)
    assert len(markdown) < 10_000
    assert re.search(r"\*and \d+ more changes\*", markdown)


def test_no_changes(bakery: Bakery) -> None:
    assert report(bakery.draft(), bakery.draft()) == (
        "**No changes of the content from v1 to the work tree.**\n"
    )


def test_what_could_not_be_read_is_said(bakery: Bakery) -> None:
    before = bakery.draft()
    bakery.path("terms/crumb").write_text("name: [broken", encoding="utf-8")
    markdown = report(before, bakery.draft())
    assert "### Not compared, because it could not be read" in markdown
    assert "- content/terms/crumb.yml in the work tree, line 1" in markdown
