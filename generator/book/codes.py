"""QR codes: from a place on paper to the same entry on the site."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

import segno

from generator.book.images import Images


def code(images: Images, site: str | None, address: str) -> dict[str, str] | None:
    """The code that leads to a page of the site, as Typst reads it.

    Args:
        images: where figures go.
        site: where the site is, ending in `/`; nothing when nobody knows, and then there is no code.
        address: the page's address from the top of the site.
    """
    if site is None:
        return None
    image = images.add(_drawing(site + address))
    return {"file": image.file, "alt": image.alt}


def _drawing(address: str) -> str:
    """One path of horizontal runs, so that no seam shows between modules.

    The least correction that the smallest code leaves room for: on paper larger modules help more.
    """
    modules = segno.make(address, error="l", boost_error=True, micro=False).matrix
    size = len(modules)
    path = "".join(_runs(modules))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<title>QR code</title><desc>It leads to {escape(address)}</desc><path d="{path}"/></svg>'
    )


def _runs(modules: tuple[bytearray, ...]) -> Iterator[str]:
    for y, row in enumerate(modules):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
