"""What tests share: the real playbook and its site, the bakery's playbook, a server under a sub-path, a browser."""

from __future__ import annotations

import functools
import gc
import os
import pickle
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, ViewportSize, sync_playwright
from playwright.sync_api import Page as Window

from tests import day
from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from tests.files import copied
from tests.shared import shared
from value_compass.generator.check.check import check
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.page import Page
from value_compass.generator.pages.render import render_pages
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.generator.site.download import Download

os.environ.setdefault("SOURCE_DATE_EPOCH", day.EPOCH)

# What a session keeps is large; going through it for garbage at every turn takes longer than many tests.
gc.set_threshold(100_000, 50, 100)

ROOT = Path(__file__).parents[1]
SUB_PATH = "intranet/playbook"


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of the real playbook. Who asks for it, directly or not, is marked as `ours`."""
    return ROOT


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: for a tenth of its time a worker waits, for a server or a signal."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 1


def pytest_sessionfinish() -> None:
    """Look for garbage once and set aside what lives: pytest looks five times more when it ends."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the real playbook: another company's, in its place, does not have what they look for."""
    for item in items:
        if "real" in getattr(item, "fixturenames", ()) or item.path.is_relative_to(
            ROOT / "tests" / "content"
        ):
            item.add_marker(pytest.mark.ours)


_OURS = (f"{ROOT / 'content'}{os.sep}", str(ROOT / "site.yml"))
_reading = {"allowed": True}


def _keep_away(event: str, arguments: tuple[object, ...]) -> None:
    """Let a test that is not marked fail where it opens a file of the real playbook."""
    if event == "open" and not _reading["allowed"] and str(arguments[0]).startswith(_OURS):
        raise AssertionError(f"{arguments[0]} is ours: take the bakery, or the fixture `real`")


sys.addaudithook(_keep_away)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Allow the marked tests alone to read the real playbook."""
    _reading["allowed"] = item.get_closest_marker("ours") is not None
    try:
        return (yield)
    finally:
        _reading["allowed"] = True


def copy_to(folder: Path, real: Path) -> Path:
    """Copy the real playbook to a folder that is not there yet."""
    folder.mkdir()
    shutil.copy(real / "site.yml", folder)
    copied(real / "content", folder / "content")
    return folder


@pytest.fixture
def copy(tmp_path: Path, real: Path) -> Path:
    """A copy of the real playbook that a test may change."""
    return copy_to(tmp_path / "playbook", real)


@pytest.fixture
def bakery(tmp_path: Path) -> Bakery:
    """A copy of the bakery's playbook that a test may change."""
    copied(BAKERY, tmp_path / "bakery")
    return Bakery(tmp_path / "bakery")


@pytest.fixture(scope="session")
def playbook(real: Path) -> Playbook:
    """The real playbook in its first edition."""
    draft = check(real).draft
    assert draft.settings
    return seal(draft, draft.settings.editions[0])


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where drawn graphs are kept for all tests and workers."""
    return shared(tmp_path_factory, "drawn", Path.mkdir)


@pytest.fixture(scope="session")
def figures(playbook: Playbook, drawn: Path) -> Figures:
    return Figures(playbook, drawn)


@pytest.fixture(scope="session")
def pages(playbook: Playbook, figures: Figures, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """The real playbook's pages for the screen."""

    def make(folder: Path) -> None:
        folder.mkdir()
        (folder / "pages").write_bytes(pickle.dumps(render_pages(playbook, figures)))

    made = shared(tmp_path_factory, "pages", make) / "pages"
    return cast("tuple[Page, ...]", pickle.loads(made.read_bytes()))  # noqa: S301 - a worker of ours wrote it


@pytest.fixture(scope="session")
def site(
    playbook: Playbook,
    pages: tuple[Page, ...],
    figures: Figures,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The real playbook's site, in a folder below a web server's root."""

    def make(folder: Path) -> None:
        target = folder / SUB_PATH
        target.parent.mkdir(parents=True)
        book = folder / "value-compass.pdf"
        book.write_bytes(b"%PDF-1.7\n")
        build_site(playbook, pages, target, figures, (Download(book, 387),))

    return shared(tmp_path_factory, "server", make) / SUB_PATH


class Server(ThreadingHTTPServer):
    """A server that says nothing of a browser that went on before an answer ended."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as the base class gets it


@contextmanager
def serving(handler: type[SimpleHTTPRequestHandler], folder: Path) -> Iterator[str]:
    """A server of a folder, in a thread; gives its address."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; a connection stays for the next file, which must not wait for an answer."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a server that has it below a sub-path."""
    with serving(Quiet, site.parents[SUB_PATH.count("/")]) as address:
        yield f"{address}{SUB_PATH}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; it is there in CI, so a missing one is a failure."""
    executable = (
        os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    )
    assert executable, "Chromium is missing; ./compass test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                # A page lives for a second: making its scripts fast for a long life takes longer than it saves.
                "--js-flags=--no-maglev,--no-turbofan,--always-sparkplug",
                # Each new page would get a search box that is a page of its own and takes as long again.
                "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,"
                "DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def opened(browser: Browser) -> Window:
    """A window that stays open for all tests of a worker."""
    return browser.new_context().new_page()


@pytest.fixture
def window(opened: Window) -> Iterator[Window]:
    """A window like a new one, which takes the browser as long as many a page does; fails when a script does."""
    errors: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def catch(error: Error) -> None:
        errors.append(str(error))

    opened.on("console", hear)
    opened.on("pageerror", catch)
    yield opened
    opened.remove_listener("console", hear)
    opened.remove_listener("pageerror", catch)
    opened.unroute_all()
    opened.context.clear_permissions()
    # A window that a test took for a script alone keeps nothing.
    if opened.url != "about:blank":
        opened.evaluate("localStorage.clear(); sessionStorage.clear()")
    opened.goto("about:blank")
    _as_new(opened)
    assert not errors


def _as_new(window: Window) -> None:
    """Give a window the size and the looks of a new one."""
    usual: ViewportSize = {"width": 1280, "height": 720}
    if window.viewport_size != usual:
        window.set_viewport_size(usual)
    window.emulate_media(media="null", color_scheme="null", forced_colors="null", reduced_motion="null")


@pytest.fixture(scope="session")
def opened_plain(browser: Browser) -> Window:
    """A window in which no script runs; it stays open for all tests of a worker."""
    return browser.new_context(java_script_enabled=False).new_page()


@pytest.fixture
def plain_window(opened_plain: Window) -> Iterator[Window]:
    """A window like a new one in which no script runs."""
    yield opened_plain
    _as_new(opened_plain)
