"""A playbook by chance, within the schemas: the same number always makes the same one.

Entries are made from the JSON Schemas of their models, so a new field or kind takes part without a word here. What the
rules ask beyond the schemas is arranged afterwards, so that most playbooks pass the check.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.random_playbooks.words import Words
from value_compass.schemas.kinds import KINDS

Data = dict[str, Any]

LEFT_OUT_TOGETHER = (
    ("outcomes", "pillars", "groups", "values"),
    ("steps", "ambitions", "positions"),
    ("events", "workshops"),
    ("cases",),
    ("processes", "stages", "practices", "metrics"),
    ("propositions", "offerings", "competences", "assessments"),
    ("tables",),
    ("roles",),
    ("terms",),
    ("sources",),
)
"""Families of kinds that a playbook has or has not."""

COLOURS = ("#7a3b12", "#2d5f2e", "#3b3f8f", "#8f1d4f", "#1f6f78", "#5b5b00", "#6a1fb0", "#a02020", "#204060")

LANGUAGES = ("en", "en", "en", "de", "nl", "fr", "sv", "el", "pl")

TITLES = (
    "Bread",
    "What carries us",
    "Everything about the season and the year, from first to last",
    "Über uns",
)


def make(seed: int, folder: Path) -> None:
    """Write the playbook of a number into an empty folder."""
    maker = _Maker(Random(seed))  # noqa: S311 - not for secrets
    entries = maker.entries()
    for reference, data in entries.items():
        _write(folder / "content" / f"{reference}.yml", data)
    (folder / "content").mkdir(exist_ok=True)
    _write(folder / "site.yml", maker.settings(entries))


def _write(file: Path, data: Data) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000),
        encoding="utf-8",
    )


@functools.cache
def _schema(kind: str) -> Data:
    return KINDS[kind].model.model_json_schema()


class _Maker:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.words = Words(chance, chance.choice((0, 0.01, 0.05, 0.2)))
        self.optional = chance.choice((0.1, 0.4, 0.8))
        self.ids = self._ids()
        self.targets = [f"{kind}/{one}" for kind, ids in self.ids.items() for one in ids]
        self.own = ""
        self.count = 0

    def _ids(self) -> Mapping[str, list[str]]:
        """Which entries there are."""
        chance = self.chance
        out = {kind for family in LEFT_OUT_TOGETHER if chance.random() < 0.3 for kind in family}
        if chance.random() < 0.3:
            out |= {kind for kind in KINDS if chance.random() < 0.2}
        for kind in KINDS:
            needed = {name for name in _required_kinds(_schema(kind)) if name in out}
            if needed:
                out.add(kind)
        ids = {}
        for kind in KINDS:
            if kind in out:
                continue
            most = {"values": 6, "groups": 4, "pillars": 4, "sources": 2}.get(kind, 2)
            if chance.random() < 0.03:
                most = {"values": 60, "groups": 20, "pillars": 8, "terms": 30, "events": 12}.get(kind, 4)
            number = chance.randint(1, most)
            if kind == "stages":
                number = max(number, len(ids["processes"]))
            ids[kind] = [self._id(kind, place) for place in range(number)]
        return ids

    def _id(self, kind: str, place: int) -> str:
        if self.chance.random() < 0.02:
            return f"{kind[:3]}-{'very-long-' * self.chance.randint(2, 7)}{place}"
        return f"{kind[:-1]}-{place}"

    def entries(self) -> dict[str, Data]:
        """All entries, by their references."""
        made = {
            f"{kind}/{one}": self._entry(kind, place)
            for kind, ids in self.ids.items()
            for place, one in enumerate(ids)
        }
        for arrange in _ARRANGEMENTS:
            arrange(self, made)
        return made

    def _entry(self, kind: str, place: int) -> Data:
        schema = _schema(kind)
        self.own = f"{kind}/{self.ids[kind][place]}"
        self.words.targets = [target for target in self.targets if target != self.own]
        data: Data = self._value(schema, schema)
        self.count += 1
        data["name"] = self._name(data["name"], 90)
        data["reviewed"] = datetime.date(2026, 3, 1)
        data.pop("fingerprint", None)
        data.pop("audience", None)
        if "order" in schema["properties"]:
            data["order"] = place + 1
        if "aliases" in data:
            data["aliases"] = [self._name(alias, 60) for alias in data["aliases"]]
        return data

    def _name(self, name: str, longest: int) -> str:
        """A name that no other entry has."""
        self.count += 1
        number = f" {self.count}"
        return f"{name[: longest - len(number)].rstrip()}{number}"

    def _value(self, schema: Data, root: Data) -> Any:  # a case for each sort of JSON Schema
        if "$ref" in schema:
            return self._value(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
        if "anyOf" in schema:
            return self._value(
                self.chance.choice([one for one in schema["anyOf"] if one != {"type": "null"}]), root
            )
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        if "x-kinds" in schema:
            return self._reference(schema["x-kinds"])
        if "pattern" in schema:
            return self._patterned(schema["pattern"])
        return getattr(self, f"_{schema['type']}")(schema, root)

    def _object(self, schema: Data, root: Data) -> Data | None:
        found: Data = {}
        for name, field in schema["properties"].items():
            if name not in schema.get("required", ()) and self.chance.random() > self.optional:
                continue
            value = self._value(field, root)
            if value is not None and value != []:
                found[name] = value
            elif name in schema.get("required", ()):
                return None
        return found

    def _array(self, schema: Data, root: Data) -> list[Any]:
        least = schema.get("minItems", 0)
        number = max(least, self.chance.choice((1, 1, 2, 3, 5)))
        if self.chance.random() < 0.01:
            number = 25
        items = [self._value(schema["items"], root) for _ in range(number)]
        kept: list[Any] = []
        for item in items:
            if _whole(item) and _key(item) not in map(_key, kept):
                kept.append(item)
        return kept

    def _string(self, schema: Data, root: Data) -> str:
        longest = schema.get("maxLength", 60)
        if schema.get("format") == "date":
            return "2026-03-01"
        return self.words.prose(longest) if longest > 400 else self.words.line(longest, links=longest > 90)

    def _integer(self, schema: Data, root: Data) -> int:
        least, most = schema.get("minimum", -50), schema.get("maximum")
        if most is None:
            most = self.chance.choice(
                (least + 5, least + 100, least + 100, 10**6 if self.chance.random() < 0.1 else 100)
            )
        return self.chance.randint(least, max(least, most))

    def _number(self, schema: Data, root: Data) -> float:
        return round(self.chance.uniform(-10, 1000), self.chance.randint(0, 6))

    def _boolean(self, schema: Data, root: Data) -> bool:
        return self.chance.random() < 0.3

    def _null(self, schema: Data, root: Data) -> None:
        return None

    def _reference(self, kinds: list[str]) -> str | None:
        known = [(kind, one) for kind in kinds or self.ids for one in self.ids.get(kind, ())]
        known = [(kind, one) for kind, one in known if f"{kind}/{one}" != self.own]
        if not known:
            return None
        kind, one = self.chance.choice(known)
        return one if len(kinds) == 1 else f"{kind}/{one}"

    def _patterned(self, pattern: str) -> str | None:
        if pattern.startswith("^https?"):
            return (
                "https://example.org/" + "long-folder/" * self.chance.choice((0, 0, 1, 12)) + "paper.pdf?a=b"
            )
        if pattern.startswith("^#"):
            return self.chance.choice(COLOURS)
        if "#[0-9]" in pattern:
            return None
        if pattern == "^[a-z]{2}$":
            return self.chance.choice(LANGUAGES)
        return f"part-{self.chance.randint(1, 10**6)}"

    def settings(self, entries: Mapping[str, Data]) -> Data:
        """What site.yml says."""
        chance, words = self.chance, self.words
        words.targets = self.targets
        kinds = list(self.ids)
        cuts = (
            sorted(chance.sample(range(1, len(kinds)), min(chance.randint(0, 6), len(kinds) - 1)))
            if kinds
            else []
        )
        parts = [kinds[start:end] for start, end in zip([0, *cuts], [*cuts, len(kinds)], strict=True)]
        long = chance.random() < 0.15
        data: Data = {
            "title": words.line(90 if long else 30, links=False),
            "subtitle": words.line(400 if long else 90),
            "organisation": words.line(60, links=False),
            "language": chance.choice(LANGUAGES),
            "edition": words.line(60, links=False),
            "home": {"welcome": words.line(400 if long else 120)},
            "sections": [
                {
                    "id": f"section-{number}" if chance.random() < 0.95 else f"s-{'long-' * 17}{number}",
                    "title": chance.choice(TITLES) if chance.random() < 0.3 else words.line(60, links=False),
                    "summary": words.line(400 if long else 120),
                    "introduction": words.prose(6000),
                    "kinds": part or ["terms"],
                }
                for number, part in enumerate(parts)
            ],
            "editions": [{"name": "all", "title": words.line(60, links=False), "audiences": ["everyone"]}],
        }
        for name, value in (
            ("imprint", words.line(400)),
            ("network", words.prose(600)),
            ("edit_address", "https://git.example.org/edit/{file}"),
            ("feedback_address", "mailto:a@example.org?subject={page}"),
            ("site_address", "https://intranet.acme.nl/" + "playbook/" * chance.choice((0, 1, 20))),
            ("review_after_months", chance.randint(1, 120)),
        ):
            if chance.random() < 0.4:
                data[name] = value
        if entries and chance.random() < 0.3:
            data["search"] = [
                {"typed": [words.line(60, links=False)], "finds": [chance.choice(list(entries))]}
            ]
        if chance.random() < 0.2:
            data["editions"][0]["hides"] = chance.sample(
                ["reviews", "coverage", "changes", "owners", "edit-links"], 2
            )
        return data


def _required_kinds(schema: Data) -> set[str]:
    """The kinds that an entry of a kind cannot do without."""
    found: set[str] = set()

    def look(part: Data) -> None:
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        if part.get("type") == "array" and part.get("minItems"):
            look(part["items"])
        elif part.get("x-kinds") and len(part["x-kinds"]) == 1:
            found.add(part["x-kinds"][0])
        elif part.get("type") == "object":
            for name in part.get("required", ()):
                look(part["properties"][name])

    look(schema)
    return found


def _whole(item: Any) -> bool:
    """Whether there is something in a part."""
    return item is not None and item != {}


def _key(item: Any) -> str:
    """What no two items of a list may share."""
    if isinstance(item, dict):
        named = next(
            (item[name] for name in ("to", "id", "text", "source", "stage", "condition") if name in item),
            None,
        )
        return str(named or item).casefold()
    return str(item).casefold()


def _of(made: Mapping[str, Data], kind: str) -> dict[str, Data]:
    return {ref.partition("/")[2]: data for ref, data in made.items() if ref.startswith(f"{kind}/")}


def _framework(maker: _Maker, made: dict[str, Data]) -> None:
    for place, pillar in enumerate(_of(made, "pillars").values()):
        pillar["colour"] = COLOURS[place]


def _levels(maker: _Maker, made: dict[str, Data]) -> None:
    """A list names groups or values, and none of them twice."""
    groups = {f"values/{one}": f"groups/{value['group']}" for one, value in _of(made, "values").items()}

    def keep(items: list[Any]) -> list[Any]:
        named = [item.get("to") if isinstance(item, dict) else item for item in items]
        return [
            item
            for item, name in zip(items, named, strict=True)
            if name not in groups or groups[name] not in named
        ]

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                if isinstance(one, list):
                    value[name] = keep(one)
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    for _ref, data in made.items():
        walk(data)


def _needs(maker: _Maker, made: dict[str, Data]) -> None:
    """A need is of one form."""
    for data in made.values():
        needs = []
        for need in data.get("needs", ()):
            if "to" in need and "reason" in need:
                needs.append({name: need[name] for name in ("to", "reason")})
            elif "condition" in need:
                needs.append(need["condition"])
        if "needs" in data:
            data["needs"] = needs


def _route(maker: _Maker, made: dict[str, Data]) -> None:
    """Steps establish every group once, and recommend what needs nothing that is not there yet."""
    chance = maker.chance
    steps, groups = list(_of(made, "steps").values()), list(_of(made, "groups"))
    for step in steps:
        step["establishes"] = []
    for group in groups if steps else ():
        chance.choice(steps)["establishes"].append(
            {"to": group, "reason": maker.words.line(400, links=False)}
        )
    activities = {ref: data for ref, data in made.items() if ref.partition("/")[0] in {"events", "workshops"}}
    for _ref, data in activities.items():
        data["needs"] = [need for need in data.get("needs", ()) if isinstance(need, str)]
        if data.get("nature") == "unplanned":
            data.setdefault("respond", [maker.words.line(400, links=False)])
        elif groups and not data.get("builds"):
            data["builds"] = [
                {"to": f"groups/{chance.choice(groups)}", "reason": maker.words.line(400, links=False)}
            ]
    if activities:
        built = {one["to"] for data in activities.values() for one in data.get("builds", ())}
        values = _of(made, "values")
        built |= {
            f"groups/{values[one.partition('/')[2]]['group']}" for one in built if one.startswith("values/")
        }
        for group in groups:
            if f"groups/{group}" not in built:
                data = chance.choice(list(activities.values()))
                of_group = {f"values/{one}" for one, value in values.items() if value["group"] == group}
                data["builds"] = [one for one in data.get("builds", ()) if one["to"] not in of_group]
                data["builds"].append({"to": f"groups/{group}", "reason": maker.words.line(400, links=False)})
    unplanned = {ref for ref, data in activities.items() if data.get("nature") == "unplanned"}
    for _ref, data in made.items():
        if "helps" in data:
            data["helps"] = [one for one in data["helps"] if one["to"] not in unplanned]
        if "watch_for" in data:
            data["watch_for"] = [one for one in data["watch_for"] if f"events/{one['to']}" in unplanned]


def _agendas(maker: _Maker, made: dict[str, Data]) -> None:
    for workshop in _of(made, "workshops").values():
        day = 1
        for part in workshop["agenda"]:
            part.pop("day", None)
            if maker.chance.random() < 0.1 and part is not workshop["agenda"][0]:
                day += 1
                part["day"] = day
        workshop["duration"] = sum(part["minutes"] for part in workshop["agenda"])


def _cases(maker: _Maker, made: dict[str, Data]) -> None:
    for case in _of(made, "cases").values():
        year = 1990
        for moment in case.get("timeline", ()):
            if "year" in moment:
                year += maker.chance.randint(0, 6)
                moment["year"] = year
                moment.pop("when", None)


def _ways(maker: _Maker, made: dict[str, Data]) -> None:
    """Every process has a stage, ways stay in their process, and every stage and practice is reached."""
    stages, practices = _of(made, "stages"), _of(made, "practices")
    processes = list(_of(made, "processes"))
    for place, stage in enumerate(stages.values()):
        if place < len(processes):
            stage["process"] = processes[place]
    home = {f"stages/{one}": stage["process"] for one, stage in stages.items()}
    home |= {f"practices/{one}": stages[practice["stage"]]["process"] for one, practice in practices.items()}
    for ref, process in home.items():
        data = made[ref]
        data["leads_to"] = [one for one in data.get("leads_to", ()) if home[one["to"]] == process]
        gate = data.get("gate")
        if gate:
            ways = [one for one in home if home[one] == process and one != ref]
            gate["turns"] = [{"to": one, "condition": maker.words.line(400, links=False)} for one in ways]
            if len(ways) < 2:
                del data["gate"]
    for ref in home:
        if made[ref].get("beside"):
            made[ref]["beside"] = [
                one
                for one in made[ref]["beside"]
                if home[f"stages/{one}"] == home[ref] and f"stages/{one}" != ref
            ]
    for metric in _of(made, "metrics").values():
        sides = [side["id"] for side in made[f"processes/{metric['process']}"].get("perspectives", ())]
        metric["placed"] = [
            place
            for place in metric.get("placed", ())
            if home[f"stages/{place['stage']}"] == metric["process"]
        ]
        for place in metric["placed"]:
            place.pop("perspective", None)
            if sides:
                place["perspective"] = maker.chance.choice(sides)


def _canvases(maker: _Maker, made: dict[str, Data]) -> None:
    chance = maker.chance
    assessments = _of(made, "assessments")
    for proposition in _of(made, "propositions").values():
        needs = [part["id"] for name in ("jobs", "pains", "gains") for part in proposition.get(name, ())]
        answers = [part["id"] for name in ("relievers", "creators") for part in proposition.get(name, ())]
        if not needs or not answers:
            proposition.pop("fits", None)
        for fit in proposition.get("fits", ()):
            fit["need"], fit["answer"] = chance.choice(needs), chance.choice(answers)
        for factor in proposition.get("factors", ()):
            factor.pop("need", None)
            if needs:
                factor["need"] = chance.choice(needs)
        number = len(proposition.get("factors", ()))
        for curve in proposition.get("curves", ()):
            curve["scores"] = [chance.randint(0, 10) for _ in range(number)] if chance.random() < 0.8 else []
        for judgement in proposition.get("judgements", ()):
            known = assessments[judgement["assessment"]]
            judgement["answers"] = [
                {"question": place, "answer": chance.choice(known.get("scale") or ["yes"])}
                for place in range(1, len(known["questions"]) + 1)
            ]
    for competence in _of(made, "competences").values():
        offerings = [one["offering"] for one in competence["importance"]]
        competence["importance"] = [
            one
            for place, one in enumerate(competence["importance"])
            if one["offering"] not in offerings[:place]
        ]


def _tables(maker: _Maker, made: dict[str, Data]) -> None:
    for table in _of(made, "tables").values():
        schema = _schema("tables")
        cell = schema["$defs"]["Row"]["properties"]["cells"]["items"]
        for column in table["columns"]:
            column.pop("total", None)
        for row in table["rows"]:
            row["cells"] = [
                maker.chance.randint(0, 99)
                if table.get("drawn", "table") != "table" and maker.chance.random() < 0.9
                else maker._value(cell, schema)
                if maker.chance.random() < 0.9
                else None
                for _ in table["columns"]
            ]


def _bases(maker: _Maker, made: dict[str, Data]) -> None:
    """Where no document is cited, nothing is stated by one."""

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                if name in {"basis", "agenda_basis"} and isinstance(one, str):
                    value[name] = "editorial"
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    for data in made.values():
        if all(one["basis"] == "editorial" for one in data.get("sources", ())):
            walk(data)


_ARRANGEMENTS: tuple[Callable[[_Maker, dict[str, Data]], None], ...] = (
    _ways,
    _framework,
    _needs,
    _route,
    _levels,
    _agendas,
    _cases,
    _canvases,
    _tables,
    _bases,
)
