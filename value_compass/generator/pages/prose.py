"""Authors' text to HTML: restricted Markdown with links between entries.

Raw HTML stays text; links go to other entries, to http, https and mail addresses only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import asdict

from value_compass.generator.playbook.playbook import Playbook
from value_compass.language.texts import language_of
from value_compass.schemas.fields import Reference
from value_compass.schemas.links import OPENS, link_at

NameOf = Callable[[Reference], str | None]
"""Gives an entry's name, or nothing when the edition does not show it."""

PlainText = Callable[[str], str]
"""Takes the links out of an author's line."""

LONG = 300
"""So many letters are enough to be folded away under the first paragraph."""


def prose(text: str, name_of: NameOf) -> Markup:
    """Render Markdown of several paragraphs.

    Args:
        text: what the author wrote.
        name_of: for the words of links that have none of their own.
    """
    return Markup(_markdown().render(text, {"name_of": name_of, "language": language_of(text)}))


def opening(text: str, name_of: NameOf) -> tuple[Markup, Markup]:
    """Render Markdown of several paragraphs: the first of them, and what follows it where that is long."""
    html = prose(text, name_of)
    first, end, rest = html.partition("</p>\n")
    if not html.startswith("<p") or len(Markup(rest).striptags()) < LONG:
        return html, Markup()
    return Markup(first + end), Markup(rest)


def first_paragraph(text: str, name_of: NameOf) -> str | None:
    """The words of the first paragraph, without markup; nothing where all is lists, tables and code."""
    paragraphs = [one for one in prose_tokens(text) if one.type == "paragraph_open" and not one.hidden]
    place = next((place for place, one in enumerate(paragraphs) if one.level == 0), None)
    if place is None:
        return None
    found = re.findall(r"<p(?: [^>]*)?>(.*?)</p>", prose(text, name_of), re.DOTALL)
    return Markup(found[place]).striptags()


def line(text: str, name_of: NameOf) -> Markup:
    """Render one line: plain text with links between entries."""
    if OPENS not in text:
        return marked(text)
    return _in_language(_links_only().renderInline(text, {"name_of": name_of}), language_of(text))


def marked(text: str) -> Markup:
    """Words as they are, with their language where it is another than the playbook's."""
    return _in_language(escape(text, quote=False), language_of(text))


def _in_language(html: str, language: str | None) -> Markup:
    return Markup(f'<span lang="{language}">{html}</span>' if language else html)


def prose_tokens(text: str) -> list[Token]:
    """Markdown of several paragraphs as the parser's tokens, for a medium that is not HTML."""
    return _markdown().parse(text)


def line_tokens(text: str) -> list[Token]:
    """One line as the parser's tokens: texts and `entry_link`."""
    return _links_only().parseInline(text)[0].children or []


def plain_text(playbook: Playbook) -> PlainText:
    """What takes the links out of the lines of a playbook: names take their place, or their own words."""
    return lambda text: line(text, playbook.name_of).striptags() if OPENS in text else text


def plain_data(value: Any, plain: PlainText) -> Any:
    """A value as plain lists and objects, for a script, without links in its texts."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Struct):
        return {field: plain_data(inner, plain) for field, inner in asdict(value).items()}
    return [plain_data(inner, plain) for inner in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    setattr(markdown, "validateLink", _safe_link)  # noqa: B010 - the library's own way to restrict links
    markdown.inline.ruler.before("link", "entry_link", _entry_link)
    markdown.add_render_rule("entry_link", _render_entry_link)
    markdown.core.ruler.push("lower_headings", _lower_headings)
    markdown.core.ruler.push("aligned_cells", _aligned_cells)
    markdown.core.ruler.push("other_language", _other_language)
    return markdown


@lru_cache(maxsize=1)
def _links_only() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False})
    markdown.inline.ruler.before("text", "entry_link", _entry_link)
    markdown.inline.ruler.at("text", _text_up_to_link)
    markdown.inline.ruler.enableOnly(["entry_link", "text"])
    markdown.add_render_rule("entry_link", _render_entry_link)
    return markdown


def _safe_link(address: str) -> bool:
    return address.lower().startswith(("http://", "https://", "mailto:"))


def _text_up_to_link(state: StateInline, silent: bool) -> bool:
    end = state.src.find(OPENS, state.pos)
    if end == state.pos:
        end = state.src.find(OPENS, state.pos + 2)
    end = state.posMax if end < 0 else min(end, state.posMax)
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _entry_link(state: StateInline, silent: bool) -> bool:
    link = link_at(state.src, state.pos)
    if link is None or link.target is None:
        return False
    if not silent:
        token = state.push("entry_link", "a", 0)
        token.content = link.words
        token.meta = {"reference": link.target}
    state.pos = link.end
    return True


def _render_entry_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[index]
    reference: Reference = token.meta["reference"]
    name = env["name_of"](reference)
    words = escape(token.content or name or reference.id, quote=False)
    return f'<a href="entry:{reference}">{words}</a>' if name else words


def _lower_headings(state: object) -> None:
    """An author's headings stand below the page's own: the highest becomes a third level."""
    for token in getattr(state, "tokens", ()):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 2, 6)}"


def _other_language(state: StateCore) -> None:
    """Paragraphs, lists and tables say their language where it is another than the playbook's."""
    language = state.env.get("language")
    for token in state.tokens:
        if language and token.level == 0 and token.nesting >= 0:
            token.attrSet("lang", language)


_ALIGNED = {"text-align:center": "vc-centred", "text-align:right": "vc-to-the-right"}


def _aligned_cells(state: object) -> None:
    """A cell has its alignment as a class: a strict policy lets no page have styles of its own."""
    for token in getattr(state, "tokens", ()):
        if token.type in {"th_open", "td_open"}:
            aligned = _ALIGNED.get(str(token.attrs.pop("style", "")))
            if aligned:
                token.attrSet("class", aligned)
