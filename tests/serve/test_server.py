"""What the server answers: pages, errors of the files, news; to this machine alone."""

from __future__ import annotations

import http.client
import queue
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.check.bakery import Bakery
from tests.examples.overlay import BAKERY
from tests.files import copied
from tests.serve.conftest import DAY, Running, Serving
from value_compass.generator.load.folder import NoPlaybook
from value_compass.generator.serve import preview
from value_compass.generator.serve.board import Board, Notice
from value_compass.generator.serve.serve import Wanted, serve
from value_compass.generator.serve.server import PortTaken, Server


class Client:
    """Asks a server for pages."""

    def __init__(self, running: Running, address: str) -> None:
        self.running = running
        self.host = urlsplit(address).netloc

    def get(self, path: str, host: str | None = None, method: str = "GET") -> tuple[int, str, str]:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        connection.request(method, path, headers={"Host": host or self.host})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, answer.headers["Content-Type"], body

    def html(self, path: str = "/index.html") -> str:
        return unescape(self.get(path)[2])

    def following(self, path: str, until: Callable[[str], bool]) -> queue.Queue[str]:
        """Takes the page after each of its changes until it shows what is awaited, and gives that one."""
        first = self._asking_for_news(self.html(path))
        result: queue.Queue[str] = queue.Queue()

        def wait() -> None:
            news = first
            while _is_news(news):
                page = self.html(path)
                if until(page):
                    result.put(page)
                    return
                news = self._asking_for_news(page)
            result.put("the server ended")

        threading.Thread(target=wait, daemon=True).start()
        return result

    def _asking_for_news(self, page: str) -> http.client.HTTPResponse:
        number = page.partition('data-since="')[2].partition('"')[0]
        address = page.partition('data-page="')[2].partition('"')[0]
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.request("GET", f"/_preview/news?page={address}&since={number}")
        return connection.getresponse()


def _is_news(answer: http.client.HTTPResponse) -> bool:
    """Waits for what the server says of a page; without any news, the server ended."""
    while (line := answer.fp.readline()) and line != b"event: changed\n":
        pass
    answer.close()
    return bool(line)


def shows(*texts: str) -> Callable[[str], bool]:
    return lambda page: all(text in page for text in texts)


def shows_no_error(page: str) -> bool:
    return "error[" not in page


@pytest.fixture
def client(bakery: Bakery, serving: Serving) -> Iterator[Client]:
    with serving(bakery.folder) as (running, address):
        yield Client(running, address)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, serving: Serving) -> Iterator[tuple[Bakery, Client]]:
    """A playbook and its server, for tests that leave both as they were."""
    folder = tmp_path_factory.mktemp("kept") / "bakery"
    copied(BAKERY, folder)
    with serving(folder) as (running, address):
        yield Bakery(folder), Client(running, address)


@pytest.fixture
def asked(kept: tuple[Bakery, Client]) -> Client:
    """A server that is only asked, or whose files are mended again."""
    return kept[1]


def test_pages_styles_and_scripts(asked: Client) -> None:
    status, kind, page = asked.get("/groups/on-time.html")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert "On time" in page
    assert asked.html("/") == asked.html("/index.html")
    for name, expected in (
        ("/figures.css", "text/css; charset=utf-8"),
        ("/assets/frame.js", "text/javascript; charset=utf-8"),
        ("/assets/mark.svg", "image/svg+xml; charset=utf-8"),
        ("/_preview/preview.js", "text/javascript; charset=utf-8"),
        ("/_preview/preview.css", "text/css; charset=utf-8"),
    ):
        assert asked.get(name)[:2] == (200, expected)
    status, _, body = asked.get("/figures.css", method="HEAD")
    assert (status, body) == (200, "")


def test_a_page_of_the_preview_has_no_inline_script_or_style(asked: Client) -> None:
    page = asked.html("/groups/on-time.html")
    assert '<script src="/_preview/preview.js"' in page
    assert "<script>" not in page
    assert "<style" not in page


@pytest.mark.parametrize("path", ["/nowhere.html", "/groups", "/_preview/nothing.js"])
def test_what_is_not_there(asked: Client, path: str) -> None:
    assert asked.get(path)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yml",
        "/..%2f..%2fsite.yml",
        "/_preview/../../serve/serve.py",
        "//etc/passwd",
        "/%00",
        "/a%0ab",
    ],
)
def test_nothing_beside_the_site_can_be_read(asked: Client, path: str) -> None:
    status, _, body = asked.get(path)
    assert status == 404
    assert "title: Daily Bread" not in body
    assert "root:" not in body


