"""DOCX files are read as they are printed: automatic numbers, ticks, cells of a row, notes and headers apart."""

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliancegraph.graph.errors import DocumentError
from alliancegraph.loaders.documents.document import Document, printed, read_document
from tests.docxs import docx, paragraph, run, table


def read(tmp_path: Path, body: str, **parts: str) -> Document:
    path = tmp_path / "report.docx"
    path.write_bytes(docx(body, **parts))
    return read_document(path)


def taken(document: Document) -> list[tuple[str, str]]:
    return [(item.kind.value, item.text.strip()) for item in document.furniture]


LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (kind, text) in enumerate([("upperLetter", "%1)"), ("decimal", "%1.%2"), ("lowerRoman", "(%3)")])
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = '<w:style w:styleId="Q"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'


def legacy(state: str) -> str:
    box = f'<w:ffData><w:checkBox><w:default w:val="0"/>{state}</w:checkBox></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    return f"{begin}<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"


def control(ticked: int) -> str:
    sign = "☒" if ticked else "☐"
    state = f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{ticked}"/></w14:checkbox></w:sdtPr>'
    return f"<w:sdt>{state}<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"


def test_automatic_numbers_are_text(tmp_path: Path) -> None:
    body = [paragraph("Done", number=0), paragraph("Weirs", number=1), paragraph("Ponds", number=1)]
    body += [paragraph("Small", number=2), paragraph("Next", style="Q"), paragraph("Trees", number=1)]
    document = read(tmp_path, "".join(body), numbering=NUMBERING, styles=STYLES)
    assert document.text == "A) Done\nA.1 Weirs\nA.2 Ponds\n(i) Small\nB) Next\nB.1 Trees"


@pytest.mark.parametrize("made", [lambda on: legacy("<w:checked/>" if on else ""), control])
def test_boxes_of_both_kinds_are_text(tmp_path: Path, made: "type[str]") -> None:
    body = paragraph(made(1), " Yes ", made(0), " No")
    assert read(tmp_path, body).text == "☒ Yes ☐ No"


def test_what_is_chosen_from_a_list_is_text(tmp_path: Path) -> None:
    entries = '<w:listEntry w:val="no"/><w:listEntry w:val="yes"/>'
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    untouched = f"<w:ffData><w:ddList>{entries}</w:ddList></w:ffData>"
    fields = [f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>' for data in (chosen, untouched)]
    assert read(tmp_path, paragraph(fields[0], " ", fields[1])).text == "yes no"


def test_cells_keep_their_columns(tmp_path: Path) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph("The ministry,")}{paragraph("and towns.")}</w:tc>'
    rows = table(["Status", "None", "Some", "All"], ["", "", "", "x"])
    row = f"<w:tbl><w:tr><w:tc>{paragraph('Lead')}</w:tc>{wide}</w:tr></w:tbl>"
    assert read(tmp_path, row + rows).text == "Lead\tThe ministry,\nand towns.\nStatus\tNone\tSome\tAll\n\t\t\tx"


def test_notes_headers_contents_and_placeholders_are_furniture(tmp_path: Path) -> None:
    text = "<w:sdtContent><w:r><w:t>Click here.</w:t></w:r></w:sdtContent>"
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{text}</w:sdt>"
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph("Goal 1\t2", style="TOC1") + paragraph("The Code", mark, ", of 2018.") + paragraph(hint)
    notes = f'<w:footnote w:id="2">{paragraph("See the Gazette.")}</w:footnote>'
    edges = {"header1": paragraph("RIVER"), "footer1": paragraph("Page 1")}
    document = read(tmp_path, body, footnotes=notes, **edges)
    assert document.text.strip() == "The Code, of 2018."
    kinds = [kind for kind, _ in taken(document)]
    assert kinds == ["header", "contents", "footnote mark", "footnote", "footnote", "named by the form", "footer"]
    assert printed(document).split("\n") == [
        "RIVER",
        "Goal 1\t2",
        "The Code1, of 2018.",
        "1 See the Gazette.",
        "Click here.",
        "Page 1",
    ]


def test_what_is_struck_out_is_no_text(tmp_path: Path) -> None:
    changed = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    assert read(tmp_path, paragraph("A ", changed)).text == "A new"


