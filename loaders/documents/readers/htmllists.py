"""The numbers that a browser prints before the items of the lists of a web page: `1.`, `c.`, `iv.`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from alliancegraph.loaders.documents.readers.numbering import formatted

LISTS = ("ol", "ul", "menu", "dir")
_FORMATS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "none": "none",
}
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal-leading-zero|(?:lower|upper)-(?:alpha|latin|roman))"
)
_NUMBER = re.compile(r"\s*([+-]?\d{1,9})")


@dataclass
class _List:
    """A list that is open: the number of its next item, the step to the one behind it, and their format."""

    number: int
    step: int
    format: str


class Lists:
    """Counts the items of the lists of a page that are open."""

    def __init__(self, page: str) -> None:
        self._lengths = iter(_lengths(page))
        self._open: list[_List | None] = []

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a list."""
        length = next(self._lengths, 0)
        if tag == "ol":
            is_reversed = "reversed" in attributes
            start = _number(attributes.get("start"), length if is_reversed else 1)
            self._open.append(_List(start, -1 if is_reversed else 1, _format(attributes, "decimal")))
        else:
            self._open.append(None)

    def end(self) -> None:
        """End the innermost list."""
        self._open.pop()

    def item(self, attributes: Mapping[str, str]) -> str:
        """Return what is printed before the next item of the innermost list; empty if that has no numbers."""
        here = self._open[-1] if self._open else None
        if here is None:
            return ""
        number = _number(attributes.get("value"), here.number)
        here.number = number + here.step
        format = _format(attributes, here.format)
        shown = formatted(number, format) if number > 0 or format == "none" else str(number)
        return f"{shown}." if shown else ""


def _number(text: str | None, default: int) -> int:
    found = _NUMBER.match(text or "")
    return int(found[1]) if found else default


def _format(attributes: Mapping[str, str], default: str) -> str:
    styled = _STYLE.search(attributes.get("style", ""))
    name = styled[1] if styled else attributes.get("type", "")
    return "decimal" if name == "1" else _FORMATS.get(name, default)


def _lengths(page: str) -> Iterator[int]:
    """Yield how many items each list of a page has, where one of them counts backwards."""
    if "reversed" in page.casefold():
        counter = _Counter()
        counter.feed(page)
        yield from counter.lengths


class _Counter(HTMLParser):
    """Counts the items of each list of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[int] = []
        self._open: list[int] = []

    def handle_starttag(self, tag: str, _attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a list, or count an item."""
        if tag in LISTS:
            self._open.append(len(self.lengths))
            self.lengths.append(0)
        elif tag == "li" and self._open:
            self.lengths[self._open[-1]] += 1

    def handle_endtag(self, tag: str) -> None:
        """End a list."""
        if tag in LISTS and self._open:
            self._open.pop()