def test_a_stranger_is_not_answered(asked: Client) -> None:
    assert asked.get("/index.html", host="evil.example")[0] == 403
    assert asked.get("/index.html", host="localhost:8000")[0] == 200
    assert asked.host.startswith("127.0.0.1:")


def raw(client: Client, request: bytes) -> bytes:
    """What a server answers to what no browser would send."""
    host, port = client.host.split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(request)
        return connection.makefile("rb").read()


@pytest.mark.parametrize(
    "request_",
    [
        b"GET http://[/ HTTP/1.0\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.0\r\nHost: [\r\n\r\n",
        b"GET / HTTP/1.0\r\nHost: ]:80\r\n\r\n",
        b"GET /_preview/news?since=" + b"9" * 5000 + b" HTTP/1.0\r\nHost: localhost\r\n\r\n",
        b"GET /_preview/news?since=%D9%A3 HTTP/1.0\r\nHost: localhost\r\n\r\n",
        b"GET /_preview/news?since=-1 HTTP/1.0\r\nHost: localhost\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
        b"POST / HTTP/1.0\r\nHost: localhost\r\n\r\n",
        b"GET /" + b"a" * 70000 + b" HTTP/1.0\r\n\r\n",
    ],
)
def test_a_malformed_request_gets_an_answer_and_leaves_no_file(asked: Client, request_: bytes) -> None:
    answer = raw(asked, request_)
    assert re.search(rb"\b(400|403|414|501|505)\b", answer), answer
    assert asked.running.unforeseen == []
    assert asked.get("/index.html")[0] == 200


def test_fifty_connections_at_once_are_served(asked: Client) -> None:
    begin, statuses = threading.Barrier(50), []

    def ask() -> None:
        begin.wait()
        statuses.append(asked.get("/index.html")[0])

    threads = [threading.Thread(target=ask) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 50
    assert Server.request_queue_size >= 50


def test_an_error_shows_on_every_page_until_it_is_mended(bakery: Bakery, client: Client) -> None:
    good = bakery.read("groups/on-time")
    news = client.following("/groups/on-time.html", shows("error["))
    bakery.change("groups/on-time", "pillar: reliability", "pillar: relibility")
    broken = news.get(timeout=60)
    line = good[: good.index("pillar: ")].count("\n") + 1
    for page in (
        broken,
        client.html("/"),
        client.html("/events/late-van.html"),
        client.html("/nowhere.html"),
    ):
        assert f"content/groups/on-time.yml:{line}:9: error[unknown-reference]" in page
        assert (
            "| pillar: relibility\n      |         ^^^^^^^^^^\n   did you mean pillars/reliability?" in page
        )
    assert "The crates stand at the back door" in broken, "the last good page stays"
    news = client.following("/groups/on-time.html", shows_no_error)
    bakery.write("groups/on-time", good.replace("name: On time", "name: In time"))
    mended = news.get(timeout=60)
    assert "error[" not in mended
    assert "In time" in mended


def test_a_page_that_a_change_does_not_touch_is_left_alone(bakery: Bakery, client: Client) -> None:
    other = client.following("/terms/index.html", until=lambda _: True)
    own = client.following("/events/late-van.html", shows("Now "))
    bakery.change("events/late-van", "summary: ", "summary: Now ")
    own.get(timeout=60)
    with pytest.raises(queue.Empty):
        other.get(timeout=0.5)


def test_a_file_is_shown_as_text_whatever_it_holds(bakery: Bakery, client: Client) -> None:
    news = client.following("/index.html", shows("error["))
    bakery.change("groups/on-time", "pillar: reliability", "pillar: </pre><script>alert(1)</script>")
    news.get(timeout=60)
    page = client.get("/")[2]
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    "content", [b"", b"name: [broken", b"\xff\xfe", b"{" * 3000, b"- " * 500 + b"x", b"a: &a [*a]\n", b"\0"]
)
def test_the_server_lives_on_whatever_a_file_holds(kept: tuple[Bakery, Client], content: bytes) -> None:
    bakery, asked = kept
    good = bakery.path("terms/crumb").read_bytes()
    news = asked.following("/index.html", shows("error[", "content/terms/crumb.yml:1:"))
    bakery.write("terms/crumb", content)
    news.get(timeout=60)
    news = asked.following("/index.html", shows_no_error)
    bakery.write("terms/crumb", good)
    news.get(timeout=60)
    assert asked.running.unforeseen == []


