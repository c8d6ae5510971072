"""The words that readers see, in the language of the playbook.

Messages are written in English where they are used, whole, with named places for what varies. The catalogue
of the playbook's language says what stands for each; what it lacks stays English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations
from types import MemberDescriptorType
from typing import Any, TypeVar

from markupsafe import Markup, escape
from msgspec import Struct, field

ENGLISH = "en"
"""The language in which messages are written."""

Value = TypeVar("Value")

NO_MESSAGES = NullTranslations()
"""No translations: one object, so that words that say the same are equal."""


class Words(Struct, frozen=True):
    """How a playbook speaks to its readers."""

    language: str = ENGLISH
    """In two letters."""
    messages: NullTranslations = field(default_factory=lambda: NO_MESSAGES)
    """What stands for each message; what is not in it stays English."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What this playbook calls what messages name, such as `customer`; else the catalogue's word stands."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """What stands for messages that are no more than the name of a kind, such as "Values"."""


IN_ENGLISH = Words()
"""How everybody is spoken to who is not spoken to in another way."""

_SPOKEN: ContextVar[Words] = ContextVar("words", default=IN_ENGLISH)


@contextmanager
def speaking(words: Words) -> Iterator[None]:
    """Speak so until the end of the block: one build, one print, one page of the live preview."""
    token = _SPOKEN.set(words)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Words:
    """How readers are spoken to now."""
    return _SPOKEN.get()


def _(message: str, /, **values: object) -> str:
    """What readers see for a message.

    Args:
        message: the English words, with places such as `{name}`.
        values: what stands in the places, but for what a playbook names itself, such as `{customer}`.
    """
    return _filled(_found(message), values)


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """What readers see for a message about a number of things, which is also `{number}` in it."""
    return _filled(_SPOKEN.get().messages.ngettext(one, many, number), _counted(number, values))


def pieces(message: str, /, **values: object) -> list[Any]:
    """A message as text and the values of its places, which may be links and signs, or lists of them."""
    return _pieces(_found(message), values)


def plural_pieces(one: str, many: str, number: int, /, **values: object) -> list[Any]:
    """The same about a number of things."""
    return _pieces(_SPOKEN.get().messages.ngettext(one, many, number), _counted(number, values))


def _pieces(message: str, values: Mapping[str, object]) -> list[Any]:
    found: list[Any] = []
    for place, piece in enumerate(_split(message)):
        value = _value(piece, values) if place % 2 else piece
        found += value if isinstance(value, list) else [value] if value != "" else []
    return found


def form_for(one: str, many: str, number: int, /) -> str:
    """The form of such a message for a number, with its places still open."""
    return _filled(_SPOKEN.get().messages.ngettext(one, many, number), {})


def in_markup(message: str, /, **values: object) -> Markup:
    """What templates show for a message: markup may stand in its places, nothing else in it is markup."""
    return _filled_in_markup(_found(message), values)


def plural_in_markup(one: str, many: str, number: int, /, **values: object) -> Markup:
    """The same about a number of things."""
    found = _SPOKEN.get().messages.ngettext(one, many, number)
    return _filled_in_markup(found, _counted(number, values))


def N_(message: str, /) -> str:  # noqa: N802  # what gettext calls it
    """The message itself, marked for the catalogue: it is translated later, where it is shown."""
    return message


def translated(*fields: str) -> Callable[[type[Value]], type[Value]]:
    """Let fields of a Struct hold messages, such as titles of what is registered once.

    Whoever reads such a field gets the message in the language that is spoken then.
    """

    def with_messages(model: type[Value]) -> type[Value]:
        for name in fields:
            setattr(model, name, _Message(vars(model)[name]))
        return model

    return with_messages


class _Message:
    """A field that holds a message, or nothing."""

    def __init__(self, field: MemberDescriptorType) -> None:
        self._field = field

    def __get__(self, holder: object, owner: type) -> str | None:
        message = self.held(holder)
        return _(message) if message else message

    def held(self, holder: object) -> str | None:
        message: str | None = self._field.__get__(holder)
        return message


def message_in(holder: object, field: str) -> str:
    """The message that a translated field holds, as it stands in the catalogue."""
    message: str = vars(type(holder))[field].held(holder)
    return message


def capital(words: str) -> str:
    """Words as a heading or a sentence begins with them."""
    return words[:1].upper() + words[1:]


def inside(words: str) -> str:
    """A heading within a sentence: with a small letter, but for an abbreviation, and for German."""
    keeps = words[1:2].isupper() or _SPOKEN.get().language == "de"
    return words if keeps else words[:1].lower() + words[1:]


def choice(value: object) -> str:
    """What readers see for a value of a choice, such as `in-use`; for a side, the playbook's own word."""
    return _SPOKEN.get().called.get(str(value)) or _(str(value).replace("-", " "))


_PLACE = re.compile(r"\{([A-Za-z_]+)\}")

CALLED = {
    "customer": N_("customer"),
    "customers": N_("customers"),
    "check": N_("relationship check"),
    "compass": N_("compass"),
    "supplier": N_("supplier"),
    "suppliers": N_("suppliers"),
    "it": N_("IT"),
    "business": N_("business"),
    "it_department": N_("IT department"),
    "business_department": N_("business department"),
}
"""What a playbook may have other words for, and what it is called unless it has."""


class AsWritten(str):
    """Words of a playbook's own, in its own language, that stand where messages do."""

    __slots__ = ()


def _found(message: str) -> str:
    # The empty message holds the head of a catalogue.
    own = not message or isinstance(message, AsWritten)
    words = _SPOKEN.get()
    return message if own else words.instead.get(message) or words.messages.gettext(message)


def _counted(number: int, values: dict[str, object]) -> dict[str, object]:
    return {"number": number, **values}


def _filled(message: str, values: Mapping[str, object]) -> str:
    """A message with its places filled; a place that nothing is known for stays as it is written."""
    if "{" not in message:
        return str(message)
    pieces = enumerate(_split(message))
    return "".join([str(_value(piece, values)) if place % 2 else piece for place, piece in pieces])


def _filled_in_markup(message: str, values: Mapping[str, object]) -> Markup:
    if "{" not in message:
        return _safe(message)
    pieces = enumerate(_split(message))
    # Every piece is markup by now.
    return Markup(  # noqa: S704  # see above
        "".join([escape(_value(piece, values)) if place % 2 else _safe(piece) for place, piece in pieces])
    )


@cache
def _split(message: str) -> tuple[str, ...]:
    """A message as text, and at every second place the name of what stands there."""
    return tuple(_PLACE.split(message))


def _value(name: str, values: Mapping[str, object]) -> object:
    if name in values:
        return values[name]
    called = _called(name)
    if called is None and (called := _called(name.lower())):
        return capital(called)
    return f"{{{name}}}" if called is None else called


def _called(name: str) -> str | None:
    words = _SPOKEN.get()
    return words.called.get(name) or (words.messages.gettext(CALLED[name]) if name in CALLED else None)


@cache
def _safe(words: str) -> Markup:
    """Words of ours in markup: an apostrophe is no danger between double quotes."""
    return Markup(str(escape(words)).replace("&#39;", "'"))  # noqa: S704  # escaped
