"""Text in any encoding, without what XML lacks; what is no text is refused by its name."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliancegraph.graph.errors import DocumentError
from alliancegraph.loaders.documents.document import Document, printed, read_document

FORM = "Reporting form 2014\nGoal 1: Cleaner water\nA) What was done\n" * 20
WORDS = {
    "ro": "Ministerul Afacerilor Interne a înfiinţat o unitate specială. Poliţia şi Parchetul lucrează împreună.",
    "pl": "Ministerstwo utworzyło specjalną jednostkę. Policja współpracuje z prokuraturą. Żadne działania.",
    "cs": "Ministerstvo zřídilo zvláštní útvar pro boj proti zneužívání dětí. Policie spolupracuje s úřady.",
    "ru": "Министерство внутренних дел создало подразделение. Полиция работает вместе с прокуратурой.",
    "el": "Το Υπουργείο Εσωτερικών δημιούργησε ειδική μονάδα για την καταπολέμηση.",
    "de": "Das Ministerium hat eine Stelle für die Bekämpfung geschaffen. Größere Maßnahmen – später.",
    "fr": "Le ministère de l’Intérieur a créé une unité spéciale. La police coopère avec le parquet – œuvre commune.",
}


def read(tmp_path: Path, content: bytes, name: str = "report.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(content)
    return read_document(path)


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.warnings]


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *(("ro", e) for e in ("cp1250", "iso8859-2")),
        *(("pl", e) for e in ("cp1250", "iso8859-2")),
        *(("cs", e) for e in ("cp1250", "iso8859-2")),
        *(("ru", e) for e in ("cp1251", "koi8-r")),
        ("el", "cp1253"),
        ("de", "cp1252"),
        ("fr", "cp1252"),
    ],
)
def test_an_old_encoding_is_guessed_and_told(tmp_path: Path, language: str, encoding: str) -> None:
    text = f"{FORM}{WORDS[language]}\n"
    document = read(tmp_path, text.encode(encoding))
    assert document.text == text
    assert codes(document) == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_wide_encodings_are_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    document = read(tmp_path, (FORM + WORDS["ro"]).encode(encoding))
    assert document.text == FORM + WORDS["ro"]
    assert codes(document) == {"utf-8-sig": [], "utf-16": ["encoding"], "utf-32": ["encoding"]}.get(
        encoding, ["encoding-guessed"]
    )


def test_a_broken_byte_in_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"report\.txt:62: is not UTF-8 text \(a byte FF\)"):
        read(tmp_path, (FORM + WORDS["ru"]).encode() + b"\n\xff\n")


def test_characters_that_xml_lacks_leave_and_are_counted(tmp_path: Path) -> None:
    document = read(tmp_path, FORM.encode() + b"One\x00 two\x07\x0b three\xef\xbf\xbf\r\nfour\rinvesti\x02gated")
    assert document.text == f"{FORM}One two\n three\nfour\ninvesti\u00adgated"
    (notice,) = document.warnings
    assert (notice.code, notice.line, notice.what) == (
        "nul-characters",
        61,
        "3 characters taken out that XML lacks, U+0000 first",
    )


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "holds no text"),
        (b" \n\f\n", "holds no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\0" * 64, "is an old Word file"),
        (b"{\\rtf1 x}", "is an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"\xff\xd8\xff\xe0", "is a JPEG picture"),
        (b"\x7fELF" + bytes(range(64)), "is a program"),
        (bytes(range(32)) * 9, "control characters of"),
    ],
)
def test_what_holds_no_text_is_refused_by_name(tmp_path: Path, content: bytes, cause: str) -> None:
    with pytest.raises(DocumentError, match=cause):
        read(tmp_path, content)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-16", "replace")))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    with suppress(DocumentError):
        document = read(tmp_path_factory.mktemp("bytes", numbered=True), content)
        assert not set(map(chr, (*range(9), 0xB, *range(0xE, 0x20), 0xFFFE, 0xFFFF))) & set(printed(document))
