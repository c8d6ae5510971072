"""What the docstrings below a model's fields say, read from its source only when somebody asks."""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


def docstrings_of(model: type[BaseModel]) -> Mapping[str, str]:
    """The docstring of each field, its bases' too; of a model that has no source, what its fields say.

    pydantic can read them as well (`use_attribute_docstrings`), but does so when a model is made: then every
    command would parse the source of all models, and only editors and docs look at it.
    """
    said: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            said |= _written_below(base)
    told = {name: field.description for name, field in model.model_fields.items() if field.description}
    return {**said, **told}


@cache
def _written_below(model: type[BaseModel]) -> Mapping[str, str]:
    try:
        source = inspect.getsource(model)
    except (OSError, TypeError):
        return {}
    definition = ast.parse(dedent(source)).body[0]
    said = {}
    for field, below in pairwise(definition.body if isinstance(definition, ast.ClassDef) else ()):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(ast.Constant(str() as text)):
                    said[field.target.id] = inspect.cleandoc(text)
    return said
