"""Links in texts lead to an entry or to an address that a browser may open.

A link out of the playbook is written `[words](https://...)`. Only addresses of the web and of mail are
let through: a link that runs a script, or opens a file of one's own disk, would be a trap for readers, and
one to another page by its place breaks when that page moves. Texts hold no pictures: figures are drawn
from the data, so that the book and people who cannot see have them too.

**Way out:** write the whole address with `https://`, or link to an entry as `[[kind/id|words]]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from value_compass.generator.check.draft import Draft
from value_compass.generator.check.meaning import Codes, Meaning
from value_compass.generator.check.model_at import takes_markdown
from value_compass.generator.check.wording import shown
from value_compass.generator.load.document import Keys
from value_compass.generator.load.problem import Problem
from value_compass.schemas.fields import Reference
from value_compass.schemas.settings import Settings

CODES: Codes = {
    "broken-address": Meaning(
        "A link to an address that is not whole",
        "A link out of the playbook is written `[words](https://...)`, with the whole address. A link to "
        "another entry is written `[[kind/id|words]]`.",
        "body: See [the mill](mill.example.org).",
        "body: See [the mill](https://mill.example.org/).",
    ),
    "unsafe-link": Meaning(
        "A link to an address that is not let through",
        "Links lead to entries, to the web (`https://`) and to mail (`mailto:`). A link that runs a script "
        "or opens a file would be a trap for the one who follows it.",
        "body: See [the list](file:///C:/list.xls).",
        "body: See [the list](https://intranet.example.org/list).",
    ),
    "picture": Meaning(
        "A picture in a text",
        "Texts hold no pictures. Figures are drawn from the fields of entries, so that they fit the site and "
        "the book and can be read aloud. Say in words what the picture shows.",
        'body: "![Our oven](oven.png)"',
        "body: The oven has three decks.",
    ),
}
"""What the rule finds, and what each means."""

_WRITTEN = re.compile(r"(?P<picture>!?)\[[^\[\]]*\]\(\s*(?P<address>[^()]*(?:\([^()]*\)[^()]*)*)\)")
"""A link or a picture as Markdown writes it; an address may have brackets of its own."""

_DEFINED = re.compile(r"^[ ]{0,3}\[(?!\^)[^\[\]]+\]:[ ]*(?P<address><[^<>\n]*>|\S+).*$", re.MULTILINE)
"""An address that stands below the words that lead to it."""

_HOST = re.compile(r"[\w-]+(\.[\w-]+)*")
"""A name in any script: a browser turns "bäckerei.example" into what the net knows. Addresses in
numbers and colons are told apart by their colons."""


def check(draft: Draft) -> Iterator[Problem]:
    """What texts of entries link to, then texts of site.yml."""
    for source, parts in draft.all_parts():
        yield from _in_texts(draft, source, parts.texts)


def _in_texts(draft: Draft, source: Reference | None, texts: list[tuple[Keys, str]]) -> Iterator[Problem]:
    for keys, text in texts:
        if "](" in text:
            for found in _WRITTEN.finditer(text):
                said = _picture() if found["picture"] else _wrong(_address(found["address"]))
                if said:
                    code, message, advice = said
                    yield draft.problem(code, message, source, keys, advice, part=found[0])
        if "]:" in text and takes_markdown(type(draft.entries[source]) if source else Settings, keys):
            for found in _DEFINED.finditer(text):
                if said := _wrong(_address(found["address"])):
                    code, message, advice = said
                    yield draft.problem(code, message, source, keys, advice, part=found[0].strip())


def _address(written: str) -> str:
    """Where a link leads, without its title and the brackets that let it have spaces."""
    bracketed = re.match(r"\s*<([^<>\n]*)>", written)
    # In such brackets a space is written out for the browser.
    return bracketed[1].replace(" ", "%20") if bracketed else written.partition(' "')[0].strip()


def _picture() -> tuple[str, str, str]:
    return (
        "picture",
        "a text cannot hold a picture",
        "take it out, and say in words what it shows; a figure is drawn from an entry's fields",
    )


def _wrong(address: str) -> tuple[str, str, str] | None:
    """The code, the message and the way out, if something is wrong with an address."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        known = _HOST.fullmatch(host) or (":" in host and ip_address(host))
    except ValueError:
        return _broken(address)
    scheme = parts.scheme.lower()
    if scheme in {"http", "https"}:
        if known and re.search(r"\s", address):
            return (
                "broken-address",
                f'"{shown(address)}" ends at its first space',
                "write %20 for each space, or put the whole address between < and >",
            )
        return None if known else _broken(address)
    if scheme == "mailto":
        return None if re.fullmatch(r"[^\s@]+@[\w.-]+", parts.path) else _broken(address)
    if scheme:
        return (
            "unsafe-link",
            f'a link cannot lead to "{shown(address)}": addresses with {shown(scheme)}: are not let through',
            "give an address that begins with https:// or mailto:, or take the link out",
        )
    return _broken(address)


def _broken(address: str) -> tuple[str, str, str]:
    return (
        "broken-address",
        f'"{shown(address)}" is not a whole address' if address else "this link has no address",
        "write it whole, such as https://example.org/page; a link to an entry is written [[kind/id|words]]",
    )
