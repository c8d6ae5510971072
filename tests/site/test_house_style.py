"""A house style: its logo, colours, style sheet and templates on the site and in the book, and what they cannot do."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import font_source_sans_pro
import pytest
from msgspec import structs
from PIL import Image
from pypdf import PdfReader

from tests.examples.overlay import BAKERY, HERE
from tests.files import copied
from value_compass.generator.book.book import build_book
from value_compass.generator.book.imprint import Imprint
from value_compass.generator.check.check import check
from value_compass.generator.load import compiled
from value_compass.generator.load.compiled import Compiled
from value_compass.generator.load.house import House, Unusable, picture
from value_compass.generator.pages import sandbox
from value_compass.generator.pages.figures import Figures
from value_compass.generator.pages.render import render_pages
from value_compass.generator.pages.sandbox import TemplateFailure
from value_compass.generator.playbook.playbook import Playbook, seal
from value_compass.generator.site.build import build_site
from value_compass.generator.site.house import house_files
from value_compass.schemas.colours import contrast
from value_compass.schemas.house_style import HouseColours, HouseStyle

DAY = datetime.date(2026, 11, 27)
Make = Callable[[Mapping[str, str]], Playbook]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """The bakery's playbook with a house style, and with more files."""

    def made(files: Mapping[str, str]) -> Playbook:
        folder = tmp_path / "playbook"
        copied(BAKERY, folder)
        shutil.copytree(HERE / "good" / "house-style", folder, dirs_exist_ok=True)
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        draft = check(folder).draft
        assert draft.settings
        return seal(draft, draft.settings.editions[0])

    return made


@pytest.mark.parametrize(
    "colours",
    [
        ("#a84c08", "#1c2430", "#fdfcf9"),
        ("#9b2b52", "#10303a", "#f7fbfa"),
        ("#006b54", "#000000", "#ffffff"),
        ("#5b3fd0", "#3d1f3f", "#f0e8ff"),
    ],
)
def test_every_tone_made_from_three_colours_can_be_read_light_and_dark(colours: tuple[str, str, str]) -> None:
    accent, ink, paper = colours
    style = HouseStyle(colours=HouseColours(accent=accent, ink=ink, paper=paper))
    css = str(house_files(House(style))["assets/house.css"])
    tones = {
        name: (light, dark)
        for name, light, dark in re.findall(r"--vc-(\w+): light-dark\((#\w+), (#\w+)\)", css)
    }
    for scheme in (0, 1):
        for ground in ("paper", "raised", "soft"):
            for text in ("ink", "muted", "link"):
                ratio = contrast(tones[text][scheme], tones[ground][scheme])
                assert ratio >= 4.5, f"{text} on {ground} has {ratio:.1f}"
        assert contrast(tones["accent"][scheme], tones["paper"][scheme]) >= 4.5
        assert contrast(tones["edge"][scheme], tones["paper"][scheme]) >= 3


def test_the_site_has_the_logo_the_colours_the_style_sheet_and_the_foot_of_the_house(
    make: Make, tmp_path: Path
) -> None:
    playbook = make({})
    figures = Figures(playbook, tmp_path / "cache")
    build_site(playbook, render_pages(playbook, figures), tmp_path / "site", figures)

    page = (tmp_path / "site" / "groups" / "on-time.html").read_text(encoding="utf-8")
    assert '<img class="vc-logo vc-logo-light" src="../assets/logo.svg" alt="">' in page
    assert '<img class="vc-logo vc-logo-dark" src="../assets/logo-dark.svg" alt="">' in page
    assert "Baked at night by Zonneveld Bakery" in page
    assert [link for link in re.findall(r'rel="stylesheet" href="([^"]+)"', page) if "house" in link]
    css = (tmp_path / "site" / "assets" / "house.css").read_text(encoding="utf-8")
    assert "#7a4a12" in css
    assert css.index("--vc-accent") < css.index("font-style: italic")
    assert (tmp_path / "site" / "assets" / "logo.svg").read_bytes() == (
        HERE / "good/house-style/brand/loaf.svg"
    ).read_bytes()


