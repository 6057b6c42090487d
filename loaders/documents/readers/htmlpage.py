"""HTML pages: paragraphs, tables row by row, boxes to tick; navigation, headers and footers are furniture."""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from alliancegraph.graph.errors import DocumentError, Problem
from alliancegraph.loaders.documents.boxes import BOXES
from alliancegraph.loaders.documents.omissions import Omitted
from alliancegraph.loaders.documents.prints import Kind, Print
from alliancegraph.loaders.documents.readers.draft import Draft
from alliancegraph.loaders.documents.readers.formulas import in_line
from alliancegraph.loaders.documents.readers.htmllists import LISTS, Lists
from alliancegraph.loaders.documents.readers.htmlnotes import BLOCKS, Notes
from alliancegraph.loaders.documents.readers.htmltables import Tables
from alliancegraph.loaders.documents.readers.htmlunseen import Unseen, is_ornament, unseen_element
from alliancegraph.loaders.documents.readers.plaintext import clean, decoded_text

SHORT = 2000  # characters of an error page, at most
_HEAD = 2048  # bytes in which a page declares itself
_SIGN = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_ERROR = re.compile(
    r"\b(?:40\d|50\d|error|not found|forbidden|access denied|unavailable|unauthori[sz]ed|captcha|just a moment"
    r"|bad gateway|too many requests|sign in|log ?in)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[ \t\n\r\f]+")
_FURNITURE = {"header": Kind.HEADER, "footer": Kind.FOOTER, "nav": Kind.CONTENTS, "aside": Kind.FOOTER}
_INSIDE = ("article", "section", "main", "blockquote")  # whose headers and footers are their own
_SCRIPT = re.compile(r"\bvertical-align\s*:\s*(super|sub)\b")
_NO_ANSWER = ("hidden", "submit", "button", "reset", "image", "password", "file")  # types of input
_EMPTY = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")


