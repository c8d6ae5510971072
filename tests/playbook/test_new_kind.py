"""A new kind is one model, one template, one line in the register and one in site.yml."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from generator.check.check import check
from generator.pages import render
from generator.pages.figures import Figures
from generator.pages.page import Medium
from generator.playbook.playbook import seal
from generator.site.build import build_site
from schemas import kinds
from schemas.fields import Reference, SourcedEntry, ToGroup
from schemas.kinds import Kind


class Measure(SourcedEntry):
    """How a group is measured."""

    measures: Annotated[tuple[ToGroup, ...], Field(strict=False)] = ()


MEASURE = """\
name: Response time
summary: How long a customer waits for an answer.
owner: Customer teams
reviewed: 2026-11-22
measures:
  - to: interaction
    reason: A quick answer shows that we are involved.
sources:
  - {source: de-goede-2024, where: chapter 5.4, basis: editorial}
"""

TEMPLATE = """\
{% import "macros.html.jinja" as m with context %}
{{ m.head(entry, "Measure") }}
{{ m.heading("measures", "What it measures") }}
{{ m.relations_from(playbook.relations_from(entry, "measures")) }}
{{ m.origin(entry) }}
"""


def test_a_new_kind_shows_on_the_site_at_both_ends(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds._KINDS, "measures", Kind("measures", Measure, "measure", "Measures"))
    templates = tmp_path / "templates"
    shutil.copytree(render.TEMPLATES, templates)
    (templates / "measures.html.jinja").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.setattr(render, "TEMPLATES", templates)
    (copy / "content/measures").mkdir()
    (copy / "content/measures/response-time.yml").write_text(MEASURE, encoding="utf-8")
    settings = copy / "site.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("kinds: [events,", "kinds: [measures, events,"),
        encoding="utf-8",
    )

    checked = check(copy)
    assert not checked.errors
    assert checked.draft.settings
    playbook = seal(checked.draft, checked.draft.settings.editions[0])
    figures = Figures(playbook, Medium.SCREEN, tmp_path / "cache")
    build_site(playbook, render.render_pages(playbook, Medium.SCREEN, figures), tmp_path / "site", figures)

    assert Reference("measures", "response-time") in playbook.entries
    page = (tmp_path / "site/measures/response-time.html").read_text(encoding="utf-8")
    assert "A quick answer shows that we are involved." in page
    group = (tmp_path / "site/groups/interaction.html").read_text(encoding="utf-8")
    assert "Response time" in group
    assert "A quick answer shows that we are involved." in group