def test_the_book_has_the_fonts_and_the_logo_of_the_house(make: Make, tmp_path: Path) -> None:
    settings = (HERE / "good/house-style/site.yml").read_text("utf-8")
    playbook = make({"site.yml": settings + "  fonts: {text: Source Sans Pro, headings: Source Sans Pro}\n"})
    build_book(playbook, tmp_path / "book.pdf", Imprint("r", DAY), folder=playbook.house.folder)

    reader = PdfReader(tmp_path / "book.pdf")
    assert "Set in Source Sans Pro, with Typst." in " ".join(reader.pages[1].extract_text().split())
    for page in reader.pages[:8]:
        fonts = page.get("/Resources", {}).get("/Font", {}).values()
        assert not [font for font in fonts if "Serif" in str(font.get_object()["/BaseFont"])]


def test_a_font_of_the_house_is_a_file_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    shutil.copy(
        font_source_sans_pro.font_files_otf["SourceSansProIt"], tmp_path / "fonts" / "Our Sans It.otf"
    )
    style = HouseStyle.model_validate({"fonts": {"headings": "Source Sans Pro"}})
    files = house_files(House(style, folder=tmp_path))

    assert files.keys() == {"assets/house.css", "assets/fonts/Our-Sans-It.otf"}
    css = str(files["assets/house.css"])
    assert 'src: url("fonts/Our-Sans-It.otf")' in css
    assert "font-style: italic" in css


def test_a_template_over_ours_changes_nothing_but_what_it_says(make: Make, tmp_path: Path) -> None:
    playbook = make({"theme/pages/terms.html.jinja": '{% extends "ours/terms.html.jinja" %}\n'})
    plain = {name: text for name, text in playbook.house.templates.items() if not name.startswith("pages/")}
    figures = Figures(playbook, tmp_path / "cache")
    sandboxed = render_pages(playbook, figures)
    without = structs.replace(playbook, house=structs.replace(playbook.house, templates=plain))
    assert [page.html for page in sandboxed] == [page.html for page in render_pages(without, figures)]


@pytest.mark.parametrize(
    "expression",
    [
        "playbook.house.folder.read_text()",
        "playbook.house.folder.joinpath('site.yml').unlink()",
        "playbook.settings.parse_raw('x', allow_pickle=true)",
        "playbook.settings.model_validate_json('{}')",
        "kinds['terms'].model.parse_file('/etc/passwd')",
        "cases_in_common.__loader__.get_data('/etc/passwd')",
        "cases_in_common.dataclass.__globals__",
        "figures._engine",
        "link.__globals__",
        "''.__class__.__mro__[1].__subclasses__()",
        "playbook.entries.clear()",
        "playbook.nothing_of_this_name",
        "1 / 0",
    ],
)
def test_a_template_reaches_no_file_no_module_and_no_class(
    make: Make, tmp_path: Path, expression: str
) -> None:
    playbook = make({"theme/pages/home.html.jinja": f"{{{{ {expression} }}}}"})
    with pytest.raises(TemplateFailure, match=r"^the page index\.html cannot be made"):
        render_pages(playbook, Figures(playbook, tmp_path / "cache"))


def test_code_is_kept_of_templates_of_ours_alone(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[Path, bytes] = {}
    monkeypatch.setattr(compiled, "kept", kept.get)
    monkeypatch.setattr(compiled, "keep", kept.__setitem__)
    monkeypatch.setattr(sandbox, "_COMPILED", Compiled("sandboxed"))
    playbook = make({"theme/pages/home.html.jinja": '{% extends "ours/home.html.jinja" %}{# #}'
                     '{% block nowhere %}words of theirs{% endblock %}'})  # fmt: skip
    render_pages(playbook, Figures(playbook, tmp_path / "cache"))

    assert len(kept) > 5
    assert not [file for file, code in kept.items() if b"words of theirs" in code]


def test_a_broken_png_is_no_logo(tmp_path: Path) -> None:
    made = BytesIO()
    Image.new("RGB", (40, 20), "#7a4a12").save(made, "PNG")
    (tmp_path / "whole.png").write_bytes(made.getvalue())
    assert picture(tmp_path, "whole.png").size == (40, 20)
    for broken in (made.getvalue()[:8], made.getvalue()[:40], b"\x89PNG\r\n\x1a\n" + bytes(60), b"GIF89a"):
        (tmp_path / "broken.png").write_bytes(broken)
        with pytest.raises(Unusable, match="no PNG, or a broken one"):
            picture(tmp_path, "broken.png")
