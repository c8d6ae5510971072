"""The command as a user runs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.check.bakery import Bakery

SERVE = [
    sys.executable,
    "-c",
    # Where tests run in the background, Ctrl-C would be ignored.
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from value_compass.generator.cli.main import main; main()",
]


def refused(folder: Path, *arguments: str) -> str:
    result = subprocess.run(
        [*SERVE, "-C", folder, "serve", *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr


def test_a_port_in_use(bakery: Bakery) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        message = refused(bakery.folder, "--port", str(port))
    assert message.startswith(f"compass: port {port} cannot be used")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--edition", "nobody"], "there is no edition nobody"),
        (["--port", "70000"], "70000 is not in the range"),
    ],
)
def test_wrong_usage(bakery: Bakery, arguments: list[str], message: str) -> None:
    assert message in refused(bakery.folder, *arguments)


def test_a_folder_without_a_playbook(tmp_path: Path) -> None:
    assert "there is no file site.yml" in refused(tmp_path)


def test_ctrl_c_ends_it_cleanly(bakery: Bakery, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    said = []
    with subprocess.Popen(
        [*SERVE, "-C", bakery.folder, "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    ) as server:
        assert server.stderr
        for line in server.stderr:
            said.append(line)
            if "Ctrl-C ends it" in line:
                server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0
    assert said[-1] == "The preview has ended.\n"
    assert not any("Traceback" in line for line in said)
    assert list(temporary.iterdir()) == []
