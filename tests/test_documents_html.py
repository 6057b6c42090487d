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


def test_a_power_is_no_further_digit(tmp_path: Path) -> None:
    page = "<html><body><p>We spent 10<sup>6</sup> euro on m<sup>2</sup></p></body></html>"
    assert read(tmp_path, page).text.strip() == "We spent 10⁶ euro on m2"
