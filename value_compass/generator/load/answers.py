"""What the rules of languages said of days, numbers and lists, from one run to the next.

The rules are many, the questions of a playbook are few and stay the same.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from value_compass.generator.load.keeping import BESIDE_ENVIRONMENT, keep, kept
from value_compass.language import formats

MOST = 5_000
"""So many answers are kept; with one more, those of the last run alone."""

_RULES = Path(formats.__file__).with_name("rules.py")


@contextmanager
def answers_kept() -> Iterator[None]:
    """Until the end of the block, the answers of earlier runs stand; then those that are new are kept."""
    file, origin = BESIDE_ENVIRONMENT / "answers", _origin()
    found = kept(file) or b""
    # As safe as our own code.
    before = marshal.loads(found.removeprefix(origin)) if found.startswith(origin) else {}  # noqa: S302
    formats.ANSWERS.update(before)
    yield
    new = {question: said for question, said in formats.ANSWERS.items() if question not in before}
    if new:
        keep(file, origin + marshal.dumps(before | new if len(before) + len(new) <= MOST else new))


def _origin() -> bytes:
    """What the answers depend on: our questions to Babel, and which Babel is installed."""
    babel = find_spec("babel")
    files = sorted(Path(babel.origin).parent.glob("*.dat")) if babel and babel.origin else []
    installed = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(_RULES.read_bytes() + marshal.dumps(installed)).digest()
