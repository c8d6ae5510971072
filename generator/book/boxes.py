"""What a print shop reads in a PDF: where each page is cut, and how far its colours run beyond."""

from __future__ import annotations

import io

import pikepdf

BLEED = 3 / 25.4 * 72
"""How far colours run over the cut, in points."""


def with_bleed_boxes(pdf: bytes) -> bytes:
    """Say how far the bleed of each page reaches; Typst says only where the page is cut.

    Tags, metadata and everything else stay as they are, and the same PDF gives the same bytes.

    Args:
        pdf: a book whose pages have a TrimBox.
    """
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as book:
        for page in book.pages:
            left, bottom, right, top = (float(side) for side in page.trimbox.as_list())
            page.bleedbox = pikepdf.Array(
                [round(side, 5) for side in (left - BLEED, bottom - BLEED, right + BLEED, top + BLEED)]
            )
        book.save(made, deterministic_id=True, fix_metadata_version=False)
    return made.getvalue()
