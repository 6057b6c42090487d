"""PDFs are read as people read the page: line by line, column by column, without what runs across or beside."""

import ctypes
import io
from collections.abc import Sequence
from contextlib import suppress
from math import pi
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from alliancegraph.graph.errors import DocumentError
from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.documents.document import Document, printed, read_document
from alliancegraph.loaders.documents.readers.pdf import is_garbled
from alliancegraph.loaders.documents.readers.pdfdirection import as_read
from alliancegraph.loaders.documents.readers.pdfruns import Box, Run, whole
from tests.pdfs import Outline, Rule, Words, lines, made


def read(tmp_path: Path, *pages: Sequence[Words | Rule | Outline]) -> Document:
    path = tmp_path / "report.pdf"
    path.write_bytes(made(*pages))
    return read_document(path)


def taken(document: Document) -> list[tuple[str, str]]:
    return [(item.kind.value, item.text.strip()) for item in document.furniture]


LEFT = ("The ministry opened a weir with", "the town of Dale and it paid for", "two boats in the spring of 2019.")
RIGHT = ("The board trained ten wardens", "in the summer, and schools held", "a river day in every autumn.")


def two_columns() -> list[Words]:
    pairs = zip(lines(*LEFT, top=120), lines(*RIGHT, left=320, top=120), strict=True)
    return [words for pair in pairs for words in pair]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = [
        *lines("Goal 1: Cleaner water", "A) What was done"),
        *two_columns(),
        *lines("B) What comes next", "Ponds.", top=190),
    ]
    document = read(tmp_path, page)
    assert document.text.splitlines() == [
        "Goal 1: Cleaner water",
        "A) What was done",
        *LEFT,
        *RIGHT,
        "B) What comes next",
        "Ponds.",
    ]


def test_a_column_that_goes_on_alone_keeps_its_paragraph(tmp_path: Path) -> None:
    page = [*two_columns(), *lines("Its staff of five went there too,", "by boat.", top=162)]
    assert read(tmp_path, page).text.splitlines() == [*LEFT, "Its staff of five went there too,", "by boat.", *RIGHT]


def test_labels_beside_answers_are_no_columns(tmp_path: Path) -> None:
    page = [*lines("Lead", "Status", "Start"), *lines("Ministry of the Interior", "In the works", "May 2019", left=200)]
    assert read(tmp_path, page).text.splitlines() == [
        "Lead\tMinistry of the Interior",
        "Status\tIn the works",
        "Start\tMay 2019",
    ]


def test_a_tick_keeps_its_column_without_tags(tmp_path: Path) -> None:
    heads = [
        Words(text, 60 + 110 * at, 60) for at, text in enumerate(["Status", "Not started", "Limited", "Completed"])
    ]
    page = [*heads, Words("x", 300, 76), *lines("Nothing else is known of the whole plan so far.", top=92)]
    document = read(tmp_path, page)
    assert (
        document.text
        == "Status\tNot started\tLimited\tCompleted\n\t\tx\nNothing else is known of the whole plan so far.\f"
    )


def test_a_ruled_table_is_read_row_by_row(tmp_path: Path) -> None:
    page = [
        *lines(*LEFT, "Lead actors of the plan", "and their partners", "in all of the towns"),
        *lines(*RIGHT, *LEFT, left=320),
    ]
    rows = [*LEFT, *RIGHT, "Lead actors of the plan", "and their partners", "in all of the towns", *LEFT]
    assert read(tmp_path, [*page, Rule(50, 93)]).text.splitlines() == rows
    assert read(tmp_path, page).text.splitlines() == [*LEFT, *rows[6:9], *RIGHT, *LEFT]


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file(tmp_path: Path) -> None:
    page = lines("One of the first line.", "Two of the second line.", "Three of the third.")
    assert read(tmp_path, page[::-1]).text.splitlines() == [words.text for words in page]


def test_a_watermark_across_the_page_is_no_line(tmp_path: Path) -> None:
    mark = Words("NOT FINAL", 150, 400, 70, pi / 4)
    page = [mark, *lines("A) What was done", "Nothing is planned so far.")]
    document = read(tmp_path, page, [mark, *lines("B) What comes next")])
    assert document.text == "A) What was done\nNothing is planned so far.\fB) What comes next"
    assert taken(document) == [("watermark", "NOT FINAL")] * 2
    large = Words("SPECIMEN", 80, 110, 90)
    assert taken(read(tmp_path, [large, *lines("One line of text.", "Two lines of text.", "Three.", "Four.")])) == [
        ("watermark", "SPECIMEN")
    ]