def test_the_settings_may_go_and_come_back(bakery: Bakery, client: Client) -> None:
    settings = bakery.read("site")
    news = client.following("/index.html", shows("there is no file site.yml"))
    bakery.path("site").unlink()
    news.get(timeout=60)
    news = client.following("/index.html", shows_no_error)
    bakery.write("site", settings.replace("title: Daily Bread", "title: Our Bread"))
    assert "Our Bread" in news.get(timeout=60)


def test_a_warning_shows_without_standing_in_the_way(bakery: Bakery, client: Client) -> None:
    news = client.following("/events/late-van.html", shows("warning[text-cut-off]"))
    bakery.change("events/late-van", "summary: ", "summary: a #b ")
    page = news.get(timeout=60)
    assert "<details>" in page, "warnings are folded"
    assert "<details open>" not in page


def test_a_failure_that_nobody_thought_of_shows_and_the_server_lives_on(
    bakery: Bakery, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(preview, "seal", None)
        news = client.following("/index.html", shows("this should not have happened"))
        bakery.change("groups/on-time", "name: On time", "name: In time")
        news.get(timeout=60)
    assert len(client.running.unforeseen) == 1
    news = client.following("/groups/on-time.html", shows("Never late"))
    bakery.change("groups/on-time", "name: In time", "name: Never late")
    news.get(timeout=60)


def test_a_mistake_in_a_template_of_the_playbook_is_told_in_a_sentence(
    bakery: Bakery, client: Client
) -> None:
    template = bakery.folder / "theme" / "site" / "main.html"
    template.parent.mkdir(parents=True)
    unforeseen = len(client.running.unforeseen)
    news = client.following("/index.html", shows("the frame of the pages cannot be made with the templates"))
    template.write_text("{{ frame.page.title.nowhere() }}", encoding="utf-8")
    news.get(timeout=60)
    assert len(client.running.unforeseen) == unforeseen
    news = client.following("/index.html", lambda page: "cannot be made" not in page)
    shutil.rmtree(bakery.folder / "theme")
    news.get(timeout=60)


def test_errors_at_the_start_show_until_there_is_a_page(bakery: Bakery, serving: Serving) -> None:
    good = bakery.read("groups/on-time")
    bakery.write("groups/on-time", "name: [broken")
    with serving(bakery.folder) as (running, address):
        client = Client(running, address)
        assert "content/groups/on-time.yml:1:7: error[unclosed-bracket]" in client.html(
            "/groups/on-time.html"
        )
        news = client.following("/groups/on-time.html", shows("The crates stand at the back door"))
        bakery.write("groups/on-time", good)
        news.get(timeout=60)


def test_a_tab_that_slept_learns_what_it_missed(bakery: Bakery, client: Client) -> None:
    sleeping = client.html("/events/late-van.html").partition('data-since="')[2].partition('"')[0]
    news = client.following("/events/late-van.html", shows("Now "))
    bakery.change("events/late-van", "summary: ", "summary: Now ")
    news.get(timeout=60)
    connection = http.client.HTTPConnection(client.host, timeout=30)
    connection.request("GET", f"/_preview/news?page=events/late-van.html&since={sleeping}")
    assert b"event: changed" in connection.getresponse().read()
    connection.close()


def test_a_port_in_use_is_named(bakery: Bakery, asked: Client, tmp_path: Path) -> None:
    port = int(asked.host.partition(":")[2])
    with pytest.raises(PortTaken, match=f"port {port} cannot be used .*--port"):
        Server(port, preview.Preview(bakery.folder, None, DAY, tmp_path, tmp_path), Board(), print)


def test_a_page_that_waits_is_told_of_the_end(bakery: Bakery, serving: Serving) -> None:
    with serving(bakery.folder) as (running, address):
        news = Client(running, address).following("/index.html", shows("nothing"))
    assert news.get(timeout=60) == "the server ended"


def test_a_folder_without_a_playbook_is_refused_at_the_start(tmp_path: Path) -> None:
    running = Running()
    with pytest.raises(NoPlaybook):
        serve(Wanted(tmp_path, None, 0, DAY, tmp_path), running.told, running.stopped)


def test_the_same_notice_is_no_news() -> None:
    board = Board()
    board.put((), Notice("One", "report"))
    number, _ = board.now()
    board.put((), Notice("One", "report"))
    assert not board.wait("index.html", number, 0)
    board.put((), None)
    assert board.wait("index.html", number, 0)