def is_html(content: bytes) -> bool:
    """Return whether a file is an HTML page by its first bytes."""
    return _SIGN.match(content[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\0").replace(b"\0", b"")) is not None


def read_html(path: Path, content: bytes) -> Print:
    """Return the text of an HTML page; raise DocumentError for an error page."""
    source = clean(path, _declared(content) or decoded_text(path, content).text)
    page = _Page(source.text)
    page.feed(source.text)
    page.close()
    written = page.print
    refuse_error(path, page.titles, written.text)
    found = clean(path, written.text, source.notices)
    found = found._replace(omissions=written.omissions)
    return found._replace(stretches=written.stretches) if found.text == written.text else found


def refuse_error(path: Path, titles: Sequence[str], text: str) -> None:
    """Raise DocumentError for a page that a server sends in place of a document."""
    title = next((words for words in titles if words), "")
    if path.suffix.lower() == ".pdf":
        found = f"is an HTML page, such as an error page, though its name says PDF: '{title or text.strip()[:60]}'"
        raise DocumentError(Problem(found, "a PDF", "Get the file again from where it is published.", path))
    if len(text) < SHORT and any(_ERROR.search(words) for words in titles):
        found = f"is an HTML error page: '{title}'"
        raise DocumentError(Problem(found, "a report", "Get the file again from where it is published.", path))


def _declared(content: bytes) -> str:
    """Return the page in the encoding that it declares; empty if it declares none, or a wrong one."""
    declared = _CHARSET.search(content[:_HEAD])
    try:
        return content.decode(declared[1].decode("ascii")) if declared else ""
    except (LookupError, UnicodeDecodeError):
        return ""


class _Page(HTMLParser):
    """Writes the elements of a page as text, and notes which of it is furniture."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._draft = Draft()
        self.titles: list[str] = []
        self._open: list[str] = []
        self._notes = Notes()
        self._scripts: list[str] = []  # of the open elements: super or sub
        self._lists = Lists(page)
        self._tables = Tables()
        self._unseen: Unseen | None = None
        self._written = self._numbered = -1  # where the last cell, and the words behind the last number, begin

    @property
    def print(self) -> Print:
        """The page as written."""
        return self._draft.print

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element: a line, a cell, an item with its number, a box to tick, or a field that is filled in."""
        attributes = {name: value or "" for name, value in attrs}
        self._edge(tag)
        self._table(tag, attributes)
        if tag == "q":
            self.handle_data("“")
        if tag == "input":
            self._input(attributes)
        if tag == "option":
            self._draft.before = self._draft.before or " "
            if self._open[-1:] == ["option"]:
                self.handle_endtag(tag)
        if tag in ("img", "embed") and not self._unseen:
            self._picture(tag, attributes)
        if not _EMPTY.fullmatch(tag):
            self._begin(tag, attributes)
        self._notes.begin(self._open, attributes)
        if tag == "li":
            self._number(attributes)

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note that an element is open: what it hides, how it is set, and which list it is."""
        self._open.append(tag)
        styled = _SCRIPT.search(attributes.get("style", ""))
        self._scripts.append({"sup": "super"}.get(tag, tag) if tag in ("sup", "sub") else styled[1] if styled else "")
        if tag in LISTS:
            self._lists.begin(tag, attributes)
        if self._unseen:
            self._unseen.begin(tag)
        elif unseen := unseen_element(tag, attributes):
            self._unseen = unseen
            self._unseen.depth = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those that were left open inside it."""
        if tag == "q" and tag in self._open:
            self.handle_data("”")
        if tag in self._open:
            while self._end() != tag:
                pass
            self._notes.end(self._open)
        if tag not in ("td", "th", "br"):
            self._edge(tag)

    def _end(self) -> str:
        """End the innermost element, and return its name."""
        tag, unseen = self._open.pop(), self._unseen
        self._scripts.pop()
        if tag in LISTS:
            self._lists.end()
            self._forget_number()
        if tag == "table" and self._tables.end():
            self._draft.before = "\n\n"
        if unseen:
            unseen.end(tag)
            if len(self._open) < unseen.depth:
                self._unseen = None
                self._tell(unseen)
        return tag

    def close(self) -> None:
        """End the page, and what was left open in it."""
        super().close()
        while self._open:
            self._end()

    def _tell(self, unseen: "Unseen") -> None:
        """Note what an element shows that is no text; write a formula that is in one line."""
        if unseen.formula is not None and (words := in_line(unseen.formula.close())) is not None:
            self._text(words)
        elif unseen.kind and unseen.is_told:
            self._omit(unseen.kind, unseen.words)

    def _picture(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not is_ornament(attributes):
            self._omit(Omitted.PICTURE if tag == "img" else Omitted.OBJECT, attributes.get("alt", ""))

    def _omit(self, omitted: Omitted, words: str) -> None:
        self._draft.omit(omitted, words, self._kind())

    def _number(self, attributes: Mapping[str, str]) -> None:
        """Put the number of an item before its words, on the line of its first paragraph; none before no words."""
        number = self._lists.item(attributes)
        if number and not self._unseen:
            self._draft.before += f"{number} "
            self._numbered = self._draft.length

    def _forget_number(self) -> None:
        if self._numbered == self._draft.length:
            self._draft.before = "\n"
        self._numbered = -1

    def handle_data(self, data: str) -> None:
        """Write words, their white space as it is shown."""
        if self._open and self._open[-1] in ("title", "h1") and "svg" not in self._open:
            self.titles.append(_BLANK.sub(" ", data).strip())
        if self._unseen:
            self._unseen.data(data)
            return
        words = data if {"pre", "textarea"} & {*self._open} else _BLANK.sub(" ", data)
        draft = self._draft
        if words.startswith(" ") and (draft.before or not draft.length or draft.end.endswith((" ", "\n", "\t"))):
            words = words[1:]
        if kept := words.rstrip(" "):
            self._set(kept)
        if words.endswith(" "):
            self._draft.before = self._draft.before or " "

    def _set(self, words: str) -> None:
        """Write words as they are set: raised, lowered, or neither."""
        script = next(filter(None, reversed(self._scripts)), "")
        if script == "super":
            self._draft.write_raised(words, self._kind())
        elif script:
            self._draft.write_lowered(words, self._kind())
        else:
            self._text(words)

    def _input(self, attributes: Mapping[str, str]) -> None:
        kind, value = (attributes.get("type") or "text").lower(), attributes.get("value", "")
        if kind in ("checkbox", "radio"):
            self._text(BOXES["checked" in attributes])
            self._draft.before = " "
        elif kind not in _NO_ANSWER:
            self.handle_data(value)

    def _edge(self, tag: str) -> None:
        """Note what parts the words before an edge of an element from those behind it."""
        if tag == "li":
            self._forget_number()
        if tag == "br":
            self._draft.before = self._draft.before.strip(" ") + "\n"
        elif BLOCKS.fullmatch(tag) and not self._is_first(tag):
            self._draft.before = self._draft.before if "\n" in self._draft.before else "\n"

    def _table(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a table, its row, or its cell, in its column."""
        if tag == "table":
            self._tables.begin()
        elif tag == "tr":
            self._tables.row(self._draft.length)
        elif tag in ("td", "th"):
            before = self._draft.before.strip(" ")
            if self._tables.is_row_written(self._draft.length):
                before = re.sub(r"[^\t]", "", before)
            self._draft.before = before + "\t" * self._tables.cell(attributes)
            self._written = self._draft.length

    def _is_first(self, tag: str) -> bool:
        """Return whether a block is the first in a cell, or in an item behind its number."""
        begins_row = tag == "tr" and not self._tables.is_new
        in_cell = "tr" in self._open and self._written == self._draft.length and not begins_row
        return in_cell or (self._numbered == self._draft.length and tag != "li")

    def _text(self, text: str) -> None:
        self._draft.write(text, self._kind())

    def _kind(self) -> Kind | None:
        """Return the kind of furniture that is open, unless it is the header or footer of a part of the page."""
        for at, tag in enumerate(self._open):
            if tag in _FURNITURE and (tag == "nav" or not any(outer in _INSIDE for outer in self._open[:at])):
                return _FURNITURE[tag]
        return self._notes.kind(self._open)
