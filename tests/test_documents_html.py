"""HTML pages are read as they are shown; a page that only tells of an error is no report."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliancegraph.graph.errors import DocumentError
from alliancegraph.loaders.documents.document import Document, printed, read_document

PAGE = """<!DOCTYPE html><html lang=en><head><title>River form</title><style>p { color: red }</style></head><body>
<header><h1>Ministry of Rivers</h1></header><nav><ul><li>Home<li>Search</ul></nav>
<main><h2>Goal 1: Cleaner   water</h2><p>A) What was
done</p><p>We built a <b>weir</b>, a&nbsp;pond<br>and trees.</p>
<table><tr><th>Lead<td><p>The ministry</p><p>and towns</p></tr><tr><td><td>x</td></tr></table>
<form><label><input type=checkbox checked> Yes</label> <label><input type=radio> No</label>
<select><option>none</select></form>
<article><header>B) What comes next</header></article><script>var a = "<p>no</p>";</script></main>
<footer>Contact us</footer></body></html>"""


def read(tmp_path: Path, content: str, name: str = "report.html", encoding: str = "utf-8") -> Document:
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    return read_document(path)


def test_a_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE)
    assert [line for line in document.text.split("\n") if line.strip()] == [
        "Goal 1: Cleaner water",
        "A) What was done",
        "We built a weir, a\u00a0pond",
        "and trees.",
        "Lead\tThe ministry",
        "and towns",
        "\tx",
        "☒ Yes ☐ No",
        "B) What comes next",
    ]
    assert [item.kind.value for item in document.furniture] == ["header", "contents", "contents", "footer"]
    assert printed(document).startswith("Ministry of Rivers\nHome\nSearch\n")


@pytest.mark.parametrize("encoding", ["utf-8", "iso8859-2", "cp1252", "utf-16"])
def test_the_encoding_is_the_declared_one(tmp_path: Path, encoding: str) -> None:
    page = f"<html><head><meta charset='{encoding}'></head><body><p>Größere Maßnahmen</p></body></html>"
    assert read(tmp_path, page, encoding=encoding).text.strip() == "Größere Maßnahmen"


@pytest.mark.parametrize("title", ["404 Not Found", "Access denied", "Just a moment...", "Error 503"])
def test_an_error_page_is_refused_whatever_its_name(tmp_path: Path, title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>Sorry.</p></body></html>"
    with pytest.raises(DocumentError, match=rf"is an HTML error page: '{title}'"):
        read(tmp_path, page, "report.txt")
    with pytest.raises(DocumentError, match=rf"though its name says PDF: '{title}'"):
        read(tmp_path, page, "report.pdf")


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "<br>",
        "<nav>",
        "</nav>",
        "<li>",
        "<!--",
        "-->",
        "&#0;",
        "<b",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(TAGS | st.text(max_size=4), max_size=30).map("".join))
def test_any_page_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    with suppress(DocumentError):
        page = f"<html><body>First {body}".encode("utf-8", "replace").decode()
        read(tmp_path_factory.mktemp("html", numbered=True), page)


def test_fields_that_are_filled_in_are_text_and_what_nobody_sees_is_none(tmp_path: Path) -> None:
    page = (
        "<html><body><p>Kind: <select><option>no<option selected>yes<option>later</select></p>"
        '<p><input value="4 ponds"> <input type=hidden value=token></p>'
        "<p>It is <del>500</del><ins>700</ins> euro</p><div hidden><p>none</p></div><p>End</p></body></html>"
    )
    assert read(tmp_path, page).text.strip().split("\n") == ["Kind: yes", "4 ponds", "It is 700 euro", "End"]


def shown(tmp_path: Path, body: str) -> tuple[list[str], list[tuple[str, int | None, str]]]:
    """Return the lines of a page with that body, and what is told of it."""
    document = read(tmp_path, f"<html><body>{body}</body></html>")
    notices = (notice for notice in document.warnings if notice.code != "furniture-removed")
    return document.text.strip().split("\n"), [(notice.code, notice.line, notice.what) for notice in notices]


def test_raised_digits_are_powers_or_marks_and_never_further_digits(tmp_path: Path) -> None:
    page = "<p>We spent 10<sup>6</sup> euro on m<sup>2</sup>, of 2018.<sup>1</sup> The Code<sup>3</sup> has 10"
    page += "<span style='vertical-align: super'>-2</span> and log 10<sub>2</sub></p>"
    lines, _ = shown(tmp_path, page)
    assert lines == ["We spent 10⁶ euro on m2, of 2018.¹ The Code has 10⁻² and log 10₂"]


def test_what_is_shown_and_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    page = "<nav><img src=logo></nav><h2>A) Map</h2><img src=a alt='The river'><img src=b alt=''><h2>B) Chart</h2>"
    page += "<svg><title>Fish</title><path/></svg><svg aria-hidden=true></svg><p>C) Share <math><mfrac><mn>3</mn><mn>4"
    page += "</mn></mfrac></math> of <math><mi>x</mi><mo>=</mo><msup><mn>10</mn><mn>6</mn></msup></math></p><iframe>"
    lines, told = shown(tmp_path, page)
    assert lines == ["A) Map", "B) Chart", "C) Share of x=10⁶"]
    assert told == [
        ("embedded-object", 3, "1 embedded object not read behind 'C) Share of x=10⁶'"),
        ("formula", 3, "1 formula not read behind 'C) Share': 34"),
        ("picture", 1, "1 picture not read behind 'A) Map': The river"),
        ("picture", 2, "1 picture not read behind 'B) Chart': Fish"),
    ]


def test_struck_and_hidden_words_are_left_out_and_counted(tmp_path: Path) -> None:
    page = "<p>It is <del>500</del><s>600</s><span style='text-decoration: line-through'>650</span>700</p>"
    page += "<p style='display:none'>token<script>var a</script></p><p>End</p><div hidden></div><del>left open"
    lines, told = shown(tmp_path, page)
    assert lines == ["It is 700", "End"]
    assert told == [
        ("hidden-text", 1, "1 hidden passage not read behind 'It is 700': token"),
        ("struck-out", 1, "4 struck-out or deleted passages not read, the first behind 'It is': 500"),
    ]


def test_numbers_of_lists_are_printed(tmp_path: Path) -> None:
    page = "<ol type=a start=3><li>One<li><p>Two</p><p>more</p><ol><li>in<li value=7>ner</ol><li>Three</ol>"
    page += "<ol reversed><li>r<ul><li>plain</ul><li><li>s</ol><ol style='list-style: none'><li>bare</ol>"
    page += "<ol style='list-style-type: upper-roman' start=4><li>x</ol><p>Behind</p>"
    lines, _ = shown(tmp_path, page)
    numbered = ["c. One", "d. Two", "more", "1. in", "7. ner", "e. Three", "3. r", "plain", "1. s", "bare", "IV. x"]
    assert lines == [*numbered, "Behind"]


def test_cells_keep_their_column_beside_those_that_span(tmp_path: Path) -> None:
    page = "<table><tr><th>Status<th>None<th>Some</tr><tr><td colspan=2>x<td>y</tr><tr><td rowspan=2>r<td>1<td>2</tr>"
    page += "<tr><td>4<td><table><tr><td>a<td>b</table></tr></table><p>Behind.</p>"
    lines, _ = shown(tmp_path, page)
    assert lines == ["Status\tNone\tSome", "x\t\ty", "r\t1\t2", "\t4\ta\tb", "", "Behind."]


def test_quotation_marks_and_lines_of_fields_are_printed(tmp_path: Path) -> None:
    assert shown(tmp_path, "<p>He said <q>yes</q>.</p><textarea>one\ntwo</textarea>")[0] == [
        "He said “yes”.",
        "one",
        "two",
    ]
