"""Writes the reports of all bad examples anew: `python -m tests.examples.renew`. Read the difference."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.examples.overlay import REPORT, check_example, examples
from value_compass.generator.check.report import text_report

if __name__ == "__main__":
    for example in examples("bad"):
        with tempfile.TemporaryDirectory() as scratch:
            report = text_report(check_example(example, Path(scratch)))
        (example / REPORT).write_text(report, encoding="utf-8")