def test_pages_are_those_that_word_noted(tmp_path: Path) -> None:
    noted, made = "<w:r><w:lastRenderedPageBreak/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
    body = paragraph("One", made) + paragraph(noted, "two ", noted, "three")
    document = read(tmp_path, body)
    assert document.text == "One\f\ntwo \fthree"
    assert [document.page(document.text.index(word)) for word in ("One", "two", "three")] == [1, 2, 3]
    assert "\f" not in read(tmp_path, paragraph("One", made) + paragraph("two")).text


def told(document: Document) -> list[tuple[str, int | None, str]]:
    notices = (notice for notice in document.warnings if notice.code != "furniture-removed")
    return [(notice.code, notice.line, notice.what) for notice in notices]


RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def test_raised_digits_are_powers_or_marks_and_never_further_digits(tmp_path: Path) -> None:
    body = paragraph("We spent 10", run("6", RAISED), " euro, 10", run("-3", '<w:position w:val="6"/>'), " of 2018.")
    body += paragraph("The Code", run("1", RAISED), " on m", run("2", RAISED), ", log 10", run("2", LOWERED))
    document = read(tmp_path, body)
    assert document.text == "We spent 10⁶ euro, 10⁻³ of 2018.\nThe Code on m2, log 10₂"
    assert taken(document) == [("footnote mark", "1")]


PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="A map"/><pic:pic/></wp:inline></w:drawing></w:r>'
OBJECT = '<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
FRACTION = "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>"
POWER = "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>"


def test_what_is_shown_and_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    body = paragraph("A) Map") + paragraph(PICTURE) + paragraph("B) Sheet", OBJECT) + paragraph("C) Part ", FRACTION)
    body += paragraph("D) It is ", f"<m:oMath><m:r><m:t>x=</m:t></m:r>{POWER}</m:oMath>", ".") + "<w:altChunk/>"
    document = read(tmp_path, body, header1=paragraph(PICTURE))
    assert document.text == "A) Map\n\nB) Sheet\nC) Part \nD) It is x=10⁶."
    assert told(document) == [
        ("embedded-object", 3, "1 embedded object not read behind 'B) Sheet': Excel.Sheet.12"),
        ("embedded-object", 5, "1 embedded object not read behind 'D) It is x=10⁶.'"),
        ("formula", 4, "1 formula not read behind 'C) Part': 3 4"),
        ("picture", 1, "1 picture not read behind 'A) Map': A map"),
    ]


def test_struck_hidden_and_deleted_words_are_left_out_and_counted(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="Old"><w:rPr><w:dstrike/></w:rPr></w:style>'
    styles += '<w:style w:styleId="Older"><w:basedOn w:val="Old"/></w:style>'
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    body = paragraph("It is ", run("500", "<w:strike/>"), run("700", '<w:strike w:val="0"/>'), gone)
    body += paragraph(run("token", "<w:vanish/>"), run("old", '<w:rStyle w:val="Older"/>'), "End")
    body += f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph('row')}</w:tc></w:tr></w:tbl>"
    document = read(tmp_path, body, styles=styles)
    assert document.text == "It is 700new\nEnd"
    assert told(document) == [
        ("hidden-text", 1, "2 hidden passages not read, the first behind 'It is 700new': token"),
        ("struck-out", 1, "3 struck-out or deleted passages not read, the first behind 'It is': 500"),
    ]


def test_a_comment_is_told_where_it_was_put(tmp_path: Path) -> None:
    comment = f'<w:comment w:id="7">{paragraph("We built a weir.")}</w:comment>'
    body = paragraph("A) What", '<w:r><w:commentReference w:id="7"/></w:r>') + paragraph("B) Next")
    document = read(tmp_path, body, comments=comment)
    assert document.text == "A) What\nB) Next"
    assert told(document) == [("annotation", 1, "1 annotation not read behind 'A) What': We built a weir.")]


def test_words_in_too_many_elements_are_told(tmp_path: Path) -> None:
    deep = f"{'<w:ins>' * 300}{paragraph('An answer')}{'</w:ins>' * 300}"
    document = read(tmp_path, paragraph("A) What") + deep)
    told_of = "1 embedded object not read behind 'A) What': An answer"
    assert (document.text, told(document)) == ("A) What", [("embedded-object", 1, told_of)])


