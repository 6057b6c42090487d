"""DOCX files: paragraphs with their automatic numbers, tables row by row, boxes to tick, text boxes, footnotes apart.

The cells of a row are parted by tabs, one for each column of the table's grid; a box is `☒` if ticked, else `☐`. Pages
are those that Word noted when it saved the file. What is struck out, hidden, or no text is an omission.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import Element

from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.loaders.documents.omissions import Omitted
from alliancegraph.loaders.documents.prints import Kind, Print
from alliancegraph.loaders.documents.readers.docxfields import box_of, is_placeholder, legacy_field
from alliancegraph.loaders.documents.readers.docxpictures import shown
from alliancegraph.loaders.documents.readers.docxruns import NO, Runs, Setting
from alliancegraph.loaders.documents.readers.docxtables import cells, row_omitted, whole_number
from alliancegraph.loaders.documents.readers.draft import Draft
from alliancegraph.loaders.documents.readers.formulas import in_line, letters
from alliancegraph.loaders.documents.readers.numbering import Numbering
from alliancegraph.loaders.documents.readers.packages import Package, W, attribute, local
from alliancegraph.loaders.documents.readers.plaintext import LACKED
from alliancegraph.loaders.documents.readers.symbols import as_unicode

DEEPEST = 200  # elements inside each other
_SIGNS = {"cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED = frozenset(
    ["moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sdtPr", "tblPr", "trPr", "tcPr", "sectPr"]
)


def read_docx(path: Path, content: bytes) -> Print:
    """Return the text of a DOCX file; raise DocumentError if it is damaged."""
    package = Package(path, content)
    body = package.part("word/document.xml")
    writer = _Writer(package, has_pages=body.find(f".//{W}lastRenderedPageBreak") is not None)
    with writer.marking(Kind.HEADER):
        writer.write_all(package.parts("word/header"))
    writer.write(body)
    with writer.marking(Kind.FOOTER):
        writer.write_all(package.parts("word/footer"))
    return writer.print


class _Writer:
    """Writes the elements of a DOCX as text, and notes which of it is furniture."""

    def __init__(self, package: Package, *, has_pages: bool) -> None:
        self._draft = Draft()
        self._depth = 0
        self._kind: Kind | None = None
        self._has_pages = has_pages
        self._numbering = Numbering(package)
        self._runs = Runs(package)
        self._style = ""
        self._setting = Setting()
        self._notes = {
            (kind, attribute(note, "id")): note
            for kind in ("footnote", "endnote")
            for note in package.part(f"word/{kind}s.xml").iter(f"{W}{kind}")
        }
        comments = package.part("word/comments.xml").iter(f"{W}comment")
        self._comments = {attribute(comment, "id"): comment for comment in comments}
        self._referred: list[tuple[str, Element]] = []
        self._marks = count(1)
        self._boxes: list[Element] | None = None  # of the paragraph that is open
        self._is_in_table = False
        self._writers: dict[str, Callable[[Element], None]] = {
            "p": self._paragraph,
            "tbl": self._table,
            "tr": self._row,
            "r": self._run,
            "t": self._words,
            "del": self._deleted,
            "txbxContent": self._box,
            "AlternateContent": self._alternative,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            "altChunk": self._object,
            "subDoc": self._object,
            "oMath": self._formula,
            "tab": self._tab,
            "ptab": self._tab,
            "br": self._break,
            "lastRenderedPageBreak": self._page_break,
            "sym": self._symbol,
            "checkBox": self._legacy_field,
            "ddList": self._legacy_field,
            "sdt": self._control,
            "footnoteReference": self._reference,
            "endnoteReference": self._reference,
            "commentReference": self._comment,
        }

    @property
    def print(self) -> Print:
        """The print as written."""
        return self._draft.print

    @contextmanager
    def marking(self, kind: Kind | None) -> Iterator[None]:
        """Take what the block writes as furniture of that kind."""
        before, self._kind = self._kind, kind or self._kind
        yield
        self._kind = before

    def write_all(self, elements: "Iterator[Element]") -> None:
        """Write several elements."""
        for element in elements:
            self.write(element)

    def write(self, element: Element) -> None:
        """Write an element, or what is inside if it prints nothing of its own."""
        name = local(element.tag) if isinstance(element.tag, str) else ""
        if name in _SKIPPED:
            return
        if self._depth > DEEPEST:
            self._leave_out(element, Omitted.OBJECT)
            return
        self._depth += 1
        if name in _SIGNS:
            self._text(_SIGNS[name])
        elif name in self._writers:
            self._writers[name](element)
        else:
            self._inside(element)
        self._depth -= 1

    def _inside(self, element: Element) -> None:
        self.write_all(iter(element))

    def _text(self, text: str) -> None:
        self._draft.write(text, self._kind)

    def _omit(self, omitted: Omitted, words: str) -> None:
        self._draft.omit(omitted, words, self._kind)

    def _leave_out(self, element: Element, kind: Omitted) -> None:
        """Write nothing of an element but its page breaks."""
        words = "".join(item.text or "" for item in element.iter() if local(str(item.tag)) in ("t", "delText"))
        if words.strip():
            self._omit(kind, words)
        for item in element.iter(f"{W}lastRenderedPageBreak"):
            self._page_break(item)

    def _paragraph(self, element: Element) -> None:
        """Write a paragraph on a line of its own, and below it the notes that it refers to, and its text boxes."""
        properties = element.find(f"{W}pPr")
        style = attribute(properties.find(f"{W}pStyle")) if properties is not None else ""
        outer = self._style, self._boxes
        self._style, self._boxes = style, []
        with self.marking(Kind.CONTENTS if self._runs.style_name(style).startswith("toc") else None):
            if number := self._numbering.number(element):
                self._text(f"{number} ")
            self._inside(element)
        self._line_end()
        self._write_notes()
        boxes, (self._style, self._boxes) = self._boxes, outer
        for box in boxes or ():
            self._inside(box)

    def _write_notes(self) -> None:
        referred, self._referred = self._referred, []
        with self.marking(Kind.FOOTNOTE):
            for mark, note in referred:
                self._draft.before = "\n"
                self._text(f"{mark} " * bool(mark))
                self._inside(note)

    def _box(self, element: Element) -> None:
        if self._boxes is None:
            self._inside(element)
        else:
            self._boxes.append(element)

    def _run(self, run: Element) -> None:
        setting = self._runs.setting(run, self._style)
        if setting.omitted:
            self._leave_out(run, setting.omitted)
            return
        before, self._setting = self._setting, setting
        with self.marking(Kind.FOOTNOTE_MARK if any(map(_has_own_mark, run)) else None):
            self._inside(run)
        self._setting = before

    def _deleted(self, element: Element) -> None:
        self._leave_out(element, Omitted.STRUCK)

    def _alternative(self, element: Element) -> None:
        """Write what the file prefers, or what it has for programs that do not know that."""
        choices = {local(child.tag): child for child in reversed(element)}
        if (chosen := choices.get("Choice", choices.get("Fallback"))) is not None:
            self._inside(chosen)

    def _drawing(self, element: Element) -> None:
        """Note a picture or an object; write the text boxes of a drawing."""
        if found := shown(element):
            self._omit(*found)
        self._inside(element)

    def _object(self, _: Element) -> None:
        self._omit(Omitted.OBJECT, "")

    def _formula(self, element: Element) -> None:
        words = in_line(element)
        if words is None:
            self._omit(Omitted.FORMULA, letters(element))
        else:
            self._text(words)

    def _line_end(self) -> None:
        self._draft.before += "\n" * (not self._draft.before.endswith("\n") or not self._is_in_table)

    def _table(self, element: Element) -> None:
        outer, self._is_in_table = self._is_in_table, True
        self._inside(element)
        self._is_in_table = outer
        self._draft.before = "\n" if outer else "\n\n"

    def _row(self, row: Element) -> None:
        """Write the cells of a row, with a tab for each column of the grid between them, unless the row is hidden."""
        if kind := row_omitted(row):
            self._leave_out(row, kind)
            return
        before = self._draft.before if "\t" in self._draft.before else "\n"  # of the cell that it opens
        column, last = whole_number(row.find(f"{W}trPr/{W}gridBefore"), 0), 0
        for cell in cells(row):
            self._draft.before = before + "\t" * (column - last)
            start = self._draft.length
            self.write(cell)
            if self._draft.length > start:
                before, last = "", column
            column += whole_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        self._draft.before = "\n"

    def _words(self, element: Element) -> None:
        words = as_unicode(element.text or "", self._setting.font)
        if self._setting.is_raised:
            self._draft.write_raised(words, self._kind)
        elif self._setting.is_lowered:
            self._draft.write_lowered(words, self._kind)
        else:
            self._text(words)

    def _tab(self, element: Element) -> None:
        if len(element.attrib) == 0:  # and no tab stop
            self._text(" " if self._is_in_table else "\t")

    def _break(self, element: Element) -> None:
        if attribute(element, "type") == "page":
            self._page_break(element)
        else:
            self._text("\n")

    def _page_break(self, _: Element) -> None:
        """Write a page break, once for one that Word notes twice, or in several cells of a row."""
        if not self._has_pages or self._kind:
            self._draft.before = self._draft.before or "\n"
        elif self._draft.end.strip(" \n\t")[-1:] != PAGE_BREAK:
            self._text(PAGE_BREAK)

    def _symbol(self, element: Element) -> None:
        code = attribute(element, "char")
        if 0 < len(code) <= 4 and all(digit in "0123456789abcdefABCDEF" for digit in code):
            sign = as_unicode(chr(int(code, 16)), attribute(element, "font"))
            self._text("" if sign == PAGE_BREAK or LACKED.match(sign) else sign)

    def _legacy_field(self, element: Element) -> None:
        self._text(legacy_field(element))

    def _control(self, element: Element) -> None:
        """Write the content of a control: the sign of a box, else its text, as furniture if it is a placeholder."""
        if box := box_of(element):
            self._text(box)
            return
        with self.marking(Kind.NAMED if is_placeholder(element) else None):
            self._inside(element)

    def _reference(self, element: Element) -> None:
        kind = local(element.tag).removesuffix("Reference")
        note = self._notes.get((kind, attribute(element, "id")))
        if note is not None and _has_own_mark(element):
            self._referred.append(("", note))
        elif note is not None:
            mark = str(next(self._marks))
            with self.marking(Kind.FOOTNOTE_MARK):
                self._text(mark)
            self._referred.append((mark, note))

    def _comment(self, reference: Element) -> None:
        comment = self._comments.get(attribute(reference, "id"))
        if comment is not None:
            self._omit(Omitted.ANNOTATION, " ".join(comment.itertext()))


def _has_own_mark(reference: Element) -> bool:
    """Return whether the mark of a note follows in the text, in place of a number."""
    return attribute(reference, "customMarkFollows") not in ("", *NO)
