"""A playbook as a commit has it: a draft, in which problems are tolerated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from value_compass.generator.changes.repository import Commit, File, NoRevision, Repository
from value_compass.generator.check.check import Checked, check_folder
from value_compass.generator.check.draft import Draft, draft_of
from value_compass.generator.load.document import Document, parse_document
from value_compass.generator.load.folder import CONTENT_FOLDER, KINDS_FOLDER, SETTINGS_FILE, Folder
from value_compass.schemas.fields import Reference


class Unread(Struct, frozen=True):
    """A file that could not be read, and why; what it says was not compared."""

    file: str
    reason: str
    entry: Reference | None
    """Whose file it is; nothing for `site.yml`."""


def draft_at(repository: Repository, commit: Commit) -> Draft:
    """What could be read of the playbook at a commit.

    Raises:
        NoRevision: when the folder held no playbook then.
    """
    draft = next(iter(drafts_at(repository, (commit,))))
    if not draft.documents and not draft.folder.settings.text:
        raise _no_playbook(repository, commit)
    return draft


def checked_at(repository: Repository, commit: Commit) -> Checked:
    """What the whole check finds in the playbook at a commit.

    Raises:
        NoRevision: when the folder held no playbook then.
    """
    files = repository.files(commit)
    kept = [file for file in files if _is_read(file)]
    held = repository.contents(file.blob for file in kept)
    read = {file.path: parse_document(held[file.blob], file.path) for file in kept if file.blob in held}
    settings = read.pop(SETTINGS_FILE, Document(SETTINGS_FILE))
    if not read and not settings.text:
        raise _no_playbook(repository, commit)
    kinds = tuple(read.pop(file.path) for file in kept if _is_kind(file) and file.path in read)
    known = {*read, *(document.file for document in kinds)}
    below = (f"{CONTENT_FOLDER}/", f"{KINDS_FOLDER}/")
    others = (file.path for file in files if file.path.startswith(below))
    strays = (path for path in others if path not in known and not path.rpartition("/")[2].startswith("."))
    return check_folder(Folder(repository.folder, settings, tuple(read.values()), tuple(strays), kinds))


def drafts_at(repository: Repository, commits: Iterable[Commit]) -> Iterator[Draft]:
    """The playbook at one commit after the other; a file that stays the same is read once."""
    documents: dict[File, Document] = {}
    drafts: dict[tuple[tuple[File, ...], File], Draft] = {}
    made: dict[tuple[File, ...], Draft] = {}
    for commit in commits:
        files = [file for file in repository.files(commit) if _is_read(file)]
        fresh = [file for file in files if file not in documents]
        contents = repository.contents(file.blob for file in fresh)
        documents |= {
            file: parse_document(contents[file.blob], file.path) for file in fresh if file.blob in contents
        }
        # What a file says depends on the kinds of its time.
        kinds = tuple(file for file in files if _is_kind(file) and file in documents)
        if kinds not in made:
            folder = Folder(repository.folder, Document(SETTINGS_FILE), ())
            made[kinds] = draft_of(replace(folder, kinds=tuple(documents[file] for file in kinds)))
        held = [file for file in files if file in documents and file not in kinds]
        for file in held:
            if (kinds, file) not in drafts:
                drafts[kinds, file] = _alone(made[kinds], documents[file])
        yield _together(made[kinds], [(documents[file], drafts[kinds, file]) for file in held])


def unread(draft: Draft) -> tuple[Unread, ...]:
    """The files of a draft that could not be read, with the first problem of each."""
    reasons: dict[str, str] = {}
    for problem in draft.problems:
        reasons.setdefault(problem.file, f"line {problem.span.line}: {problem.message}")
    found = [
        Unread(document.file, reasons.get(document.file, "it says nothing"), reference)
        for reference, document in draft.documents.items()
        if reference not in draft.entries
    ]
    if draft.settings is None:
        reason = reasons.get(SETTINGS_FILE, "there is no such file")
        found.insert(0, Unread(SETTINGS_FILE, reason, None))
    return tuple(found)


def _no_playbook(repository: Repository, commit: Commit) -> NoRevision:
    return NoRevision(
        f"there was no playbook in {repository.folder.resolve()} at {commit.id[:10]} ({commit.day}): "
        f"neither {SETTINGS_FILE} nor a file in {CONTENT_FOLDER}/"
    )


def _is_read(file: File) -> bool:
    return file.plain and (file.path == SETTINGS_FILE or _is_entry(file) or _is_kind(file))


def _is_entry(file: File) -> bool:
    parts = file.path.split("/")
    return (
        len(parts) == 3
        and parts[0] == CONTENT_FOLDER
        and parts[2].endswith(".yml")
        and not parts[2].startswith(".")
    )


def _is_kind(file: File) -> bool:
    parts = file.path.split("/")
    return (
        len(parts) == 2
        and parts[0] == KINDS_FOLDER
        and parts[1].endswith(".yml")
        and not parts[1].startswith(".")
    )


def _alone(kinds: Draft, document: Document) -> Draft:
    """A draft that knows one file, beside the kinds."""
    if document.file == SETTINGS_FILE:
        return draft_of(replace(kinds.folder, settings=document), kinds)
    return draft_of(replace(kinds.folder, entries=(document,)), kinds)


def _together(kinds: Draft, files: list[tuple[Document, Draft]]) -> Draft:
    """One draft of many that know one file each, and the kinds."""
    settings = next((pair for pair in files if pair[0].file == SETTINGS_FILE), None)
    others = [pair for pair in files if pair is not settings]
    drafts = [draft for _, draft in files]
    return replace(
        kinds,
        folder=replace(
            kinds.folder,
            settings=settings[0] if settings else Document(SETTINGS_FILE),
            entries=tuple(document for document, _ in others),
        ),
        settings=settings[1].settings if settings else None,
        entries=MappingProxyType({r: e for draft in drafts for r, e in draft.entries.items()}),
        parts=MappingProxyType({r: p for draft in drafts for r, p in draft.parts.items()}),
        documents=MappingProxyType({r: d for draft in drafts for r, d in draft.documents.items()}),
        problems=tuple(dict.fromkeys(problem for draft in (kinds, *drafts) for problem in draft.problems)),
    )
