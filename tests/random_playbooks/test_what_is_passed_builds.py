"""Inputs that once passed the check and did not build, each in the bakery's playbook."""

from __future__ import annotations

import string
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.bakery import Bakery
from tests.random_playbooks.building import BUILT, built

MARKDOWN = """\
- # of loaves
- two

# Heading

Words
===

> # Heading

#

# #

{quotes}deep

{stars}

{nested}

| Source | n |
|---|---|
| a | 5 |

| Küchenverantwortung | Accountmanagement | Kundenzufriedenheit | Überwachung | Küchenverantwortung |
|---|---|---|---|---|
| one | two | three | four | five |

<https://repository.example.ac.uk/1887/ValueFramework_for_long_term_customer_relationships_final.pdf?sequence=1>

```
```

- ```
  ```

~~~
""".format(quotes="> " * 80, stars="*" * 80, nested="*a " * 60 + "x" + "*" * 60)


def any_markdown(bakery: Bakery) -> None:
    for file in sorted((bakery.folder / "content").rglob("*.yml")):
        text = file.read_text(encoding="utf-8")
        if "\nbody:" not in text:
            body = "".join(f"  {line}\n" for line in MARKDOWN.splitlines())
            file.write_text(f"{text.rstrip()}\nbody: |\n{body}", encoding="utf-8")
    begun = "      Three pillars carry a standing order."
    bakery.change("site", begun, "".join(f"      {line}\n" for line in MARKDOWN.splitlines()[:-1]) + begun)


def long_titles(bakery: Bakery) -> None:
    bakery.change("site", "title: Daily Bread", f"title: {'W' * 90}")
    bakery.change(
        "site", "title: The season", "title: Everything about the season and the year, from first to"
    )
    bakery.change("site", "title: The larder", f"title: {'W' * 60}")
    bakery.change(
        "site", "introduction: The path", f"introduction: {'The path begins at the door. ' * 190}The path"
    )


def large_numbers(bakery: Bakery) -> None:
    bakery.change("groups/on-time", "external: 7", "external: 1000000000")
    bakery.change("workshops/menu-day", "minutes: 30", "minutes: 600000000")
    bakery.change("workshops/menu-day", "duration: 90", "duration: 600000060")
    bakery.change("tables/why-they-left", "[8, 2]", "[8000000000, 2]")
    bakery.change("tables/why-they-left", "total: 10", "total: 8000000002")
    bakery.change("competences/night-baking", "order: 1", "order: 1000000000")


def pillars_without_groups(bakery: Bakery) -> None:
    text = bakery.read("pillars/care")
    for number, colour in enumerate(("#8f1d4f", "#1f6f78", "#5b5b00", "#6a1fb0", "#a02020")):
        own = text.replace("name: Care", f"name: Care {number}").replace("order: 3", f"order: {4 + number}")
        bakery.write(f"pillars/more-{number}", own.replace("#3b3f8f", colour))


def many_values(bakery: Bakery) -> None:
    text = bakery.read("values/crisp-crust")
    for number in range(90):
        own = text.replace("A crisp crust", f"A crust {number}").replace("order: 1", f"order: {2 + number}")
        bakery.write(f"values/more-{number}", own)


def many_groups(bakery: Bakery) -> None:
    text = bakery.read("groups/on-time")
    step, event = bakery.read("steps/deliver-every-morning"), bakery.read("events/tasting-morning")
    for number in range(40):
        own = text.replace("On time", f"On time and first at the door {number}")
        bakery.write(f"groups/more-{number}", own.replace("order: 1", f"order: {3 + number}"))
        step = step.replace("helps:", f"  - to: more-{number}\n    reason: So it is.\nhelps:")
        event = event.replace("ours:", f"  - to: groups/more-{number}\n    reason: So it is.\nours:")
    bakery.write("steps/deliver-every-morning", step)
    bakery.write("events/tasting-morning", event)


def a_long_address(bakery: Bakery) -> None:
    bakery.change("site", "language: en", f'language: en\nsite_address: "https://acme.nl/{"x" * 3000}/"')


def no_path(bakery: Bakery) -> None:
    for file in (bakery.folder / "content" / "steps").iterdir():
        file.unlink()
    bakery.change("ambitions/season-partner", "[[steps/plan-the-season|the last step]]", "it")
    bakery.change("roles/account-baker", "to: steps/deliver-every-morning", "to: terms/crumb")
    for file in ("processes/win-a-kitchen-back", "stages/listen"):
        begun, _, rest = bakery.read(file).partition("steps:\n")
        bakery.write(file, f"{begun}sources:{rest.partition('sources:')[2]}")
    case = bakery.read("cases/hotel-a").replace("Hotel A", "Hotel B").replace("order: 1", "order: 2")
    bakery.write("cases/hotel-b", case)


def long_names(bakery: Bakery) -> None:
    letters = (
        "W" * 88,
        "Kundenzufriedenheitsverant",
        "\ufb03" * 88,
    )  # the last one is three letters in an address
    files = sorted(file for file in (bakery.folder / "content").rglob("*.yml") if file.stem != "margin")
    for number, file in enumerate(files):
        first, _, rest = file.read_text(encoding="utf-8").partition("\n")
        assert first.startswith("name: ")
        name = string.ascii_uppercase[number // 26] + string.ascii_uppercase[number % 26]
        file.write_text(f'name: "{name}{letters[number % 3]}"\n{rest}', encoding="utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        (any_markdown, a_long_address, no_path),
        (long_titles, long_names, large_numbers),
        (pillars_without_groups, many_values, many_groups),
    ],
    ids=["texts", "names and numbers", "a large framework"],
)
def test_what_the_check_passes_builds(
    changes: tuple[Callable[[Bakery], None], ...], bakery: Bakery, tmp_path: Path
) -> None:
    for change in changes:
        change(bakery)
    what, why = built(bakery.folder, tmp_path)
    assert what == BUILT, why