def test_raised_digits_are_footnote_marks_and_exponents_are_not(tmp_path: Path) -> None:
    line = lines("The Water Code", "It covers 12 m", "", "", "")
    raised = [
        Words("1", 130.5, 56, 6),
        Words(", which came into force", 134, 60),
        Words("2", 123, 70, 6),
        Words("of land.", 130, 74),
    ]
    raised += [*lines("By article", top=88), Words("1", 107, 88), Words("it holds.", 116, 88)]
    notes = lines("1 See the Gazette of 2018.", "and its annex.", top=780, size=8)
    document = read(tmp_path, [*line, *raised, *notes], lines("Next page."))
    assert (
        document.text
        == "The Water Code, which came into force\nIt covers 12 m2 of land.\nBy article 1 it holds.\fNext page."
    )
    assert [kind for kind, _ in taken(document)] == ["footnote mark", "footnote", "footnote"]


def test_a_page_on_its_side_is_read_along_its_lines(tmp_path: Path) -> None:
    page = [Words("One of the first line", 60, 700, angle=pi / 2), Words("two of the second", 80, 700, angle=pi / 2)]
    assert read(tmp_path, page).text == "One of the first line\ntwo of the second\f"


def with_picture(content: bytes, *numbers: int) -> bytes:
    """Return the PDF with a picture over all of those pages (from 0)."""
    return with_pictures(content, *((number, (0, 0, 595, 842)) for number in numbers))


def with_pictures(content: bytes, *places: tuple[int, tuple[float, float, float, float]]) -> bytes:
    """Return the PDF with pictures: the page of each (from 0), its left and foot, its width and height."""
    pdf = pypdfium2.PdfDocument(content)
    for number, (left, foot, width, height) in places:
        page = pdf[number]
        item = raw.FPDFPageObj_NewImageObj(pdf)
        bitmap = pypdfium2.PdfBitmap.new_native(8, 8, raw.FPDFBitmap_BGR)
        raw.FPDFImageObj_SetBitmap(None, 0, item, bitmap)
        raw.FPDFPageObj_Transform(item, width, 0, 0, height, left, foot)
        raw.FPDFPage_InsertObject(page, item)
        page.gen_content()
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_scanned_pages_are_named(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    text = lines("A) What was done", "We opened a weir together with the town of Dale, and a pond.")
    path.write_bytes(with_picture(made(text, [], lines("Stamp 12"), text, []), 1, 2, 3))
    document = read_document(path)
    (notice,) = document.warnings
    assert (notice.code, notice.page) == ("scanned-page", 2)
    assert notice.what == "a scanned page: 2-3 of 5 (text recognition first: ocrmypdf)"
    path.write_bytes(with_picture(made([], []), 0, 1))
    with pytest.raises(DocumentError, match=r"a scanned page: 1-2 of 2 \(text recognition first: ocrmypdf\)"):
        read_document(path)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (made(lines("Text"))[:300], "is a damaged PDF"),
        (b"%PDF-1.7\n", "is a damaged PDF"),
        (b"Not one\n", "is no PDF, though its name says so"),
        (made([], []), "holds no text, only empty pages"),
    ],
)
def test_each_refusal_names_its_cause(tmp_path: Path, content: bytes, cause: str) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=cause):
        read_document(path)


def test_letters_that_the_file_does_not_name_are_told() -> None:
    assert is_garbled("\ue001\ue002\ufffd " * 30)
    assert not is_garbled("Ministries help. \uf0fc " * 30)
    assert not is_garbled("\uf0fc")


def test_a_locked_pdf_is_refused_as_that(tmp_path: Path) -> None:
    key = "/Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "11" * 32 + ">"
    content = made(lines("Text")).replace(b"/Root", f"/Encrypt << {key} >> /Root".encode())
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match="is a PDF locked by a password"):
        read_document(path)


WORDS = st.builds(
    Words,
    st.text("abcdefg ABC.,1234)(", min_size=1, max_size=30),
    st.floats(0, 500),
    st.floats(0, 840),
    st.sampled_from([6.0, 10.0, 60.0]),
    st.sampled_from([0.0, 0.0, 0.0, pi / 2, pi / 4]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=3))
