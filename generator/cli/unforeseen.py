"""What is told of a failure that nobody thought of."""

from __future__ import annotations

import tempfile
import traceback


def unforeseen(failure: Exception) -> str:
    """Keep the traceback in a file, and say in words what to do."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="compass-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(failure, file=log)
    return (
        f"compass: this should not have happened ({type(failure).__name__}: {failure}).\n"
        f"Nothing that was built before is lost. Please report it with the file {log.name}."
    )
