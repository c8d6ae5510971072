"""The web server of the preview. It answers this machine alone."""

from __future__ import annotations

import mimetypes
import os
import re
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from value_compass.generator.load.failure import Failure
from value_compass.generator.serve.board import Board
from value_compass.generator.serve.dressing import EMPTY, NEWS, OWN, THEME, dressed
from value_compass.generator.serve.preview import Preview
from value_compass.generator.site.parts import ERROR_PAGE

HOST = "127.0.0.1"
"""Where the server listens: what is not published yet leaves this machine in no way."""

HEARTBEAT = 15.0
"""Seconds after which a page that waits is sent a sign of life, to find out whether it is still there."""

_NUMBER = re.compile("[0-9]{1,20}")

_TEXTS = {"text/html", "text/css", "text/csv", "text/javascript", "application/xml", "image/svg+xml"}


class PortTaken(Failure):
    """The server cannot listen there; the message says why."""


class Server(ThreadingHTTPServer):
    """A server of the site of a preview.

    Args:
        port: where to listen; 0 takes any that is free.
        preview: the site.
        board: what pages show and wait for.
        unforeseen: takes what went wrong in a way that nobody thought of.

    Raises:
        PortTaken: when something else listens there, or one may not.
    """

    daemon_threads = True
    # So many may wait to be answered: a browser asks for a page and all that belongs to it at once.
    request_queue_size = 128
    # On Windows this would let two servers listen at one port.
    allow_reuse_address = os.name != "nt"

    def __init__(
        self, port: int, preview: Preview, board: Board, unforeseen: Callable[[Exception], object]
    ) -> None:
        self.preview, self.board, self._unforeseen = preview, board, unforeseen
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as failure:
            reason = failure.strerror or str(failure)
            raise PortTaken(f"port {port} cannot be used ({reason}); name another with --port") from failure

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Go on. A browser that went away before it had everything is nothing to speak of."""
        failure = sys.exception()
        if isinstance(failure, Exception) and not isinstance(failure, OSError):
            self._unforeseen(failure)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    _TYPES: ClassVar = {".js": "text/javascript", ".css": "text/css"}

    def do_GET(self) -> None:
        try:
            asked_of = urlsplit(f"//{self.headers.get('Host', '')}").hostname
            address = urlsplit(self.path)
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"This is no address.\n")
            return
        if asked_of not in {HOST, "localhost"}:
            # Another site may have given its name this machine's address, to read what is here.
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers this machine alone.\n")
            return
        path = unquote(address.path)
        if path == NEWS:
            asked = parse_qs(address.query)
            self._news(asked.get("page", [""])[0], asked.get("since", [""])[0])
        elif path.startswith(OWN):
            self._file(THEME, path.removeprefix(OWN))
        else:
            self._page(path)

    do_HEAD = do_GET  # noqa: N815 - the base class names it

    def _page(self, path: str) -> None:
        page = path.removeprefix("/")
        if not page or page.endswith("/"):
            page += "index.html"
        number, notice = self.server.board.now()
        with self.server.preview.writing:
            site = self.server.preview.site
            content = _content(site, page) if site else None
            missing = _content(site, ERROR_PAGE) if site and content is None else None
        if content is not None and not page.endswith(".html"):
            self._send(HTTPStatus.OK, self._type(page), content)
            return
        html = (content or missing or b"").decode() or EMPTY
        status = HTTPStatus.NOT_FOUND if site and content is None else HTTPStatus.OK
        self._send(status, "text/html", dressed(html, page, number, notice).encode())

    def _news(self, page: str, since: str) -> None:
        """Keep the answer open until the page changes, as browsers do with a stream of events."""
        if not _NUMBER.fullmatch(since):
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"since when?\n")
            return
        self._head(HTTPStatus.OK, "text/event-stream")
        self.wfile.write(b"retry: 1000\n\n")
        board = self.server.board
        while not board.closed:
            changed = board.wait(page, int(since), HEARTBEAT)
            self.wfile.write(b"event: changed\ndata: reload\n\n" if changed else b": nothing new\n\n")
            if changed:
                return

    def _file(self, folder: Path, name: str) -> None:
        content = _content(folder, name)
        if content is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"There is no such file.\n")
        else:
            self._send(HTTPStatus.OK, self._type(name), content)

    def _type(self, name: str) -> str:
        # What a system has registered for its scripts differs, and browsers insist.
        return (
            self._TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        )

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self._head(status, kind, len(content))
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind in _TEXTS else kind)
        self.send_header("Cache-Control", "no-store")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        pass


def _content(folder: Path, name: str) -> bytes | None:
    """A file in a folder; nothing when there is none, or when the name leads out of it."""
    try:
        path = (folder / name).resolve()
        return path.read_bytes() if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):
        return None
