"""Finds page furniture in a print, by repetition and position, beside what its file marks as such."""

import re
from collections.abc import Iterator, Mapping, Sequence

from alliancegraph.loaders.documents.furniture.contents import contents
from alliancegraph.loaders.documents.furniture.footnotes import footnotes
from alliancegraph.loaders.documents.furniture.pagenumbers import page_numbers
from alliancegraph.loaders.documents.furniture.printedwords import any_word
from alliancegraph.loaders.documents.furniture.running import running
from alliancegraph.loaders.documents.prints import AT_EDGES, Kind, Print, PrintLine, Stretch, masked, pages_of


def find_furniture(print: Print) -> list[Stretch]:
    """Return the furniture of a print, in order: known stretches and those found in the rest of its text."""
    found = list(print.stretches)
    found += _contents(masked(print.text, found))
    # Those at edges that the file marks stay: they are evidence for those on other pages.
    found += _running(masked(print.text, (stretch for stretch in found if stretch.kind not in AT_EDGES)))
    found += _glued(masked(print.text, found))
    found += _footnotes(masked(print.text, found))
    return sorted(found)


def _contents(text: str) -> Iterator[Stretch]:
    pages = pages_of(text)
    yield from whole_lines(text, pages, dict.fromkeys(contents(pages), Kind.CONTENTS))


def _running(text: str) -> Iterator[Stretch]:
    pages = pages_of(text)
    yield from whole_lines(text, pages, running(pages, page_numbers(pages)))


def _footnotes(text: str) -> Iterator[Stretch]:
    yield from footnotes(text, pages_of(text))


def _glued(text: str) -> Iterator[Stretch]:
    """Yield watermarks behind a sentence at the end of a page."""
    for mark in re.finditer(rf"(?<=[.!?;:])[^\S\f]*(?:{any_word('watermark').upper()})(?=\s*\f)", text):
        yield Stretch(*mark.span(), Kind.WATERMARK)


def whole_lines(text: str, pages: Sequence[Sequence[PrintLine]], kinds: Mapping[PrintLine, Kind]) -> Iterator[Stretch]:
    """Yield lines with the line end that leaves with them: the one before at a page's foot, else the one behind."""
    for page in pages:
        foot = next((at + 1 for at in range(len(page) - 1, -1, -1) if page[at] not in kinds), 0)
        for at, line in enumerate(page):
            if line in kinds:
                yield Stretch(*_with_end(text, line, is_foot=0 < foot <= at), kinds[line])


def _with_end(text: str, line: PrintLine, *, is_foot: bool) -> tuple[int, int]:
    if is_foot and text[line.start - 1 : line.start] == "\n":
        return line.start - 1, line.end
    return line.start, line.end + (text[line.end : line.end + 1] == "\n")
