"""The content at a revision is read without touching the work tree; what git refuses is said plainly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changes.bakery import Bakery
from value_compass.generator.changes.comparison import changes_between
from value_compass.generator.changes.repository import NoRevision, Repository, open_repository
from value_compass.generator.changes.revisions import draft_at, drafts_at, unread


def test_a_revision_is_what_was_committed_and_the_work_tree_stays(kept: Bakery) -> None:
    committed = kept.draft()
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    kept.path("terms/new").write_text("name: Draft\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in kept.folder.rglob("*") if path.is_file()}
    repository = open_repository(kept.folder)
    draft = draft_at(repository, repository.commit("HEAD"))
    assert draft.entries == committed.entries
    assert draft.settings == committed.settings
    assert {path: path.read_bytes() for path in kept.folder.rglob("*") if path.is_file()} == before
    assert kept.git("status", "--porcelain").splitlines() == [
        " M docs/bread/content/events/late-van.yml",
        "?? docs/bread/content/terms/new.yml",
    ]


@pytest.mark.parametrize("revision", ["HEAD", "main", "v1", "HEAD~1", "@{0}"])
def test_a_revision_goes_by_any_name_that_git_knows(kept: Bakery, revision: str) -> None:
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    newer = kept.commit("2026-06-02")
    kept.git("tag", "--annotate", "v1", "--message", "one", newer)
    repository = open_repository(kept.folder)
    commit = repository.commit(revision)
    assert (commit.id == newer) == (revision != "HEAD~1")
    assert str(commit.day) == ("2026-06-01" if revision == "HEAD~1" else "2026-06-02")


def test_other_files_of_the_repository_do_not_matter(kept: Bakery) -> None:
    (kept.root / "content/values").mkdir(parents=True)
    (kept.root / "content/values/elsewhere.yml").write_text("name: Elsewhere\n", encoding="utf-8")
    (kept.folder / "content/README.md").write_text("Read me.", encoding="utf-8")
    (kept.folder / "content/values/linked.yml").symlink_to("crisp-crust.yml")
    kept.commit("2026-06-02")
    repository = open_repository(kept.folder)
    draft = draft_at(repository, repository.commit("HEAD"))
    files = [path for path in kept.folder.glob("content/*/*.yml") if not path.is_symlink()]
    assert {reference.file for reference in draft.entries} == {
        path.relative_to(kept.folder).as_posix() for path in files
    }
    assert not unread(draft)


def test_what_cannot_be_read_in_an_old_revision_is_named_and_the_rest_is_compared(kept: Bakery) -> None:
    kept.path("terms/crumb").write_bytes(b"name: Crumb\nsummary: \xff\xfe\n")
    kept.path("terms/margin").write_text("name: Margin\nolder_field: 1\n", encoding="utf-8")
    kept.path("site").write_text("title: Old\n", encoding="utf-8")
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    kept.commit("2026-06-02")
    repository = open_repository(kept.folder)
    old, new = (
        draft_at(repository, repository.commit("HEAD")),
        draft_at(repository, repository.commit("HEAD~1")),
    )
    assert [one.file for one in unread(old)] == [
        "site.yml",
        "content/terms/crumb.yml",
        "content/terms/margin.yml",
    ]
    assert all(one.reason.startswith("line ") for one in unread(old))
    assert not unread(new)
    assert [change.sentence for change in changes_between(old, new)] == [
        'Event A late van: was called "The late van" before.'
    ]


def test_many_revisions_are_each_what_they_were(kept: Bakery) -> None:
    drafts = [kept.draft()]
    for day in range(2, 6):
        kept.edit("events/late-van", "summary: ", f"summary: On day {day}, ")
        if day == 4:
            kept.path("terms/crumb").unlink()
        kept.commit(f"2026-06-0{day}")
        drafts.append(kept.draft())
    repository = open_repository(kept.folder)
    commits = repository.commits("HEAD", most=10)[::-1]
    assert [draft.entries for draft in drafts_at(repository, commits)] == [draft.entries for draft in drafts]


def test_a_merge_counts_once_on_the_main_line(kept: Bakery) -> None:
    kept.git("checkout", "--quiet", "-b", "work")
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    kept.commit("2026-06-02")
    kept.edit("events/late-van", "name: The late van", "name: The very late van")
    kept.commit("2026-06-03")
    kept.git("checkout", "--quiet", "main")
    kept.git("merge", "--quiet", "--no-ff", "--message", "merge", "work", day="2026-06-09")
    commits = open_repository(kept.folder).commits("HEAD", most=10, files=True)
    assert [str(commit.day) for commit in commits] == ["2026-06-09", "2026-06-01"]
    assert commits[0].files == ("content/events/late-van.yml",)


def test_a_folder_without_a_repository(bakery: Bakery) -> None:
    with pytest.raises(NoRevision, match="is not in a git repository"):
        open_repository(bakery.folder)


@pytest.mark.parametrize("revision", ["nonsense", "-n1", "--all", "HEAD:docs", "", "a\0b", "v1 v2", "\udcff"])
def test_a_revision_that_does_not_exist(kept: Bakery, revision: str) -> None:
    with pytest.raises(NoRevision, match=r"there is no revision .* name a tag, a branch or a commit"):
        open_repository(kept.folder).commit(revision)


def test_two_revisions_in_one_word(kept: Bakery) -> None:
    with pytest.raises(NoRevision, match="write the two apart"):
        open_repository(kept.folder).commit("HEAD~1..HEAD")


def test_a_revision_before_the_playbook(kept: Bakery) -> None:
    kept.git("checkout", "--quiet", "--orphan", "empty")
    kept.git("rm", "-r", "--quiet", "--force", ".")
    kept.git("commit", "--quiet", "--allow-empty", "--message", "nothing")
    kept.git("checkout", "--quiet", "main")
    repository = open_repository(kept.folder)
    with pytest.raises(NoRevision, match=r"there was no playbook in .*/docs/bread at"):
        draft_at(repository, repository.commit("empty"))


def test_a_shallow_copy_says_how_to_get_the_rest(kept: Bakery, tmp_path: Path) -> None:
    first = kept.git("rev-parse", "HEAD").strip()
    kept.edit("events/late-van", "name: A late van", "name: The late van")
    kept.commit("2026-06-02")
    kept.git("clone", "--quiet", "--depth", "1", kept.root.as_uri(), str(tmp_path / "shallow"))
    repository = open_repository(tmp_path / "shallow/docs/bread")
    assert repository.commit("HEAD").id
    with pytest.raises(NoRevision, match="git fetch --unshallow"):
        repository.commit(first)


def test_no_git(kept: Bakery, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoRevision, match="git was not found; install it"):
        open_repository(kept.folder)


def test_no_git_for_what_looks_at_the_filters_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoRevision, match="git was not found; install it"):
        Repository(tmp_path).commits("HEAD", most=1)


def test_anybody_s_settings_of_git_change_nothing(
    kept: Bakery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[color]\nui = always\n[log]\nshowSignature = true\ndecorate = full\n[diff]\nrenames = copies\n"
        "external = /bin/false\n[core]\nquotePath = true\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    kept.path("terms/crumb").rename(kept.path("terms/soft-crumb"))
    kept.commit("2026-06-02")
    [newest, _] = open_repository(kept.folder).commits("HEAD", most=10, files=True)
    assert sorted(newest.files) == ["content/terms/crumb.yml", "content/terms/soft-crumb.yml"]


def test_a_repository_without_a_commit_says_so(bakery: Bakery) -> None:
    bakery.git("init", "--quiet")
    with pytest.raises(NoRevision, match=r"bread has no commit yet$"):
        Repository(bakery.folder).commit("HEAD")


def test_a_folder_that_is_in_no_repository_says_so(bakery: Bakery) -> None:
    with pytest.raises(NoRevision, match="is not in a git repository"):
        Repository(bakery.folder).commit("HEAD")


def test_a_repository_of_somebody_else_is_told_with_the_way_out(
    kept: Bakery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(
        NoRevision, match=r"belongs to another user; .* git config --global --add safe\.directory /"
    ):
        Repository(kept.folder).commit("HEAD")
