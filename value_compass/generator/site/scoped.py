"""Our styles for the frame of another site: below one class, so that they change nothing else there."""

from __future__ import annotations

import re
from collections.abc import Iterable

ROOT = "vc-playbook"
"""The class of what holds a page of the playbook."""

# An id that nobody has makes our rules outweigh those of the frame, whatever these are.
_BELOW = f":is(.{ROOT}, #{ROOT})"

_AT_TOP = re.compile(r"@font-face\s*\{[^}]*\}")
_PAGE = re.compile(r"@page[^{]*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_REM = re.compile(r"(-?(?:\d*\.)?\d+)rem\b")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def scoped(styles: Iterable[str], rem: str) -> str:
    """Style sheets as one, in which every rule holds below the root alone.

    Args:
        styles: the style sheets, in order.
        rem: how long one rem of ours is in the frame, which may have another size of letters at its root.
    """
    text = _COMMENT.sub("", "\n".join(styles))
    at_top = "\n".join(_AT_TOP.findall(text))
    text = _AT_TOP.sub("", _PAGE.sub("", text)).replace(":root", "&")
    text = _REM.sub(lambda found: f"calc({found[1]} * {rem})", text)
    return f"{at_top}\n{_BELOW} {{\n{text}\n}}\n".lstrip()
