"""A report as it is read: each character shown once, with what it was taken for: on a terminal, as JSON, as a page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from alliancegraph.cli import main
from alliancegraph.graph.model.looks import ANSWER, FURNITURE, HEADING, OUTSIDE, UNKNOWN, Piece
from alliancegraph.loaders.documents.document import printed, read_document
from alliancegraph.loaders.form.looking import look
from alliancegraph.looktext import look_lines
from tests.conftest import ROMANIA
from tests.viz_page import opened

RIVER = Path(__file__).parent / "inputs" / "river"
FORM = RIVER / "river.yaml"
FORMS = {"r3": "river3", "r3b": "river3b", "r4": "river4", "r7": "river7", "r14": "river14", "r21": "river21"}
REPORTS = sorted(RIVER.glob("r*.txt"))


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["look", *arguments]) == 0
    return capsys.readouterr().out


def pieces(path: Path, form: Path | str = "") -> list[Piece]:
    return [piece for page in look(path, str(form)).pages for piece in page.pieces]


def dense(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: str(path.stem))
def test_every_character_of_the_print_is_shown_once(path: Path) -> None:
    form = FORM.with_stem(FORMS.get(path.stem, "river"))
    print = dense(printed(read_document(path)))
    assert dense("".join(piece.text for piece in pieces(path, form))) == print


@pytest.mark.parametrize("path", [*REPORTS, ROMANIA], ids=lambda path: str(path.stem))
def test_a_line_is_named_as_it_is_numbered(path: Path) -> None:
    form = "" if path == ROMANIA else FORM.with_stem(FORMS.get(path.stem, "river"))
    pages = [page.splitlines() for page in path.read_text(encoding="utf-8").replace("\r\n", "\n").split("\f")]
    for page in look(path, str(form)).pages:
        for piece in page.pieces:
            line = pages[(page.number or 1) - 1][piece.line - 1]
            assert piece.text.splitlines()[0].strip() in line


def test_what_each_stretch_was_taken_for() -> None:
    found = [(p.kind, p.of, p.code, p.likeness) for p in pieces(RIVER / "r11.txt", FORM)]
    assert found == [
        ("outside", "", "", None),
        ("heading", "goal", "1", 100),
        ("heading", "section", "1/A", 100),
        ("furniture", "header", "", None),
        ("furniture", "page number", "", None),
        ("heading", "section", "1/B", 100),
        ("answer", "", "1/B", None),
        ("heading", "goal", "2", 100),
        ("heading", "section", "2/A", 100),
        ("answer", "", "2/A", None),
        ("furniture", "watermark", "", None),
        ("furniture", "page number", "", None),
        ("heading", "section", "2/B", 100),
    ]


def test_ticks_and_the_sections_that_are_pointed_at(tmp_path: Path) -> None:
    ticked = look(RIVER / "r18.txt", str(FORM)).sections
    assert [(box.label, box.ticked) for box in ticked[0].boxes] == [("Yes", False), ("No", True), ("Planned", False)]
    path = tmp_path / "norway-2020.txt"
    text = (RIVER / "r2b.txt").read_text(encoding="utf-8")
    path.write_text(re.sub(r"(B\) What comes next\n).*?\n(?=Goal 2)", r"\1See 1 A.\n", text, flags=re.S))
    assert look(path, str(FORM)).sections[1].refers == ("1/A",)


def test_json_has_the_documented_keys(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, str(RIVER / "r2b.txt"), "--form", str(FORM), "--format", "json"))
    assert [*found] == ["file", "form", "pages", "sections", "warnings", "refused"]
    keys = ["code", "goal", "state", "kind", "refers", "boxes", "values", "page", "line", "characters"]
    assert [*found["sections"][0]] == keys
    assert [*found["pages"][0]["pieces"][0]] == ["kind", "text", "line", "code", "of", "likeness", "doubt"]
    assert [*found["warnings"][0]] == ["code", "what", "remedy", "page", "line"]
    kinds = {HEADING, ANSWER, OUTSIDE, FURNITURE, UNKNOWN}
    assert {piece["kind"] for page in found["pages"] for piece in page["pieces"]} <= kinds


def test_the_terminal_says_in_signs_what_colours_say(capsys: pytest.CaptureFixture[str]) -> None:
    plain = shown(capsys, str(RIVER / "r2b.txt"), "--form", str(FORM))
    assert "\x1b" not in plain
    assert re.search(r"(?m)^ +\d+ ! +Goal 3: More fishers$", plain)
    painted = "\n".join(look_lines(look(RIVER / "r2b.txt", str(FORM)), lambda text, code: f"\x1b[{code}m{text}\x1b[0m"))
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain.rstrip("\n")


def test_control_characters_of_a_report_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "norway-2020.txt"
    path.write_text(
        "River form 2020\nNorway\nGoal 1: Cleaner water\nA) What was done\nA \u202ereversed\x9b31m answer.\n"
    )
    assert not {"\u202e", "\x9b"} & {*shown(capsys, str(path), "--form", str(FORM))}


def test_a_report_in_which_nothing_is_found_is_shown_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleagues,\nwe have nothing to add.\n")
    said = shown(capsys, str(path))
    assert "Dear colleagues," in said
    assert "refused: " in said
    assert "no heading of a known form" in said


def test_a_report_that_is_another_form_is_shown_with_what_was_looked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleagues,\nAim one, cleaner waters\nwe have nothing to add.\n")
    said = shown(capsys, str(path), "--form", str(FORM))
    assert "refused: " in said
    assert "line 2: goal 1 is missing: 'Goal 1: Cleaner water'. The nearest line is" in said


def test_what_a_build_would_refuse_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nowhere.txt"
    text = (RIVER / "r2b.txt").read_text(encoding="utf-8")
    path.write_text(text.replace("Norway", "").replace("River form 2020", "River form"))
    assert shown(capsys, str(path), "--form", str(FORM)).count("  refused: ") == 2


def test_a_template_that_is_wrong_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "f.yaml"
    form.write_text("id: f\n")
    assert main(["look", str(RIVER / "r2b.txt"), "--form", str(form)]) == 2
    assert f"{form}" in capsys.readouterr().err


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    source = tmp_path / "norway-2020.txt"
    text = (RIVER / "r2b.txt").read_text(encoding="utf-8")
    source.write_text(text.replace("More fishers", "More fishers <script>alert(1)</script>"), encoding="utf-8")
    path = tmp_path / "norway.html"
    assert main(["look", str(source), "--form", str(FORM), "--out", str(path)]) == 0
    yield from opened(browser, path.as_uri(), 1280, 900)


def test_the_page_shows_text_sections_and_warnings(page: Page) -> None:
    assert page.locator(".unknown-heading pre").inner_text().strip() == "Goal 3: More fishers <script>alert(1)</script>"
    assert page.locator("nav tbody tr").count() == 4
    assert page.locator("nav li").count() == len(look(RIVER / "r2b.txt", str(FORM)).warnings)


def test_the_page_is_used_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    target = page.locator("nav tbody a").first
    target.focus()
    page.keyboard.press("Enter")
    line: Any = page.locator(":target")
    assert line.count() == 1


def test_every_link_of_the_page_has_its_line(page: Page) -> None:
    broken = "[...document.querySelectorAll('a')].filter((a) => !document.getElementById(a.hash.slice(1))).length"
    assert page.evaluate(broken) == 0
