"""Tables of a part of a book: what heads a row, and how a cell finds its heads."""

from __future__ import annotations

import re

from value_compass.generator.book.objects import named

_CELL = b"<</Type/StructElem/S/T"
"""How the tag of a cell begins: of one with data, `D` follows, and of a head, `H`."""

_ROW_HEAD = b"<</Type/StructElem/S/Quote/"
"""How that of what names a row does, which the theme has Typst write in its cell."""

_BY_NAME = re.compile(rb"/ID\(U\w+\)|/Headers\[[^\]]*\]")


def mend_tables(objects: dict[int, bytes]) -> None:
    """Let cells that name a row be its heads, and every cell find its heads by their row and column.

    Typst names the heads of each cell, and knows those of columns alone. What reads aloud goes by such names
    where there are any, and would pass by the heads of rows.
    """
    for number, said in objects.items():
        if said.startswith(_ROW_HEAD):
            objects[number] = said.replace(b"/Quote", b"/Span", 1)
            for cell in named(b"P", said):
                head = objects[cell].replace(b"/S/TD", b"/S/TH", 1)
                objects[cell] = head.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
    for number, said in objects.items():
        if said.startswith(_CELL):
            objects[number] = _BY_NAME.sub(b"", said)
