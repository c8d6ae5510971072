"""How long `compass check` takes on 2,000 entries, beside a JSON Schema checker and a YAML linter.

Run it with `.venv/bin/python -m benchmarks.check`; it installs both others in an environment of their own.
All three look at the same files in one run. The schema checker gets the schemas that `compass schema` writes,
one run a kind, and looks at the form of each entry; the linter looks at the YAML alone; `compass check` does
both, and applies every rule between the files.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.commands import COMPASS, installed
from benchmarks.grown import grow

ENTRIES = 2000
RUNS = 3


def main() -> None:
    """Print a table of CPU seconds, the median of some runs."""
    with tempfile.TemporaryDirectory() as folder:
        others = installed(Path(folder) / "others", "check-jsonschema", "yamllint")
        playbook = grow(Path(folder) / "playbook", ENTRIES)
        subprocess.run([*COMPASS, "-C", playbook, "schema"], check=True, capture_output=True)
        content = playbook / "content"
        files = sorted(content.rglob("*.yml"))
        linted = "{extends: relaxed, rules: {line-length: disable}}"
        commands = {
            "compass check": [[*COMPASS, "-C", playbook, "check"]],
            "check-jsonschema": [
                [
                    others / "check-jsonschema",
                    "--schemafile",
                    schema,
                    *sorted((content / schema.stem).iterdir()),
                ]
                for schema in sorted((playbook / ".schemas").glob("*.json"))
                if (content / schema.stem).is_dir()
            ],
            "yamllint": [[others / "yamllint", "-d", linted, *files]],
        }
        print(f"{len(files)} files{'':12}{'CPU s':>8}{'exit':>6}")
        for name, run in commands.items():
            measured = [_measure(run) for _ in range(RUNS)]
            print(f"{name:22}{statistics.median(s for s, _ in measured):8.2f}{measured[0][1]:6}", flush=True)


def _measure(commands: Sequence[Sequence[str | Path]]) -> tuple[float, int]:
    """CPU seconds of some commands together, and the highest of their exit statuses."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = max(subprocess.run(command, capture_output=True, check=False).returncode for command in commands)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, status


if __name__ == "__main__":
    main()
