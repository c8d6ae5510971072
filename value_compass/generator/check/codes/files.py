"""Codes of files that lie in the wrong place or cannot be opened as text."""

from __future__ import annotations

from value_compass.generator.check.meaning import Meaning
from value_compass.generator.load.problem import Severity

FILES = {
    "unreadable-file": Meaning(
        "The file cannot be opened",
        "The file is there by name, and opening it fails: it is a broken shortcut, one that leads out of "
        "content/, a device, or you have no right to read it. Put a plain text file in its place.",
        "content/terms/rye.yml -> a shortcut to a file that was deleted",
        "content/terms/rye.yml: a text file",
    ),
    "oversized-file": Meaning(
        "The file is too large",
        "An entry is a few kilobytes. A file of more than 256 kB holds something else, or several entries. "
        "Split it.",
        "content/terms/rye.yml: 3 MB",
        "content/terms/rye.yml: 3 kB",
    ),
    "wrong-encoding": Meaning(
        "The file is not saved as UTF-8",
        "All files are saved in the encoding UTF-8, in which every letter of every language has its place. "
        "The caret stands under the first character that is not. Save the file again as UTF-8; most editors "
        'offer it under "Save with encoding".',
        "summary: Cr\ufffdme, saved as Latin-1",
        "summary: Crème, saved as UTF-8",
    ),
    "control-character": Meaning(
        "An invisible control character",
        "Text that is pasted from another program sometimes brings along characters that nobody sees and "
        "that YAML refuses. Delete the character under the caret; deleting the letters on both sides and "
        "typing them again is the sure way.",
        "summary: Rye\u240cbread",
        "summary: Rye bread",
    ),
    "empty-file": Meaning(
        "The file is empty",
        "A file without a field says nothing. Fill it in (`compass new` makes one to fill in), or delete it.",
        "# only a comment",
        "name: Rye\nsummary: A grain that keeps bread fresh.",
    ),
    "deep-nesting": Meaning(
        "Nested too deep",
        "Lists in lists in lists, more than forty levels down: no entry needs more than six. Most often it "
        "is a run of brackets or dashes that was pasted by mistake.",
        "aliases: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Rye",
        "aliases: [Rye]",
    ),
    "unknown-folder": Meaning(
        "A folder that is no kind of entry",
        "The folder under `content/` says what an entry is: `values`, `events`, `terms` and so on. A file in "
        "a folder of another name is never read. Move it, or correct the folder's name.",
        "content/event/harvest-visit.yml",
        "content/events/harvest-visit.yml",
    ),
    "file-name": Meaning(
        "A file name that cannot be a reference",
        "Other entries name this one by its file's name, so that name has a fixed form: lower-case letters, "
        "digits and single hyphens, ending in `.yml`. The word `index` is taken: the page of that address "
        "lists all entries of the kind.",
        "content/events/Harvest Visit.yml",
        "content/events/harvest-visit.yml",
    ),
    "left-behind": Meaning(
        "A file that a program left behind",
        "Systems and editors leave files such as `Thumbs.db`, `desktop.ini` and `notes.yml~`, and a folder "
        "may say what it is in a README. They are no entries and are passed over. Delete them.",
        "content/events/Thumbs.db",
        "content/events/harvest-visit.yml",
        Severity.NOTE,
        lenient=True,
    ),
    "stray-file": Meaning(
        "A file that nothing reads",
        "Only files that end in `.yml` and lie right in the folder of their kind are entries. Anything else "
        "under `content/` would be left out in silence. Rename it, or move it.",
        "content/events/harvest-visit.yaml",
        "content/events/harvest-visit.yml",
    ),
}
