"""A report's document as text: what people read of it, with page furniture taken out and kept apart.

Offsets count in that text, so that a quote is `text[start:end]` even where it runs across a page break; the print, with
each header and page number in its place, can be put together again.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.errors import DocumentError, Problem
from alliancegraph.graph.files.seen import read_bytes
from alliancegraph.graph.model.notices import Notice, listed
from alliancegraph.graph.model.pages import PAGE_BREAK, Place, page_of
from alliancegraph.graph.model.reports import Span
from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.documents.furniture.finder import find_furniture, whole_lines
from alliancegraph.loaders.documents.omissions import omission_notices, short
from alliancegraph.loaders.documents.prints import Kind, PrintLine, Stretch, apart, masked, pages_of
from alliancegraph.loaders.documents.readers.formats import read_print

LONGEST = 8 << 20  # bytes: twice as many if escaped, the maximum of parsers for a line
_CODE = "furniture-removed"
MOST_LINES = 20  # of a phrase that a form names


class Furniture(NamedTuple):
    """Characters in the print just before the offset `at` of the text; `page` is None without pages."""

    at: int
    text: str
    kind: Kind
    page: int | None


@dataclass(frozen=True)
class Document:
    """A document: its text, to which all offsets refer, the SHA-256 of its bytes, its furniture, and what is unsure.

    A form feed separates pages, and ends the only page of a PDF.
    """

    path: Path
    text: str
    sha256: str
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[Notice, ...] = ()

    def page(self, offset: int) -> int | None:
        """Return the page of an offset of the text, from 1; None if the document has no pages."""
        return page_of(self.text, offset)

    def place(self, offset: int) -> Place:
        """Return the page of an offset, and the line there as printed: of the page, or of a file without pages."""
        before = "".join(_whole(self.text[:offset], (f for f in self.furniture if f.at <= offset)))
        return Place(self.page(offset), before.count("\n", before.rfind(PAGE_BREAK) + 1) + 1)

    def begin(self, span: Span) -> int:
        """Return the offset at which the words of a span begin; where the span ends if it has none."""
        words = self.text[span.start : span.end]
        return span.end - len(words.lstrip())

    def notice(self, code: str, what: str, remedy: str, offset: int) -> Notice:
        """Return a notice about an offset of the text."""
        place = self.place(offset)
        return Notice(code, what, remedy, self.path, place.line, place.page)


def printed(document: Document) -> str:
    """Return the characters of the document as printed, with its furniture."""
    return "".join(_whole(document.text, document.furniture))


def without(document: Document, spans: Iterable[Span], kind: Kind) -> Document:
    """Return the document with those spans of its text as furniture of that kind, such as a heading repeated."""
    ats = [furniture.at for furniture in document.furniture]
    taken = [0, *accumulate(len(furniture.text) for furniture in document.furniture)]
    found = _stretches(document)
    for span in spans:
        edges = [span.start, *sorted({at for at in ats if span.start < at < span.end}), span.end]
        for start, end in pairwise(edges):
            before = taken[bisect_right(ats, start)]
            found.append(Stretch(start + before, end + before, kind))
    return _without(document, printed(document), found)


def ignoring(document: Document, phrases: Iterable[str]) -> Document:
    """Return the document without the lines that are one of those phrases, such as a form's printed instructions.

    Differences of typesetting do not count; where a phrase takes several lines, all leave.
    """
    wanted = {folded(phrase).casefold() for phrase in phrases}
    text, known = printed(document), _stretches(document)
    pages = pages_of(text, known)
    lines = {line: Kind.NAMED for page in pages for line in _phrases(page, wanted)}
    found = whole_lines(masked(text, known), pages, lines)
    return _without(document, text, [*known, *found])


def keeping(document: Document, is_needed: Callable[[Furniture], bool]) -> Document:
    """Return the document with that furniture in its text which is needed after all."""
    stretches = zip(_stretches(document), document.furniture, strict=True)
    return _without(document, printed(document), [s for s, furniture in stretches if not is_needed(furniture)])


def read_document(path: Path) -> Document:
    """Return the document at the path; line ends become `\\n`, a form feed separates pages.

    Raise DocumentError if the file is missing, cannot be read as text, or is too long.
    """
    content = _content(path)
    found = read_print(path, content)
    if not found.text.strip():
        raise DocumentError(Problem("holds no text", "a report", "Check the file.", path))
    if (size := len(found.text.encode())) > LONGEST:
        what, remedy = f"a text of {size >> 20} MiB", "Leave out what is no part of the report."
        raise DocumentError(Problem(what, f"at most {LONGEST >> 20}, which RDF tools read as one text", remedy, path))
    notices = (*found.notices, *omission_notices(path, found.text, found.omissions))
    document = Document(path, found.text, sha256(content).hexdigest(), warnings=notices)
    return _without(document, found.text, find_furniture(found))


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except FileNotFoundError:
        raise DocumentError(
            Problem("no such file", "a report as text, PDF, DOCX or HTML", "Check the path.", path)
        ) from None
    except IsADirectoryError:
        raise DocumentError(Problem("is a folder", "a file", "Name the file itself.", path)) from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise DocumentError(Problem(reason, "a readable file", "Check its permissions.", path)) from None


def _without(document: Document, text: str, stretches: Iterable[Stretch]) -> Document:
    """Return the document of that print, without those stretches of it, and with a notice for each kind of them."""
    kept, furniture, end, taken = [], [], 0, 0
    for stretch in _cut(text, stretches):
        words = text[stretch.start : stretch.end]
        furniture.append(Furniture(stretch.start - taken, words, stretch.kind, page_of(text, stretch.start)))
        kept.append(text[end : stretch.start])
        end, taken = stretch.end, taken + len(words)
    warnings = [warning for warning in document.warnings if warning.code != _CODE]
    warnings += _notices(document.path, furniture)
    whole = "".join([*kept, text[end:]])
    return replace(document, text=whole, furniture=tuple(furniture), warnings=tuple(warnings))


def _cut(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches apart and in order, without the page breaks in them, which stay in the text."""
    for start, end, kind in apart(stretches):
        inside = [start + at for at, character in enumerate(text[start:end]) if character == PAGE_BREAK]
        for one, other in zip([start, *(at + 1 for at in inside)], [*inside, end], strict=True):
            if one < other:
                yield Stretch(one, other, kind)


