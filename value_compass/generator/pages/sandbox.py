"""Templates: ours, and those of a playbook over them, which are rendered in a sandbox.

A playbook's folder may be anybody's. A template of it sees what ours see, as plain values: it reaches no
file, no module and no class, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, PrefixLoader, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from value_compass.generator.load.compiled import Compiled, our_templates
from value_compass.generator.load.failure import Failure

TEMPLATE_ERRORS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What goes wrong in a template."""

_HARMLESS = ("builtins", "collections", "datetime", "enum", "functools", "jinja2", "markupsafe", "types")
"""Where types come from whose public attributes do no harm, beside our own."""

_OURS = "value_compass"


class TemplateFailure(Failure):
    """A template of the playbook cannot be rendered; the message says which page, and why."""

    exit_status = 1

    def __init__(self, what: str, failure: Exception) -> None:
        super().__init__(
            f"{what} cannot be made with the templates in theme/: {failure}; correct them, or take them "
            "away: then ours are used"
        )


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox for the templates of a playbook."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may see an attribute: of plain values and of ours, without what bases bring."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if isinstance(obj, ModuleType):
            return isinstance(value, FunctionType) and value.__module__ == obj.__name__
        if isinstance(obj, type | FunctionType | MethodType):
            return False
        definer = next((base for base in type(obj).__mro__ if attr in vars(base)), type(obj))
        return definer.__module__.partition(".")[0] in {*_HARMLESS, _OURS}


def environment(ours: Path, theirs: Mapping[str, str], folder: str, **options: Any) -> Environment:
    """Where templates are found.

    Args:
        ours: the folder of our templates.
        theirs: the playbook's, by their names, which begin with `folder`.
        folder: which of them: `pages` or `site`.
        options: how they are read.
    """
    within = f"{folder}/"
    own = {name.removeprefix(within): text for name, text in theirs.items() if name.startswith(within)}
    if not own:
        return our_templates(ours, **options)
    loader = FileSystemLoader(ours)
    # "ours/home.html.jinja" is what a template takes the place of, so that it can extend it.
    both = ChoiceLoader([DictLoader(own), loader, PrefixLoader({"ours": loader})])
    return Sandbox(loader=both, autoescape=True, bytecode_cache=_COMPILED, auto_reload=False, **options)


_COMPILED = Compiled("sandboxed", __file__)
"""Code of our templates for the sandbox, which asks it before each call; never of a playbook's own."""
