"""How long a book takes and how much memory, beside two other ways to a PDF of the same pages.

Run it with `.venv/bin/python -m benchmarks.book`; it installs WeasyPrint in an environment of its own.
Chromium is found on the path, best the one without windows, which is the quickest, or named in CHROMIUM. The
playbook of the bakery is grown to each size by copies of its events, workshops, glossary terms and sources: a
book of four times the entries is about four times as long.

Ours is the whole command: reading, checking, figures, and a book with page numbers in every reference. The
others print the pages of the site, all in one document with a print style, as people would who have a site
and no book: WeasyPrint with page numbers in the contents and references by `target-counter`, Chromium
without, because it cannot.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
from pypdf import PdfReader

from benchmarks.commands import COMPASS, installed
from benchmarks.grown import ROOT, grow
from benchmarks.pages import pages_of
from value_compass.generator.check.check import check
from value_compass.generator.pages.page import LINK, Page, page_address
from value_compass.schemas.fields import Reference
from value_compass.schemas.kinds import Kinds

SIZES = (100, 400, 1600)
LIMIT = 600
"""Seconds after which a run is given up."""

BAKERY = ROOT / "tests" / "playbooks" / "bakery"
KINDS = ("events", "terms", "workshops", "sources")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took; nothing when it was given up."""

    seconds: float | None
    megabytes: float
    """Of its largest process."""
    pages: int


def main() -> None:
    """Print a table: seconds, megabytes and pages of each way at each size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of entries")
    arguments.add_argument("--limit", type=int, default=LIMIT, help="seconds after which a run is given up")
    arguments.add_argument("--only", nargs="+", help="which ways: ours, weasyprint, chromium")
    given = arguments.parse_args()
    print(f"{'entries':>8}  {'way':12}{'seconds':>9}{'MB':>8}{'pages':>7}")
    with tempfile.TemporaryDirectory() as temporary:
        # Nothing that a book was made of before is there, whoever runs this.
        os.environ["XDG_CACHE_HOME"] = str(Path(temporary) / "kept")
        others = installed(Path(temporary) / "others", "weasyprint")
        for size in given.sizes:
            folder = Path(temporary) / str(size)
            grown = grow(folder / "playbook", size, BAKERY, KINDS)
            for way, command, made in _ways(grown, folder, others):
                if given.only and way not in given.only:
                    continue
                run = _measured(command, made, given.limit)
                seconds = f"{run.seconds:9.1f}" if run.seconds is not None else f"{f'> {given.limit}':>9}"
                print(f"{size:8}  {way:12}{seconds}{run.megabytes:8.0f}{run.pages or '-':>7}", flush=True)


def _ways(playbook: Path, folder: Path, others: Path) -> list[tuple[str, list[str], Path]]:
    """What is run, and what it makes."""
    pages, kinds = pages_of(playbook, folder / "cache"), check(playbook).draft.kinds
    html = _one_document(pages, kinds, folder / "pages.html")
    ours, weasy, chrome = (folder / f"{name}.pdf" for name in ("ours", "weasyprint", "chromium"))
    chromium = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium-headless-shell")
        or shutil.which("chromium")
        or "chromium"
    )
    printing = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--timeout=3600000"]
    return [
        ("ours", [*COMPASS, "-C", str(playbook), "book", "--output", str(ours)], ours),
        ("chromium", [chromium, *printing, f"--print-to-pdf={chrome}", html.as_uri()], chrome),
        ("weasyprint", [str(others / "weasyprint"), str(html), str(weasy)], weasy),
    ]


def _measured(command: Sequence[str], made: Path, limit: int) -> Run:
    """Run a command to its end, or until its time is up."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        over = threading.Event()

        def give_up() -> None:
            over.set()
            os.killpg(process.pid, signal.SIGKILL)

        clock = threading.Timer(limit, give_up)
        clock.start()
        _, status, used = os.wait4(process.pid, 0)
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if over.is_set():
        return Run(None, used.ru_maxrss / 1024, 0)
    if process.returncode or not made.exists():
        sys.exit(f"{command[:4]} ended with {process.returncode}")
    return Run(seconds, used.ru_maxrss / 1024, len(PdfReader(made).pages))


_STYLE = """
@page { size: A4; margin: 25mm 23mm 29mm 27mm;
  @top-right { content: string(head); font: 8.6pt "Source Sans Pro"; }
  @bottom-right { content: counter(page); font: 9.6pt "Source Sans Pro"; } }
body { font: 9.7pt/13pt "Source Serif Pro"; hyphens: auto; text-align: justify; margin: 0; }
h1, h2, h3, th { font-family: "Source Sans Pro"; text-align: left; }
h1 { string-set: head content(); }
section { break-before: page; }
nav a { display: block; }
a { color: inherit; text-decoration: none; }
a[href^="#"]::after { content: " " target-counter(attr(href), page); font-size: 7.8pt; }
svg { max-width: 100%; height: auto; }
.vc-mark { width: 13mm; }
.vc-visually-hidden, .vc-for-narrow, .vc-usual, [hidden], form, button, section nav { display: none; }
table { border-collapse: collapse; } tr { break-inside: avoid; } td, th { border-bottom: .35pt solid #aaa; }
"""


def _one_document(pages: Sequence[Page], kinds: Kinds, file: Path) -> Path:
    """All pages as one HTML file with contents."""
    fonts = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("{Path(path).as_uri()}"); font-weight: {weight};'
        f" font-style: {style}; }}\n"
        for family, files in (
            ("Source Serif Pro", font_source_serif_pro.font_files_otf),
            ("Source Sans Pro", font_source_sans_pro.font_files_otf),
        )
        for path in files.values()
        for weight, style in [_cut(Path(path).stem)]
    )
    contents = "".join(f'<a href="#{_id(page.address)}">{page.title}</a>' for page in pages)
    body = "".join(
        f'<section id="{_id(page.address)}">{_with_own_ids(page, kinds)}</section>' for page in pages
    )
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Book</title>'
        f"<style>{fonts}{_STYLE}</style>"
        f"<nav><h1>Contents</h1>{contents}</nav>{body}</html>",
        encoding="utf-8",
    )
    return file


def _cut(stem: str) -> tuple[int, str]:
    """The weight and style of a font by the name of its file."""
    weights = {"ExtraLight": 200, "Light": 300, "Semibold": 600, "Bold": 700, "Black": 900}
    weight = next((number for name, number in weights.items() if name in stem), 400)
    return weight, "italic" if re.search("It(alic)?$", stem) else "normal"


def _id(address: str) -> str:
    return re.sub(r"[^\w-]", "-", address)


def _with_own_ids(page: Page, kinds: Kinds) -> str:
    """A page whose ids no other page has, and whose links stay in the document."""

    def target(found: re.Match[str]) -> str:
        scheme, address, _, fragment = found.groups()
        if scheme == "entry":
            reference = Reference.parse(address)
            address = page_address(reference, None, kinds) if reference else address
        path, _, own = address.partition("#")
        place = (fragment or "").removeprefix("#") or own
        return f"#{_id(path)}" + (f"--{place}" if place else "")

    # What is closed on the screen is open on paper.
    html = page.html.replace("<details", "<details open")
    html = re.sub(r'\bid="([^"]+)"', rf'id="{_id(page.address)}--\1"', html)
    html = re.sub(r'(xlink:href|href)="#([^"]+)"', rf'\1="#{_id(page.address)}--\2"', html)
    html = re.sub(r"url\(#([^)]+)\)", rf"url(#{_id(page.address)}--\1)", html)
    return LINK.sub(target, html)


if __name__ == "__main__":
    main()
