"""HTML pages: paragraphs, tables row by row, boxes to tick; navigation, headers and footers are furniture."""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from alliancegraph.graph.errors import DocumentError, Problem
from alliancegraph.loaders.documents.prints import Kind, Print, Stretch
from alliancegraph.loaders.documents.readers.docx import BOXES
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
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6r]|header|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_FURNITURE = {"header": Kind.HEADER, "footer": Kind.FOOTER, "nav": Kind.CONTENTS, "aside": Kind.FOOTER}
_INSIDE = ("article", "section", "main", "blockquote")  # whose headers and footers are their own
_UNSEEN = ("script", "style", "template", "noscript", "svg", "math", "head", "del", "datalist", "object", "iframe")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_ANSWER = ("hidden", "submit", "button", "reset", "image", "password", "file")  # types of input
_EMPTY = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")


def is_html(content: bytes) -> bool:
    """Return whether a file is an HTML page by its first bytes."""
    return _SIGN.match(content[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\0").replace(b"\0", b"")) is not None


def read_html(path: Path, content: bytes) -> Print:
    """Return the text of an HTML page; raise DocumentError for an error page."""
    page = _Page()
    decoded = _declared(content) or decoded_text(path, content).text
    page.feed(decoded)
    page.close()
    whole = "".join(page.parts)
    refuse_error(path, page.titles, whole)
    found = clean(path, whole)
    return found._replace(stretches=tuple(page.stretches)) if found.text == whole else found


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

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.stretches: list[Stretch] = []
        self.titles: list[str] = []
        self._open: list[str] = []
        self._length = 0
        self._before = ""
        self._cells = 0
        self._notes = _Notes()
        self._unseen = 0  # how many elements are open where the one begins that nobody sees

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element: a line, a cell, a box to tick, or a field that is filled in."""
        self._edge(tag)
        if tag == "input":
            self._input(dict(attrs))
        if tag == "option":
            self._before = self._before or " "
            if self._open[-1:] == ["option"]:
                self.handle_endtag(tag)
        if not _EMPTY.fullmatch(tag):
            self._open.append(tag)
            is_unseen = tag in _UNSEEN or "hidden" in dict(attrs) or (tag == "option" and "selected" not in dict(attrs))
            self._unseen = self._unseen or (len(self._open) if is_unseen else 0)
        self._notes.begin(self._open, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those that were left open inside it."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            self._unseen = self._unseen if len(self._open) >= self._unseen else 0
            self._notes.end(self._open)
        if tag not in ("td", "th", "br"):
            self._edge(tag)

    def handle_data(self, data: str) -> None:
        """Write words, their white space as it is shown."""
        if self._open and self._open[-1] in ("title", "h1"):
            self.titles.append(_BLANK.sub(" ", data).strip())
        if self._unseen:
            return
        words = data if "pre" in self._open else _BLANK.sub(" ", data)
        if words.startswith(" ") and (self._before or not self._length or self.parts[-1].endswith((" ", "\n", "\t"))):
            words = words[1:]
        if kept := words.rstrip(" "):
            self._text(kept.translate(_RAISED) if self._is_power(kept) else kept)
        if words.endswith(" "):
            self._before = self._before or " "

    def _is_power(self, words: str) -> bool:
        """Return whether words are digits raised behind a digit: 10<sup>6</sup> is not 106."""
        return (
            "sup" in self._open
            and words.isdecimal()
            and not self._before
            and self.parts[-1:] != []
            and (self.parts[-1][-1:].isdecimal())
        )

    def _input(self, attributes: dict[str, str | None]) -> None:
        kind, value = (attributes.get("type") or "text").lower(), attributes.get("value") or ""
        if kind in ("checkbox", "radio"):
            self._text(BOXES["checked" in attributes])
            self._before = " "
        elif kind not in _NO_ANSWER:
            self.handle_data(value)

    def _edge(self, tag: str) -> None:
        """Note what parts the words before an edge of an element from those behind it."""
        if tag == "br":
            self._before = self._before.strip(" ") + "\n"
        elif _BLOCKS.fullmatch(tag) and not ("tr" in self._open and self._is_first_in_cell() and tag != "tr"):
            self._before = self._before if "\n" in self._before else "\n"
            self._cells = 0 if tag == "tr" else self._cells
        elif tag in ("td", "th"):
            self._before = self._before.strip(" ") + "\t" * (self._cells > 0)
            self._cells += 1
            self._written = self._length

    _written = -1

    def _is_first_in_cell(self) -> bool:
        """Return whether nothing is written yet in the cell."""
        return self._written == self._length

    def _text(self, text: str) -> None:
        before, self._before = self._before if self._length else "", ""
        whole = before + text
        if (kind := self._kind()) is not None:
            self.stretches.append(Stretch(self._length, self._length + len(whole), kind))
        self.parts.append(whole)
        self._length += len(whole)

    def _kind(self) -> Kind | None:
        """Return the kind of furniture that is open, unless it is the header or footer of a part of the page."""
        for at, tag in enumerate(self._open):
            if tag in _FURNITURE and (tag == "nav" or not any(outer in _INSIDE for outer in self._open[:at])):
                return _FURNITURE[tag]
        return self._notes.kind(self._open)


class _Notes:
    """Footnotes of a page: raised marks that are links, and the elements that they lead to."""

    def __init__(self) -> None:
        self._link = ""
        self._known: set[str] = set()
        self._depth = 0

    def begin(self, tags: Sequence[str], attributes: Mapping[str, str]) -> None:
        """Note a link in raised letters, and an element that one leads to, or the line that begins with it."""
        if tags and tags[-1] == "a":
            self._link = attributes.get("href", "")
        if self._is_mark(tags):
            self._known.add(self._link[1:])
        elif not self._depth and self._known & {attributes.get("id"), attributes.get("name")}:
            blocks = (at for at, tag in enumerate(tags, 1) if _BLOCKS.fullmatch(tag))
            self._depth = max(blocks, default=0)

    def end(self, tags: Sequence[str]) -> None:
        """Note that the last element is closed."""
        if "a" not in tags:
            self._link = ""
        self._depth = self._depth if len(tags) >= self._depth else 0

    def kind(self, tags: Sequence[str]) -> Kind | None:
        """Return whether words are a mark or in a note."""
        if self._is_mark(tags):
            return Kind.FOOTNOTE_MARK
        return Kind.FOOTNOTE if self._depth else None

    def _is_mark(self, tags: Sequence[str]) -> bool:
        return self._link.startswith("#") and "a" in tags and "sup" in tags