def test_every_letter_of_a_page_is_printed_once(
    tmp_path_factory: pytest.TempPathFactory, pages: list[list[Words]]
) -> None:
    path = tmp_path_factory.mktemp("pdf", numbered=True) / "report.pdf"
    path.write_bytes(made(*pages))
    with pypdfium2.PdfDocument(path) as pdf:
        wanted = [sorted("".join(page.get_textpage().get_text_range().split())) for page in pdf]
    try:
        document = read_document(path)
    except DocumentError:
        assert not any(wanted)
        return
    whole = printed(document)
    found = [sorted("".join(page.split())) for page in normalize("NFKC", whole).split("\f")]
    assert found[: len(pages)] == wanted


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=8))
def test_a_damaged_pdf_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, at: int, bytes_there: bytes
) -> None:
    content = made(lines("One line of text.", "Two lines."), lines("Three."))
    at = min(at, len(content) - 1)
    path = tmp_path_factory.mktemp("pdf", numbered=True) / "report.pdf"
    path.write_bytes(content[:at] + bytes_there + content[at + len(bytes_there) :])
    with suppress(DocumentError):
        assert read_document(path).text.strip()


@pytest.mark.parametrize("above", [[], ["12 May 2020, in Lund"]])
def test_a_column_may_begin_below_its_neighbour_and_not_far_above(tmp_path: Path, above: list[str]) -> None:
    left = ["The first words on the left", *[""][len(above) :], *(f"and more words of the left {n}" for n in range(5))]
    right = [*[""][len(above) :], *(f"The words of the right one {n}" for n in range(6))]
    path = tmp_path / "columns.pdf"
    columns = [*lines(*left, top=100), *lines(*right, left=320, top=100)]
    path.write_bytes(made([*lines(*above, left=320, top=60), *columns]))
    words = [line for line in read_document(path).text.splitlines() if line.strip()]
    assert words == [*above, *filter(None, left), *filter(None, right)]


def test_what_is_filled_in_into_fields_is_text() -> None:
    document = read_document(Path(__file__).parent / "inputs" / "fields.pdf")
    answers = ["We built a weir", "free text answer", "☒", "ponds"]
    assert [line for line in document.text.splitlines() if line in answers] == answers
    assert "\nA) What was done\nWe built a weir\nB) What comes next\nfree text answer\nGoal 2" in document.text


def with_notes(
    content: bytes, *notes: tuple[str, tuple[float, float, float, float]], kind: int = raw.FPDF_ANNOT_FREETEXT
) -> bytes:
    """Return the PDF with text typed over its first page, at places from the left and, upwards, from its foot."""
    pdf = pypdfium2.PdfDocument(content)
    page = pdf[0]
    for words, place in notes:
        note = raw.FPDFPage_CreateAnnot(page, kind)
        raw.FPDFAnnot_SetRect(note, raw.FS_RECTF(*place))
        units = (words + "\0").encode("utf-16-le")
        raw.FPDFAnnot_SetStringValue(note, b"Contents", (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units))
        raw.FPDFPage_CloseAnnot(note)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_text_typed_over_a_page_is_read_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    content = made(lines("A) What was done", "", "", "B) What comes next", "None."))
    path.write_bytes(with_notes(content, ("We built a weir\rand ponds.", (60, 745, 400, 775))))
    text = "A) What was done\nWe built a weir\nand ponds.\nB) What comes next\nNone.\f"
    assert read_document(path).text == text


