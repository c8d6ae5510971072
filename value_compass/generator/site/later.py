"""What a page shows only once a reader uses it: kept in a script beside the page instead of on it."""

from __future__ import annotations

import json
import re

_DATA = re.compile(r'<script type="application/json" data-later="(\w+)">(.*?)</script>\n?', re.DOTALL)
_PART = re.compile(r'(<div [^>]*data-later="(\w+)"[^>]*>)(.*?)(</div>)', re.DOTALL)


def taken_out(html: str, page: str) -> tuple[str, dict[str, str]]:
    """A page without what it shows later, and the script that holds that, by its address.

    The script sets `compassLater`: data as it is, and parts of the page as their markup.

    Args:
        html: the page; data has `data-later` with its name, and so has the element that holds a part.
        page: its address.
    """
    if "data-later=" not in html:
        return html, {}
    later = {found[1]: json.loads(found[2]) for found in _DATA.finditer(html)}
    later |= {found[2]: found[3] for found in _PART.finditer(html)}
    said = json.dumps(later, ensure_ascii=False, separators=(",", ":"))
    left = _PART.sub(r"\1\4", _DATA.sub("", html))
    return left, {later_address(page): f"globalThis.compassLater = {said};\n"}


def later_address(page: str) -> str:
    """Where the script of a page stands."""
    return f"{page.removesuffix('.html')}.js"
