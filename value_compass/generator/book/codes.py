"""QR codes: from a place on paper to the same entry on the site."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import segno
from msgspec import Struct

from value_compass.language.words import _

_RESERVED = (".example", ".invalid", ".test", ".localhost", ".example.com", ".example.org", ".example.net")
"""Names that lead nowhere, by RFC 2606."""


class Code(Struct, frozen=True):
    """A code, and the address in letters for those who type."""

    png: bytes
    alt: str
    letters: str


def leads_somewhere(site: str | None) -> bool:
    """Whether an address may be the site's own, and no stand-in that leads nowhere."""
    if site is None:
        return False
    try:
        host = (urlsplit(site).hostname or "").rstrip(".")
    except ValueError:
        return False
    return "." in host and not f".{host}".endswith(_RESERVED)


def stand_in(site: str | None) -> str | None:
    """What to tell of an address that is given and leads nowhere, before a book is set."""
    if not site or leads_somewhere(site):
        return None
    return (
        f"site_address in site.yml is a stand-in, {site[:80]}, that leads nowhere: no codes. "
        "Write there where the site really is before you print."
    )


def code(site: str | None, address: str) -> Code | None:
    """The code that leads to a page of the site; nothing where the site's address is none or a stand-in.

    Args:
        site: where the site is, ending in `/`.
        address: the page's address from the top of the site.
    """
    if site is None or not leads_somewhere(site) or len(site) > _LONGEST:
        return None
    whole = site + address
    return Code(_png(whole), _("QR code. It leads to {whole}.", whole=whole), whole.partition("://")[2])


def drawn(code: Code | None) -> dict[str, Any] | None:
    """A code as Typst reads it."""
    return {"png": list(code.png), "alt": code.alt, "letters": code.letters} if code else None


_MASK = 4
"""Any mask can be read; to look for the best one takes ten times as long."""

_LONGEST = 300
"""A longer address would make a code too fine to be read."""


_PIXELS = 4
"""So many stand for a module, each way: what smooths an image on a screen blurs a quarter of one at most."""


@lru_cache(maxsize=2048)
def _png(address: str) -> bytes:
    """Black and white pixels; a stain of a seventh does no harm."""
    made = BytesIO()
    segno.make(address, error="m", boost_error=False, micro=False, mask=_MASK).save(
        made, kind="png", scale=_PIXELS, border=0
    )
    return made.getvalue()
