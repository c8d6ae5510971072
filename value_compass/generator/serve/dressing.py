"""What a page of the preview has beside what it has on the site: a script, a style, a notice."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from value_compass.generator.serve.board import Notice

THEME = Path(__file__).parents[2] / "theme" / "serve"
"""The script and the style."""

OWN = "/_preview/"
"""Where the preview keeps what is its own: no entry and no section can have this address."""

NEWS = f"{OWN}news"
"""Where a page waits for its next state."""

EMPTY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Live preview</title></head>'
    "<body><p>There is no page to show yet.</p></body></html>\n"
)
"""What is shown as long as nothing could be built."""

_HEAD_END = re.compile(r"</head>", re.IGNORECASE)
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)


def dressed(html: str, page: str, number: int, notice: Notice | None) -> str:
    """A page as the preview shows it.

    Args:
        html: the page as it is on the site.
        page: its address.
        number: of the last change that it shows.
        notice: what to show beside it.
    """
    head = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<script src="{OWN}preview.js" data-news="{NEWS}" data-page="{escape(page)}"'
        f' data-since="{number}" defer></script>\n'
    )
    html = _HEAD_END.sub(lambda found: head + found[0], html, count=1)
    if notice is None:
        return html
    return _BODY.sub(lambda found: f"{found[0]}\n{_shown(notice)}", html, count=1)


def _shown(notice: Notice) -> str:
    kind, role, opened = ("errors", "alert", " open") if notice.urgent else ("warnings", "status", "")
    return (
        f'<aside class="vc-preview vc-preview-{kind}" role="{role}" aria-label="Live preview">'
        f"<details{opened}><summary>{escape(notice.title)}</summary>"
        f'<pre tabindex="0">{escape(notice.report)}</pre></details></aside>\n'
    )
