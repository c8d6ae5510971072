"""What is made once for all workers of a run, in a folder that they share."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this name; the first worker that asks for it makes it, the others wait.

    Args:
        factory: knows the folder of the run.
        name: what the folder is called.
        make: fills the folder, which does not exist yet; gets its path.
    """
    own = factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    target = common / name
    with (common / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (common / f"{name}.made").exists():
            make(target)
            (common / f"{name}.made").touch()
    return target
