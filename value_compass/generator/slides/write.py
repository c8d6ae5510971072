"""Slides as a PowerPoint file: the same slides give the same bytes."""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from value_compass.generator.diagrams.lettering import Box
from value_compass.generator.diagrams.palette import MUTED, SOFT
from value_compass.generator.slides.deck import Deck, Row, Slide, Words
from value_compass.generator.slides.drawing import put_drawing, rgb
from value_compass.generator.slides.fitting import (
    BETWEEN,
    BODY,
    INDENT,
    LEADING,
    SLIDE,
    TITLE,
    fitted,
    title_height,
    title_size,
)

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file: the first that its format knows."""

_TITLE_ONLY = 5
"""The layout with a title and nothing else."""

_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of a table without lines and colours."""

_BAND, _SMALL = 14.0, 12
_FOOT = Box(48, 506, 864, 22)
_LOGO = Box(96, 48, 260, 72)
_OPENING = Box(96, 176, 780, 150)
_FIGURE = Box(24, 100, 912, 400)
_COURSE = Box(48, 486, 864, 8)


def write_deck(deck: Deck) -> bytes:
    """A deck as a file.

    Args:
        deck: what is on its slides.
    """
    show = Presentation()
    show.slide_width, show.slide_height = Pt(SLIDE.width), Pt(SLIDE.height)
    _widen(show)
    _about(show.core_properties, deck)
    for number, slide in enumerate(deck.slides, 1):
        _Painter(show.slides.add_slide(show.slide_layouts[_TITLE_ONLY]), deck).paint(slide, number)
    saved = BytesIO()
    show.save(saved)
    return _same_each_time(saved.getvalue(), deck)


def _widen(show: Any) -> None:
    """The master's places for a narrow screen, moved to a wide one, for slides that somebody adds."""
    wider = 4 / 3
    for holder in (show.slide_master, *show.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = round(shape.left * wider), round(shape.width * wider)


def _about(properties: Any, deck: Deck) -> None:
    moment = datetime.datetime.combine(deck.day, datetime.time())
    properties.title, properties.subject = deck.title, deck.summary
    properties.author = properties.last_modified_by = deck.author
    properties.language, properties.revision = deck.language, 1
    properties.created = properties.modified = moment


class _Painter:
    """A painter of one slide, in the order in which it is read."""

    def __init__(self, page: Any, deck: Deck) -> None:
        self._page = page
        self._deck = deck
        self._look = deck.look

    def paint(self, slide: Slide, number: int) -> None:
        """Title first, then the line over it, the body, the foot."""
        self._title(slide)
        self._band(slide)
        if slide.opens:
            self._logo()
            below = self._page.shapes.title
            top = (below.top + below.height) / Pt(1) + 14
            self._words(slide.words, Box(_OPENING.x, top, _OPENING.width, 130), most=22)
        elif slide.rows:
            self._agenda(slide.rows)
        elif slide.figure:
            put_drawing(self._page.shapes, slide.figure, _FIGURE)
        else:
            self._words(slide.words, BODY)
        self._course(slide)
        self._text(_FOOT, [self._deck.foot], _SMALL - 2, MUTED.colour)
        self._text(_FOOT, [str(number)], _SMALL - 2, MUTED.colour, right=True)
        if slide.notes:
            self._page.notes_slide.notes_text_frame.text = slide.notes

    def _title(self, slide: Slide) -> None:
        box = _OPENING if slide.opens else TITLE
        sizes = (44, 40, 36, 32, 28) if slide.opens else (32, 28, 26, 24, 22, 20)
        size = title_size(slide.title, box.width, box.height, sizes)
        if slide.opens:
            box = box._replace(height=title_height(slide.title, box.width, size))
        shape = self._page.shapes.title
        shape.left, shape.top, shape.width, shape.height = _points(box)
        frame = shape.text_frame
        _bare(frame)
        frame.vertical_anchor = MSO_ANCHOR.TOP
        self._say(frame.paragraphs[0], slide.title, size, self._look.ink, font=self._look.headings, bold=True)
        if slide.kicker:
            over = Box(box.x, box.y - 24, box.width, 22)
            self._text(over, [slide.kicker], 14, self._look.accent or MUTED.colour)

    def _logo(self) -> None:
        """The logo over the first title, as large as its room allows."""
        if self._look.logo is None:
            return
        x, y, width, height = _points(_LOGO)
        picture = self._page.shapes.add_picture(BytesIO(self._look.logo), x, y)
        scale = min(width / picture.width, height / picture.height)
        picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
        picture._element.nvPicPr.cNvPr.set("descr", self._deck.author)

    def _band(self, slide: Slide) -> None:
        """The colours of the pillars, equal in all: a band beside the first title, a line over the others."""
        colours = self._deck.colours or (self._look.ink,)
        for place, colour in enumerate(colours):
            if slide.opens:
                each = SLIDE.height / len(colours)
                box = Box(0, place * each, 3 * _BAND, each)
            else:
                each = SLIDE.width / len(colours)
                box = Box(place * each, 0, each, _BAND / 2)
            self._block(box, colour)

    def _course(self, slide: Slide) -> None:
        """How far the day is, as a bar of its parts."""
        left, whole = _COURSE.x, sum(slide.lengths)
        for place, length in enumerate(slide.lengths):
            width = _COURSE.width * length / whole
            colour = (self._look.accent or self._look.ink) if place == slide.at else SOFT.colour
            self._block(Box(left, _COURSE.y, max(1.0, width - 2), _COURSE.height), colour)
            left += width

    def _block(self, box: Box, colour: str) -> None:
        shape = self._page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_points(box))
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colour)
        shape.line.fill.background()
        shape.shadow.inherit = False
        _only_for_the_eye(shape)

    def _words(self, words: tuple[Words, ...], box: Box, most: int = 99) -> None:
        held = next(iter(fitted(words, box)), None)
        if held is None:
            return
        size = min(held.size, most)
        shape = self._page.shapes.add_textbox(*_points(box))
        frame = shape.text_frame
        _bare(frame)
        for place, one in enumerate(words):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.line_spacing = Pt(size * LEADING)
            paragraph.space_before = Pt(size * BETWEEN if place else 0)
            if one.sign:
                _hang(paragraph, one.sign, INDENT * size)
            font = self._look.headings if one.heading else self._look.text
            self._say(paragraph, one.text, size, self._look.ink, font=font, bold=one.heading)

    def _agenda(self, rows: tuple[Row, ...]) -> None:
        widths = (150, 110, BODY.width - 260)
        high = min(34.0, BODY.height / (len(rows) + 1))
        frame = self._page.shapes.add_table(
            len(rows) + 1, 3, *_points(Box(BODY.x, BODY.y, BODY.width, high * (len(rows) + 1)))
        )
        frame._element.nvGraphicFramePr.cNvPr.set("descr", ", ".join(f"{r.clock} {r.title}" for r in rows))
        table = frame.table
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN_TABLE
        table.horz_banding = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        told = [self._deck.heads, *((row.clock, row.minutes, row.title) for row in rows)]
        for line, (cells, row) in enumerate(zip(told, table.rows, strict=True)):
            row.height = Pt(high)
            for column, (said, cell) in enumerate(zip(cells, row.cells, strict=True)):
                _bare(cell.text_frame)
                cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = 0
                cell.vertical_anchor = MSO_ANCHOR.MIDDLE
                wide = widths[column] - 6
                size = 14 if line == 0 else title_size(said, wide, high, (20, 18, 16, 14, 12, 10))
                colour = MUTED.colour if line == 0 or column == 1 else self._look.ink
                font = self._look.text if line else self._look.headings
                bold = line > 0 and column != 1
                self._say(cell.text_frame.paragraphs[0], said, size, colour, font=font, bold=bold)

    def _text(self, box: Box, lines: list[str], size: int, colour: str, *, right: bool = False) -> None:
        frame = self._page.shapes.add_textbox(*_points(box)).text_frame
        _bare(frame)
        for place, text in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
            self._say(paragraph, text, size, colour, font=self._look.headings)

    def _say(
        self, paragraph: Any, text: str, size: float, colour: str, *, font: str, bold: bool = False
    ) -> None:
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, font
        run.font.color.rgb = rgb(colour)
        run._r.get_or_add_rPr().set("lang", self._deck.language)
        if paragraph.alignment is None:
            paragraph.alignment = PP_ALIGN.LEFT


