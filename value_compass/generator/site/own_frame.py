"""Our own frame: finished pages put into its templates, with its styles and scripts as they are sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from value_compass.generator.pages.page import relative_address
from value_compass.generator.pages.sandbox import TEMPLATE_ERRORS, TemplateFailure, environment
from value_compass.generator.site.parts import ERROR_PAGE, THEME, Parts, scripts_for
from value_compass.generator.site.sent import sent
from value_compass.language.templates import SAYS

_UPWARD = ("", "../", "../../", "../../../")
"""Where the error page looks for the top of the site, should it not be where `site_address` says."""


def files_in_own_frame(parts: Parts) -> Iterator[tuple[str, str | bytes]]:
    """Every file of a site by its address: styles and scripts, what lies beside the pages, then the pages.

    Args:
        parts: what the site is put together from.

    Raises:
        TemplateFailure: when a template of the playbook cannot be rendered.
    """
    yield from sent().files.items()
    yield from parts.extra.items()
    yield ERROR_PAGE, _rendered(parts, _templates(parts), ERROR_PAGE, _of_error_page(parts))
    yield from pages_in_own_frame(parts, parts.texts)


def pages_in_own_frame(parts: Parts, addresses: Collection[str]) -> Iterator[tuple[str, str]]:
    """Some pages by their addresses, each whole.

    Args:
        parts: what the site is put together from.
        addresses: those of the pages.

    Raises:
        TemplateFailure: when a template of the playbook cannot be rendered.
    """
    templates = _templates(parts)
    for address in addresses:
        page = _rendered(parts, templates, "main.html", _of_page(parts, address))
        # The indentation of templates goes, but for a page that shows text as it was typed.
        yield address, page if "<pre" in page else _INDENTATION.sub("\n", page)


def _templates(parts: Parts) -> Environment:
    """The templates of the frame, and the playbook's over them."""
    templates = environment(THEME, parts.context["templates"], "site", trim_blocks=True, lstrip_blocks=True)
    templates.globals.update(SAYS)
    # Made once: an import would look through all that is known for each page.
    templates.globals["parts"] = templates.get_template("partials/parts.html").module
    return templates


def _rendered(parts: Parts, templates: Environment, name: str, shown: Mapping[str, Any]) -> str:
    try:
        return templates.get_template(name).render(shown)
    except TEMPLATE_ERRORS as failure:
        if not parts.context["templates"]:
            raise
        raise TemplateFailure("the frame of the pages", failure) from failure


def _of_page(parts: Parts, address: str) -> Mapping[str, Any]:
    """What the template shows of a page."""
    frame, text = parts.frames[address], parts.texts[address]
    return _shown(
        parts,
        partial(relative_address, page=address),
        frame=frame,
        text=text,
        ruler=Markup(frame.ruler or ""),  # noqa: S704  # our own drawing
        styles=_needed(parts.context["styles"], f"{text} vc-sheet-{frame.page.kind}"),
        scripts=scripts_for(text),
    )


def _of_error_page(parts: Parts) -> Mapping[str, Any]:
    """What the error page shows, which stands at any address."""
    top = urlsplit(parts.context["settings"].site_address or "").path
    places = (top, *_UPWARD) if top else _UPWARD
    return _shown(parts, lambda target: f"{top}{target}", top=top, places=places)


def _shown(parts: Parts, address: Callable[[str], str], **more: object) -> Mapping[str, Any]:
    return {**parts.context, "address": address, **more}


def _needed(styles: Iterable[str], text: str) -> list[str]:
    """The styles of every page, and of the others those of which a page uses a class."""
    used, classes = set(_NAME.findall(text)), sent().classes
    return [style for style in styles if style not in classes or used & classes[style]]


_INDENTATION = re.compile(r"\n[ \t]+")

_NAME = re.compile(r"vc-[\w-]+")