@pytest.mark.parametrize("kind", [raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_CIRCLE])
def test_what_somebody_put_on_a_page_and_is_no_text_of_it_is_told(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "report.pdf"
    content = made(lines("A) What was done", "", "", "B) What comes next", "None."))
    path.write_bytes(with_notes(content, ("We built a weir.", (60, 745, 400, 775)), kind=kind))
    (notice,) = read_document(path).warnings
    assert (notice.code, notice.page, notice.line) == ("annotation", 1, 1)
    assert notice.what == "1 annotation not read behind 'A) What was done': We built a weir."


def test_digits_raised_behind_a_number_are_a_power_unless_a_note_explains_them(tmp_path: Path) -> None:
    line = [*lines("We spent 10"), Words("6", 114.5, 56, 6), Words("euro.", 121, 60)]
    line += [Words("us", 60, 88), Words("7", 70.8, 84, 6), Words("and by them.", 78, 88)]
    note = lines("6 See the Gazette of 2018.", "7 And its annex.", top=780, size=8)
    assert read(tmp_path, line).text.split() == ["We", "spent", "10⁶", "euro.", "us7", "and", "by", "them."]
    document = read(tmp_path, [*line, *lines("It was paid by the ministry and by the towns.", top=74), *note])
    assert document.text.split()[:4] == ["We", "spent", "10", "euro."]
    assert document.text.split()[-4:] == ["us", "and", "by", "them."]
    marks = [("footnote mark", "6"), ("footnote mark", "7")]
    notes = [("footnote", "6 See the Gazette of 2018."), ("footnote", "7 And its annex.")]
    assert taken(document) == [*marks, *notes]


def test_a_picture_on_a_page_without_words_is_told_on_that_page(tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(
        with_pictures(
            made(lines("A) What was done", "Much."), [], lines("B) What else", "Little.")), (1, (60, 500, 99, 99))
        )
    )
    (notice,) = (notice for notice in read_document(path).warnings if notice.code == "picture")
    assert (notice.page, notice.line, notice.what) == (2, 1, "1 picture not read")


def test_a_picture_in_place_of_an_answer_is_told_and_a_letterhead_is_not(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    pages = made(lines("A) What was done", "", "", "", "B) What comes next", "None."), lines("C) Rest", "None."))
    logo = (50.0, 800.0, 40.0, 30.0)
    path.write_bytes(with_pictures(pages, (0, (60, 740, 100, 30)), (0, logo), (1, logo)))
    (notice,) = read_document(path).warnings
    assert (notice.code, notice.page, notice.line) == ("picture", 1, 1)
    assert notice.what == "1 picture not read behind 'A) What was done'"


def test_a_hyphen_at_a_line_end_is_the_words_where_the_document_writes_it(tmp_path: Path) -> None:
    page = lines(
        "A long-", "term plan and a long-term goal to coop-", "erate, cooperate, in 2014-", "2015 with self-", "made"
    )
    text = readable(read(tmp_path, page).text)
    assert text == "A long‐term plan and a long-term goal to cooperate, cooperate, in 2014‐2015 with selfmade"


def test_a_page_is_known_in_a_document_of_one(tmp_path: Path) -> None:
    document = read(tmp_path, lines("One line", "3"))
    assert [document.page(at) for at in range(len(document.text))] == [1] * len(document.text)
    assert document.text == "One line\n3\f"  # a number alone may be an answer


@pytest.mark.parametrize("label", [["Lead actor"], ["Lead actor", "of the plan"]])
def test_cells_without_rules_keep_their_row(tmp_path: Path, label: list[str]) -> None:
    cells = label, ["The ministry of water", "and fish, and its towns", "by the river"], ["May 2020", "or later"]
    page = [
        Words(words, 60 + 150 * column, 60 + 60 * row + 14 * at)
        for row in range(3)
        for column, cell in enumerate(cells)
        for at, words in enumerate(cell)
    ]
    row = "\t".join("\n".join(cell) for cell in cells)
    assert read(tmp_path, page).text == "\n".join([row] * 3) + "\f"


def test_what_a_line_strikes_out_is_no_text_and_what_it_underlines_is(tmp_path: Path) -> None:
    page = [Words("It is", 60, 60), Words("500", 84, 60), Words("700 euro.", 105, 60)]
    document = read(tmp_path, [*page, Outline(84, 56.5, 17, 0.5), Outline(105, 61.5, 40, 0.5)])
    assert document.text == "It is 700 euro.\f"
    assert [notice.code for notice in document.warnings] == ["struck-out"]


def test_boxes_that_are_drawn_are_told_with_their_line_unless_a_letter_ticks_them(tmp_path: Path) -> None:
    page = [
        *lines("A) Was it done?"),
        Words("Yes", 80, 74),
        Words("No", 120, 74),
        Words("x", 62, 95),
        Words("Late", 80, 95),
    ]
    boxes = [Outline(left, 66, 10, 10) for left in (66, 106)]
    document = read(tmp_path, [*page, *boxes, Outline(60, 87, 10, 10)])
    (notice,) = document.warnings
    assert (notice.code, notice.page, notice.line) == ("drawn-box", 1, 2)
    assert notice.what == "2 drawn squares not read behind 'Yes No'"


def test_words_from_right_to_left_are_read_in_that_order() -> None:
    words = ("\u05e9\u05dc\u05d5\u05dd", 300.0), ("12", 280.0), ("2020", 250.0), ("\u05e2\u05d5\u05dc\u05dd", 200.0)
    runs = [Run(text, Box(left, 60, left + 20, 70), 0, 0, None) for text, left in reversed(words)]
    assert [run.words for run in as_read(runs)] == [words[0][0], "2020", "12", words[3][0]]
    assert [run.words for run in as_read(runs[1:3])] == ["2020", "12"]


def test_characters_beyond_the_first_plane_are_kept() -> None:
    assert whole("\ud835\udc65 = 1") == "\U0001d465 = 1"
