"""Codes of files that cannot be read as YAML, or not as they were meant."""

from __future__ import annotations

from value_compass.generator.check.meaning import Meaning
from value_compass.generator.load.problem import Severity

WRITING = {
    "yaml-syntax": Meaning(
        "The file cannot be read as YAML",
        "Something in the file is against the rules of YAML, and it is none of the usual slips that have a "
        "code of their own. Compare the line with the same field in another file.",
        "%YAML 9.9\n---\nname: Rye",
        "name: Rye",
    ),
    "tab": Meaning(
        "A tab instead of spaces",
        "YAML counts spaces to see what belongs together, and refuses tabs. Replace each by two spaces; most "
        "editors can be set to type spaces when you press the tab key.",
        "when:\n\u2192- text: In spring",
        "when:\n  - text: In spring",
    ),
    "odd-space": Meaning(
        "Spaces that are not ordinary spaces",
        "Text from a website or a word processor has spaces that look the same and count as letters. At the "
        "beginning of a line they move the line to where it does not belong. Delete them and type spaces.",
        "name: Rye\n\u237dsummary: A grain",
        "name: Rye\nsummary: A grain",
    ),
    "indentation": Meaning(
        "A line that does not line up",
        "How far a line stands to the right says what it belongs to. Fields of one thing, and dashes of one "
        "list, stand exactly below each other; what belongs to a field stands two spaces further right.",
        "when:\n  - text: In spring\n   where: chapter 1",
        "when:\n  - text: In spring\n    where: chapter 1",
    ),
    "missing-quote": Meaning(
        "A quotation mark that is never closed",
        "The text goes on until the next quotation mark, wherever that is, so the lines between are "
        "swallowed. The caret shows where it opens. Close it at the end of the text.",
        'name: "Rye\nsummary: A grain',
        'name: "Rye"\nsummary: A grain',
    ),
    "text-after-quote": Meaning(
        "Text after the closing quotation mark",
        "When a text begins with a quotation mark, it ends at the next one, and nothing may follow. Put "
        "marks around the whole text and use the other sort inside. An apostrophe ends a text in single "
        "marks.",
        'summary: "Rye" is a grain',
        "summary: '\"Rye\" is a grain'",
    ),
    "wrong-escape": Meaning(
        "A backslash that YAML does not know",
        "In double quotation marks a backslash begins a special character, such as `\\n` for a new line. For "
        "a plain backslash use single quotation marks, or write two.",
        'where: "share\\docs\\plan"',
        "where: 'share\\docs\\plan'",
    ),
    "unquoted-colon": Meaning(
        "A colon inside a text",
        "A colon followed by a space makes a field of what stands before it, and your text breaks in two. "
        "Put quotation marks around the whole text. This is the most frequent slip of all.",
        "summary: Rye: a grain",
        'summary: "Rye: a grain"',
    ),
    "missing-colon": Meaning(
        "A field without a colon",
        "A field is its name, a colon and a space, then the value.",
        "name Rye\nsummary: A grain",
        "name: Rye\nsummary: A grain",
    ),
    "missing-space": Meaning(
        "No space after a colon or a dash",
        "A colon makes a field and a dash makes a list's item only with a space after it.",
        "name:Rye\nsummary: A grain",
        "name: Rye\nsummary: A grain",
    ),
    "special-character": Meaning(
        "A text that begins with a special character",
        "Some characters mean something to YAML when a text begins with them: @ ` % * & ! | > [ { , ? and a "
        "dash with a space. Put quotation marks around the text.",
        "summary: [[terms/rye]] is a grain",
        'summary: "[[terms/rye]] is a grain"',
    ),
    "unclosed-bracket": Meaning(
        "A bracket that is not closed",
        "A list in brackets needs commas between its items and a bracket at its end. One item a line, each "
        "after a dash, is easier to keep right.",
        "aliases: [Rye, Black rye",
        "aliases: [Rye, Black rye]",
    ),
    "merge-conflict": Meaning(
        "Two versions of the same lines",
        "Two people changed the same lines, and git left both versions in the file, between marks. Keep the "
        "lines that are right and delete the marks.",
        "<<<<<<< main\nname: Rye\n=======\nname: Rye bread\n>>>>>>> rye",
        "name: Rye bread",
    ),
    "two-documents": Meaning(
        "Two entries in one file",
        "A line of three dashes or dots ends a YAML document. One file holds one entry: delete the line, or "
        "move the rest to a file of its own.",
        "name: Rye\n---\nname: Wheat",
        "name: Rye",
    ),
    "duplicate-key": Meaning(
        "The same field twice",
        "Of two fields with one name YAML keeps the last and drops the first without a word. Keep one.",
        "name: Rye\nname: Black rye",
        "name: Rye",
    ),
    "odd-key": Meaning(
        "Something that cannot be a field's name",
        "In front of a colon stands the name of a field. Here it is empty, or a list, or begins with a "
        "special character.",
        ": Rye",
        "name: Rye",
    ),
    "yaml-alias": Meaning(
        "A part of the file that repeats another",
        "`*word` repeats what stands at `&word`. Entries are read by people, one at a time: write the text "
        "out where it belongs.",
        "goal: *visit",
        "goal: See how the grain grows.",
    ),
    "wrong-date": Meaning(
        "A day that does not exist",
        "Something looks like a date, year-month-day, and the calendar has no such day.",
        "reviewed: 2026-02-30",
        "reviewed: 2026-02-28",
    ),
    "odd-number": Meaning(
        "A number that YAML reads as another one",
        "YAML takes `012` for ten, `1:30` for ninety and `0x1F` for thirty-one. Write plain digits, or "
        "quotation marks around what is meant as text. More than fifteen digits are never a number here: one "
        "was held down too long, or it is meant as text.",
        "minutes: 1:30",
        "minutes: 90",
    ),
    "text-cut-off": Meaning(
        "A text that ends at a #",
        "After a space, `#` begins a comment: whatever follows never reaches a reader. With a letter right "
        "after it, it was probably meant as text. Put quotation marks around the whole text.",
        "summary: The #1 grain of the north",
        'summary: "The #1 grain of the north"',
        Severity.WARNING,
        lenient=True,
    ),
    "many-problems": Meaning(
        "More problems than are shown",
        "Of one file the first hundred problems are shown. A file with more is usually in the wrong folder, "
        "or was changed by a program. Mend the first ones; most of the others go with them.",
        "a file with 4,000 unknown fields",
        "a file with the fields of its kind",
    ),
}
