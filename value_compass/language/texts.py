"""Authors' texts in another language than that of the playbook."""

from __future__ import annotations

from typing import Self, TypeGuard


class InLanguage(str):
    """A text that is written in another language than its playbook.

    It is equal to the same text in any language.
    """

    __slots__ = ("language",)

    language: str

    def __new__(cls, text: str, language: str) -> Self:  # noqa: D102  # the class says it
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # str has one argument, this has two
        return str(self), self.language


def language_of(text: str) -> str | None:
    """The language of a text where it is another than the playbook's."""
    return text.language if isinstance(text, InLanguage) else None


def like(text: str, other: str) -> str:
    """A text in the language of another one."""
    return InLanguage(text, other.language) if isinstance(other, InLanguage) else text


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is an author's text, and not one of several choices."""
    return type(value) in (str, InLanguage)
