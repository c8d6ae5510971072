"""How long `compass check` takes on 2,000 entries, beside a JSON Schema checker and a YAML linter.

Run it with `.venv/bin/python -m benchmarks.check`; it installs both others in an environment of their own.
All three look at the same files in one run. The schema checker only checks the form of each event, and the
linter only the YAML; `compass check` does that and all rules between the files.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from benchmarks.grown import grow
from schemas.activities import Event

ENTRIES = 2000
RUNS = 3


def main() -> None:
    """Print a table of CPU seconds, the median of some runs."""
    with tempfile.TemporaryDirectory() as folder:
        others = _others(Path(folder) / "others")
        playbook = grow(Path(folder) / "playbook", ENTRIES)
        files = [str(path) for path in sorted((playbook / "content").rglob("*.yml"))]
        events = [file for file in files if "/events/" in file]
        schema = Path(folder) / "event.json"
        schema.write_text(json.dumps(Event.model_json_schema()), encoding="utf-8")
        linted = "{extends: relaxed, rules: {line-length: disable}}"
        commands = {
            f"compass check ({len(files)} files)": [
                sys.executable,
                "-c",
                "from generator.cli.main import main; main()",
                "-C",
                str(playbook),
                "check",
            ],
            f"check-jsonschema ({len(events)} files)": [
                str(others / "check-jsonschema"),
                "--schemafile",
                str(schema),
                *events,
            ],
            f"yamllint ({len(files)} files)": [str(others / "yamllint"), "-d", linted, *files],
        }
        print(f"{'':42}{'CPU s':>8}{'exit':>6}")
        for name, command in commands.items():
            seconds, status = _measure(command)
            print(f"{name:42}{seconds:8.2f}{status:6}", flush=True)


def _others(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    subprocess.run(
        [folder / "bin" / "python", "-m", "pip", "install", "-q", "check-jsonschema", "yamllint"],
        check=True,
    )
    return folder / "bin"


def _measure(command: list[str]) -> tuple[float, int]:
    seconds = []
    status = 0
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        status = subprocess.run(command, capture_output=True, check=False).returncode
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(seconds), status


if __name__ == "__main__":
    main()
