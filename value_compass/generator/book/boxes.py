"""What a print shop reads in a PDF: how far colours run beyond the cut."""

from __future__ import annotations

BLEED = 3 / 25.4 * 72
"""How far colours run over the cut, in points."""
