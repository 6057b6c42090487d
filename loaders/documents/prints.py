"""What a reader finds in a file: the characters as printed, and which of them are known to be page furniture."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.pages import PAGE_BREAK
from alliancegraph.loaders.documents.omissions import Omission


class Kind(StrEnum):
    """What a stretch of the print is that is no part of the text."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page number"
    WATERMARK = "watermark"
    FOOTNOTE_MARK = "footnote mark"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    REPEATED = "repeated heading"
    NAMED = "named by the form"


AT_EDGES = (Kind.HEADER, Kind.FOOTER, Kind.PAGE_NUMBER)


class Stretch(NamedTuple):
    """A stretch `text[start:end]` of a print that is page furniture, and its kind."""

    start: int
    end: int
    kind: Kind


class Print(NamedTuple):
    """The characters of a document in the order of reading, and the furniture that its file marks as such.

    What people see in the file, but none of these characters is, are its omissions.
    """

    text: str
    stretches: tuple[Stretch, ...] = ()
    notices: tuple[Notice, ...] = ()
    omissions: tuple[Omission, ...] = ()


class PrintLine(NamedTuple):
    """A line that is not blank: where it begins and ends in the print, its words on one line, and its page from 0."""

    start: int
    end: int
    words: str
    page: int


def pages_of(text: str, stretches: Iterable[Stretch] = ()) -> list[list[PrintLine]]:
    """Return the lines of each page that are not blank; what is known to be furniture counts as blank.

    A page break at the end of the text begins no page.
    """
    pages: list[list[PrintLine]] = []
    start = 0
    for number, page in enumerate(masked(text, stretches).removesuffix(PAGE_BREAK).split(PAGE_BREAK)):
        pages.append(list(_lines(page, start, number)))
        start += len(page) + len(PAGE_BREAK)
    return pages


def masked(text: str, stretches: Iterable[Stretch]) -> str:
    """Return the text, of the same length, with blanks for furniture; line ends and page breaks stay."""
    parts, end = [], 0
    for stretch in apart(stretches):
        parts += [text[end : stretch.start], re.sub(r"[^\n\f]", " ", text[stretch.start : stretch.end])]
        end = stretch.end
    return "".join([*parts, text[end:]])


def apart(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches in order; of those that overlap, the first has what both have."""
    end = 0
    for stretch in sorted(stretches):
        start = max(stretch.start, end)
        if start < stretch.end:
            yield Stretch(start, stretch.end, stretch.kind)
            end = stretch.end


def _lines(page: str, start: int, number: int) -> Iterator[PrintLine]:
    for line in page.split("\n"):
        if words := " ".join(line.split()):
            yield PrintLine(start, start + len(line), words, number)
        start += len(line) + 1
