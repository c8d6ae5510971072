"""An edit is done as a whole or not at all."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.edit.playbooks import reference
from tests.examples.overlay import BAKERY
from tests.files import contents, copied
from value_compass.generator.check.check import Checked, check
from value_compass.generator.edit.carry_out import carry_out
from value_compass.generator.edit.change import Edit
from value_compass.generator.edit.refusal import Refusal
from value_compass.generator.edit.rename import rename
from value_compass.generator.edit.retire import retire
from value_compass.generator.edit.review import review


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return copied(BAKERY, tmp_path / "playbook")


@pytest.mark.parametrize("failing", [1, 4, 7])
@pytest.mark.parametrize("step", ["write_bytes", "replace", "unlink"])
def test_a_failure_halfway_leaves_everything_as_it_was(
    place: Path, bakery: Checked, monkeypatch: pytest.MonkeyPatch, step: str, failing: int
) -> None:
    edit = rename(bakery, reference("groups/good-bread"), "bread")
    written = Edit(edit.changes, edit.moved, written={"new/file.json": "{}\n"})
    before, calls = contents(place), 0
    real = getattr(Path, step)

    def fails(path: Path, *arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls == (1 if step == "unlink" else failing):
            raise OSError(28, "No space left on device")
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, step, fails)
    with pytest.raises(OSError, match="No space"):
        carry_out(place, bakery.draft.folder, written)
    monkeypatch.undo()
    assert contents(place) == before


def test_a_file_that_changed_in_the_meantime_is_not_overwritten(place: Path, bakery: Checked) -> None:
    step = place / "content/events/tasting-morning.yml"
    step.write_text(step.read_text("utf-8") + "# mine\n", encoding="utf-8")
    before = contents(place)
    with pytest.raises(Refusal, match=r"tasting-morning\.yml was changed in the meantime"):
        carry_out(place, bakery.draft.folder, rename(bakery, reference("groups/good-bread"), "bread"))
    assert contents(place) == before


def test_a_link_stays_and_what_it_leads_to_is_written(place: Path, bakery: Checked) -> None:
    link, shared = place / "content/terms/crumb.yml", place.with_name("shared.yml")
    link.rename(shared)
    link.symlink_to(shared)
    settings = place / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.symlink_to("mine.json")
    edit = review(bakery, [reference("terms/crumb")], datetime.date(2026, 11, 20))
    carry_out(place, bakery.draft.folder, Edit(edit.changes, written={".vscode/settings.json": "{}\n"}))
    assert link.is_symlink()
    assert "reviewed: 2026-11-20" in shared.read_text("utf-8")
    assert settings.is_symlink()
    assert settings.with_name("mine.json").read_text("utf-8") == "{}\n"


def test_a_link_gets_another_name_and_still_leads_to_its_file(place: Path, bakery: Checked) -> None:
    link, shared = place / "content/roles/driver.yml", place / "content/roles/.shared.yml"
    link.rename(shared)
    link.symlink_to(".shared.yml")
    edit = rename(bakery, reference("roles/driver"), "van-driver", "Van driver")
    carry_out(place, bakery.draft.folder, edit)
    renamed = place / "content/roles/van-driver.yml"
    assert not link.is_symlink()
    assert renamed.readlink() == Path(".shared.yml")
    assert "aliases: [Driver]" in shared.read_text("utf-8")
    after = check(place)
    assert after.errors == ()
    carry_out(place, after.draft.folder, retire(after, reference("roles/van-driver"), force=True))
    assert not renamed.is_symlink()
    assert shared.exists()


def test_after_a_failure_a_link_is_a_link_again(
    place: Path, bakery: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, shared = place / "content/roles/driver.yml", place.with_name("shared.yml")
    link.rename(shared)
    link.symlink_to(shared)
    before = contents(place)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    edit = retire(bakery, reference("roles/driver"), force=True)
    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        carry_out(place, bakery.draft.folder, edit)
    monkeypatch.undo()
    assert link.readlink() == shared
    assert contents(place) == before


def test_what_is_done_is_done_and_leaves_nothing_behind(place: Path, bakery: Checked) -> None:
    script = place / "content/events/late-van.yml"
    script.chmod(0o640)
    carry_out(place, bakery.draft.folder, rename(bakery, reference("roles/driver"), "van-driver"))
    assert (place / "content/roles/van-driver.yml").is_file()
    assert not (place / "content/roles/driver.yml").exists()
    assert script.stat().st_mode & 0o777 == 0o640
    after = check(place)
    assert after.errors == ()
    carry_out(place, after.draft.folder, retire(after, reference("roles/van-driver"), force=True))
    assert check(place).errors == ()
    assert len(contents(place)) == len(contents(BAKERY)) - 1
