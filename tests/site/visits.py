"""One visit to every kind of page in a real browser, and all that tests want to know of it.

Opening a page takes the browser longer than looking at it in another way: each page is opened once, under the
policy that the docs ask for, and then seen small and large, with large letters, on paper, by day and by night.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
AXE = Axe().axe_script
FEWER = """() => {
    const told = new Set(["A", "EM", "H2", "H3", "SPAN", "STRONG"]);
    document.querySelectorAll("main, main *:not(svg *)").forEach((part) => {
        const alike = {};
        [...part.children].forEach((child) => {
            const sort = child.tagName + child.className;
            alike[sort] = (alike[sort] || 0) + 1;
            if (alike[sort] > 2 && !told.has(child.tagName)) child.remove();
        });
    });
    [...document.querySelectorAll("main figure")].slice(3).forEach((figure) => figure.remove());
    document.querySelectorAll("main svg").forEach((svg) =>
        [...svg.querySelectorAll("a")].slice(12).forEach((link) => link.remove()));
}"""
"""Takes out what is made alike, in a list, among sections or in a figure: the first ones stand for all."""


@dataclass
class Visit:
    """What was seen on a page."""

    said: list[str] = field(default_factory=list)
    """Messages and errors of the browser while the page came."""
    asked: list[str] = field(default_factory=list)
    """The addresses that it asked for."""
    search: bool = False
    """Whether the search is there."""
    too_wide: list[int] = field(default_factory=list)
    """The widths at which it scrolls sideways."""
    beside_the_text: list[str] = field(default_factory=list)
    """What takes room beside the text on a tablet."""
    doubled: list[str] = field(default_factory=list)
    """What is wrong with letters of twice the size."""
    not_printed: int = 0
    """Parts of figures that paper does not show."""
    to_press: list[str] = field(default_factory=list)
    """What paper shows although it can only be pressed or opened; what is chosen may be chosen with a pen."""
    light: list[str] = field(default_factory=list)
    """What axe finds by day."""
    dark: list[str] = field(default_factory=list)
    """What axe finds in the colours of the night."""


def findings(page: Page, rules: object = WCAG, part: str | None = None) -> list[str]:
    """What axe finds on a page, or in a part of it."""
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False, "selectors": False}
    run = f"axe.run({json.dumps(part)} || document, {json.dumps(options)}).then((found) => found.violations)"
    # Each question takes as long as a rule or two: a page that has axe is not asked for it first.
    found = page.evaluate(f"globalThis.axe && {run}")
    if found is None:
        found = page.evaluate(f"{AXE};\n{run}")
    return [f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


class Small:
    """A page that is drawn in a twentieth of its size: what is asked of it is measured before, and nobody sees it.

    Drawing takes the browser as long as all its styles. The mouse would miss what it aims at: look, and press nothing.
    """

    def __init__(self, page: Page) -> None:
        self._protocol = page.context.new_cdp_session(page)

    def size(self, width: int, height: int) -> None:
        """Give the page a size in its own pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False, "scale": 0.05}
        self._protocol.send("Emulation.setDeviceMetricsOverride", size)


def visit_all(browser: Browser, site: str, addresses: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Visit pages of a site; what was seen of each, by its address."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    seen = Visit()
    page.on("console", lambda message: seen.said.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("request", lambda request: seen.asked.append(request.url))
    small = Small(page)
    small.size(1280, 720)
    visits = {}
    for number, address in enumerate(addresses):
        seen = Visit()
        page.emulate_media(media="screen", color_scheme="light")
        page.goto(site + address)
        visits[address] = seen
        seen.search = page.evaluate(_SEARCH)
        # What a look at the page brings about later is not the page's own doing.
        visits[address] = Visit(list(seen.said), list(seen.asked), seen.search)
        _look(page, small, visits[address], whole=number < 2)
    context.close()
    return {address: asdict(visit) for address, visit in visits.items()}


def _look(page: Page, small: Small, visit: Visit, *, whole: bool) -> None:
    for width in (360, 768, 1440):
        small.size(width, 800)
        seen = page.evaluate(_AT_A_WIDTH)
        if seen["width"] > width:
            visit.too_wide.append(width)
        if width == 768:
            visit.beside_the_text += _beside_the_text(seen)
    small.size(720, 900)
    seen = page.evaluate(_DOUBLED, ["Menu", "Dark colours"])
    if seen["width"] > 720:
        visit.doubled.append("it scrolls sideways")
    for name, boxes in seen["buttons"].items():
        assert len(boxes) <= 1, f"{len(boxes)} buttons are called {name}"
        if not any(x >= 0 and x + width <= 720 and 0 <= y < 900 for x, y, width in boxes):
            visit.doubled.append(f"the button {name} is out of sight")
    small.size(1280, 720)
    page.emulate_media(media="print")
    visit.not_printed, visit.to_press = page.evaluate(_ON_PAPER)
    page.emulate_media(media="screen")
    page.evaluate(FEWER)
    # The frame is the same on every page: the first two, one of them without a part, show all of it.
    part = None if whole else "main"
    visit.light = findings(page, WCAG, part)
    page.emulate_media(color_scheme="dark")
    visit.dark = findings(page, COLOURS, part)


def _beside_the_text(seen: dict[str, Any]) -> Iterator[str]:
    if len(seen["texts"]) != 1 or seen["texts"][0] <= 680:
        yield f"the text has {seen['texts']} px"
    if seen["columns"]:
        yield "a column stands there"


# What is seen is asked for at once: asking takes the browser as long as looking.
_SEARCH = """async () => {
    // A figure that is loaded when it comes near is asked for with the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const boxes = [...document.querySelectorAll("[role=combobox]")].filter((box) =>
        (box.getAttribute("aria-label") ?? box.labels?.[0]?.textContent ?? "").includes("Search"));
    const shown = (box) => box.checkVisibility({visibilityProperty: true}) && box.getBoundingClientRect().width > 0;
    return boxes.length === 1 && shown(boxes[0]);
}"""
_AT_A_WIDTH = """() => ({
    width: document.documentElement.scrollWidth,
    texts: [...document.querySelectorAll("main")].map((text) => text.getBoundingClientRect().width),
    columns: [...document.querySelectorAll(".vc-navigation, .vc-contents")].filter((part) => {
        const box = part.getBoundingClientRect();
        return box.width && box.height && part.checkVisibility({visibilityProperty: true});
    }).length,
})"""
_DOUBLED = """async (names) => {
    const size = document.documentElement.style;
    size.fontSize = "200%";
    // What scripts do about it they have done after the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const shown = [...document.querySelectorAll("button, [role=button]")].filter((part) =>
        part.checkVisibility({visibilityProperty: true}) && !part.closest("[aria-hidden=true]"));
    const called = (part) => (part.getAttribute("aria-label") ?? part.textContent).trim();
    const seen = {
        width: document.documentElement.scrollWidth,
        buttons: Object.fromEntries(names.map((name) => [name,
            shown.filter((part) => called(part).includes(name)).map((part) => {
                const box = part.getBoundingClientRect();
                return [box.x, box.y, box.width];
            })])),
    };
    size.fontSize = "";
    return seen;
}"""
_ON_PAPER = """() => [
    [...document.querySelectorAll("figure svg *")].filter((part) =>
        part.closest("svg").checkVisibility() && getComputedStyle(part).display === "none"
        && !part.closest("defs, title, desc")).length,
    [...document.querySelectorAll("button, select:not(.vc-decide *), details.vc-why, .vc-on-screen")]
        .filter((part) => part.checkVisibility()).map((part) => part.outerHTML.slice(0, 80)),
]"""