def test_text_boxes_stand_below_their_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    drawn = f"<w:r><w:drawing>{box}</w:drawing></w:r>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{drawn}</mc:Choice><mc:Fallback>{drawn}</mc:Fallback></mc:AlternateContent>"
    )
    old = f"<mc:AlternateContent><mc:Fallback><w:r><w:pict>{box}</w:pict></w:r></mc:Fallback></mc:AlternateContent>"
    document = read(tmp_path, paragraph("A) What", both, " was done") + paragraph("B)", old))
    assert document.text == "A) What was done\nIn a box\nB)\nIn a box"


def test_what_is_behind_a_table_is_no_cell_and_a_table_in_a_cell_begins_in_it(tmp_path: Path) -> None:
    inner = f"<w:tc>{table(['a', 'b'], ['c', 'd'])}{paragraph('')}</w:tc>"
    rows = f"<w:tbl><w:tr><w:tc>{paragraph('Lead')}</w:tc>{inner}</w:tr></w:tbl>"
    assert read(tmp_path, rows + paragraph("Behind.")).text == "Lead\ta\tb\nc\td\n\nBehind."


def test_characters_of_symbol_fonts_are_those_that_they_print(tmp_path: Path) -> None:
    signs = run("þ", '<w:rFonts w:ascii="Wingdings"/>'), '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    level = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    )
    listed = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    listed += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = paragraph(signs[0], " Yes ", signs[1], " No þ") + paragraph("Ponds", number=0)
    assert read(tmp_path, body, numbering=listed).text == "☑ Yes ◻ No þ\n• Ponds"


@pytest.mark.parametrize(
    ("files", "cause"),
    [
        ({"xl/workbook.xml": "x"}, "is an Excel workbook"),
        ({"content.xml": "x"}, "is an OpenDocument file"),
        ({"word/document.xml": "<w:p>"}, "is damaged as an archive or DOCX"),
        ({"a.txt": "x", "b.txt": "y"}, "an archive of 2 files"),
        ({}, "is damaged as an archive"),
    ],
)
def test_other_archives_are_refused_by_name(tmp_path: Path, files: dict[str, str], cause: str) -> None:
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    path.write_bytes(path.read_bytes() if files else b"PK\x03\x04 no archive")
    with pytest.raises(DocumentError, match=cause):
        read_document(path)


def test_one_document_in_an_archive_is_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("__MACOSX/._report.txt", "x")
        archive.writestr("reports/report.txt", "One.\n1\fTwo.\n2")
    (tmp_path / "report.zip").write_bytes(out.getvalue())
    assert read_document(tmp_path / "report.zip").text == "One.\fTwo."


WHOLE = docx(
    paragraph("Done", number=0) + table(["a", "b"], ["", "x"]), numbering=NUMBERING, header1=paragraph("RIVER")
)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, at: int, there: bytes, cut: int
) -> None:
    path = tmp_path_factory.mktemp("docx", numbered=True) / "report.docx"
    path.write_bytes(WHOLE[:at] + there + WHOLE[at + cut :])
    with suppress(DocumentError):
        read_document(path)


@settings(max_examples=200, deadline=None)
@given(st.randoms(use_true_random=False))
def test_elements_in_any_order_are_read(tmp_path_factory: pytest.TempPathFactory, chance: random.Random) -> None:
    body = _nested(chance, 0)
    path = tmp_path_factory.mktemp("docx", numbered=True) / "report.docx"
    path.write_bytes(docx(paragraph("First") + body, numbering=NUMBERING))
    document = read_document(path)
    assert printed(document).count("¶") == body.count("¶")


def _nested(chance: random.Random, depth: int) -> str:
    inside = (
        "".join(_nested(chance, depth + 1) for _ in range(chance.randint(0, 3)))
        if depth < 4
        else "<w:r><w:t>¶</w:t></w:r>"
    )
    name = chance.choice(["p", "tbl", "tr", "tc", "sdt", "sdtContent", "r", "ins", "hyperlink", "p", "p"])
    return f"<w:{name}>{inside}</w:{name}>"
