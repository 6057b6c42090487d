"""Tagged PDFs, as a browser prints them: cells keep their column, and page tops are no text."""

import pytest
from playwright.sync_api import Browser, PdfMargins

from alliancegraph.loaders.documents.document import Document, printed, read_document
from tests.test_documents_pdf import with_notes

PAGE = """<html lang=en><title>t</title>
<style>body { font: 12pt serif } td, th { border: 1px solid; padding: 4pt; width: 90pt }</style>
<h1>1. Cleaner water</h1>
<table><tr><th>Lead actor<td colspan=4>The Ministry of Water and of the Environment, with all towns along the river</tr>
<tr><th rowspan=2>Completion level<td>Not started<td>Limited<td>Substantial<td>Completed</tr>
<tr><td><td><td>✓<td></tr>
<tr><th>Results<td colspan=4><p>We built a weir<sup>1</sup>.<p>And a pond.</tr></table>
<p style="break-before: page">It goes on on a second page.</p><h1>2. More fish</h1><p>None.</p></html>"""
TOP = "<div style='font-size: 8pt; margin-left: 40pt'>RIVER/2020 <span class=pageNumber></span></div>"


@pytest.fixture(scope="module")
def tagged(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("tags") / "tagged.pdf"
    page = browser.new_page()
    page.set_content(PAGE)
    margin: PdfMargins = {"top": "80px", "bottom": "80px", "left": "50px", "right": "50px"}
    page.pdf(
        path=path, tagged=True, display_header_footer=True, header_template=TOP, footer_template="<p>", margin=margin
    )
    page.close()
    return read_document(path)


def test_a_tick_keeps_its_column(tagged: Document) -> None:
    lines = tagged.text.splitlines()
    assert lines[0] == "1. Cleaner water"
    assert lines[1] == "Lead actor\tThe Ministry of Water and of the Environment, with all towns along the river"
    assert lines[2] == "Completion level\tNot started\tLimited\tSubstantial\tCompleted"
    assert lines[3].split("\t").index("✓") == lines[2].split("\t").index("Substantial")


def test_headers_of_the_print_are_furniture(tagged: Document) -> None:
    assert "RIVER" not in tagged.text
    assert printed(tagged).count("RIVER/2020") == 2
    assert "\fIt goes on on a second page." in tagged.text


def test_text_typed_over_a_tagged_page_is_read_where_it_stands(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tags") / "typed.pdf"
    page = browser.new_page()
    page.set_content(
        "<h1>A) Done</h1><p style='height: 80pt'></p><h1>B) Next</h1><p>Ponds.</p><h1>C) Rest</h1><p>None."
    )
    page.pdf(path=path, tagged=True)
    page.close()
    path.write_bytes(with_notes(path.read_bytes(), ("We built a weir.", (40, 715, 300, 735))))
    assert read_document(path).text.split("\n") == [
        "A) Done",
        "We built a weir.",
        "B) Next",
        "Ponds.",
        "C) Rest",
        "None.\f",
    ]