def _bare(frame: Any) -> None:
    """A frame without edges of its own, which keeps its size."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _points(box: Box) -> tuple[int, int, int, int]:
    x, y, width, height = (Pt(value) for value in box)
    return x, y, width, height


def _hang(paragraph: Any, sign: str, indent: float) -> None:
    """A sign before a paragraph that stands in."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(indent)))
    properties.set("indent", str(-Pt(indent)))
    if re.fullmatch(r"\d+\.", sign):
        bullet = properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod", "startAt": sign[:-1]})
    else:
        bullet = properties.makeelement(qn("a:buChar"), {"char": sign})
    properties.append(bullet)


def _only_for_the_eye(shape: Any) -> None:
    """Readers for the blind pass over it."""
    about = shape._element.nvSpPr.cNvPr
    marked = about.makeelement(qn("a:extLst"), {})
    one = marked.makeelement(qn("a:ext"), {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"})
    name = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    one.append(one.makeelement(name, {"val": "1"}))
    marked.append(one)
    about.append(marked)


def _same_each_time(saved: bytes, deck: Deck) -> bytes:
    """The file with one date in all parts, and with fonts and colours in its theme."""
    made = BytesIO()
    with ZipFile(BytesIO(saved)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if re.fullmatch(r"ppt/theme/theme\d+\.xml", name):
                content = _themed(content.decode(), deck).encode()
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            after.writestr(info, content)
    return made.getvalue()


def _themed(theme: str, deck: Deck) -> str:
    look = deck.look
    for part, font in (("major", look.headings), ("minor", look.text)):
        named = re.search(rf"<a:{part}Font>\s*<a:latin typeface=(\"[^\"]*\")", theme)
        if named:
            theme = theme[: named.start(1)] + quoteattr(font) + theme[named.end(1) :]
    colours = {"dk1": look.ink, "hlink": look.accent or look.ink}
    colours |= {f"accent{number}": colour for number, colour in enumerate(deck.colours[:6], 1)}
    for name, colour in colours.items():
        theme = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)",
            rf'\g<1><a:srgbClr val="{colour.lstrip("#").upper()}"/>\g<2>',
            theme,
            flags=re.DOTALL,
        )
    return theme