def _stretches(document: Document) -> list[Stretch]:
    """Return the stretches of a document's print that are its furniture."""
    stretches, taken = [], 0
    for at, text, kind, _ in document.furniture:
        stretches.append(Stretch(at + taken, at + taken + len(text), kind))
        taken += len(text)
    return stretches


def _whole(text: str, furniture: Iterable[Furniture]) -> Iterator[str]:
    start = 0
    for at, words, *_ in furniture:
        yield text[start:at]
        yield words
        start = at
    yield text[start:]


def _notices(path: Path, furniture: Iterable[Furniture]) -> Iterator[Notice]:
    """Yield one notice for each kind of furniture: how often, on which pages, and the first of it."""
    kinds: dict[Kind, list[Furniture]] = defaultdict(list)
    for item in furniture:
        kinds[item.kind].append(item)
    for kind, items in kinds.items():
        pages = listed([item.page for item in items if item.page])
        where = f" on {'page' if pages.isdecimal() else 'pages'} {pages}" if pages else ""
        what = f"{kind} taken out of the text{where}: '{short(items[0].text)}'"
        yield Notice(_CODE, what, "Look at it: is any of it an answer?", path, page=items[0].page)


def _phrases(page: Sequence[PrintLine], wanted: Collection[str]) -> Iterator[PrintLine]:
    """Yield the lines of a page that are, alone or with those behind them, one of the phrases."""
    for start in range(len(page)):
        for end in range(start + 1, min(len(page), start + MOST_LINES) + 1):
            if folded(" ".join(line.words for line in page[start:end])).casefold() in wanted:
                yield from page[start:end]
