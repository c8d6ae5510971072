"""Much that goes to a page and comes back from it, as a text: Playwright looks at each part of a value."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page


def worked_out(window: Page, work: str, given: object) -> Any:
    """What a script's function makes of a value of plain data.

    Args:
        window: knows the function.
        work: an expression of JavaScript; the value is called `given`.
        given: what the function gets.
    """
    return json.loads(
        window.evaluate(
            f"(text) => {{ const given = JSON.parse(text); {_STRICT % work} }}", json.dumps(given)
        )
    )


# JSON has no word for what is no number, and would say `null` for it.
_STRICT = """return JSON.stringify(%s, (key, value) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value);"""
