"""The automatic numbers of paragraphs in a DOCX file, as they are printed: `A)`, `2.1`, `iv.`."""

import re
from collections.abc import Mapping
from string import ascii_lowercase
from typing import NamedTuple
from xml.etree.ElementTree import Element

from alliancegraph.graph.words.roman import roman
from alliancegraph.loaders.documents.readers.docxruns import NO
from alliancegraph.loaders.documents.readers.packages import Package, W, attribute
from alliancegraph.loaders.documents.readers.symbols import as_unicode

DEEPEST = 9  # levels of a list
_RING = "◦"  # for which Word writes an o in a font of typewriters
_MOST = 3999  # that letters can write


class _Level(NamedTuple):
    """A level of a list: where it starts, the format of its numbers, and the pattern of what is printed."""

    start: int
    format: str
    pattern: str
    is_decimal: bool = False  # all the numbers in it


class Numbering:
    """Counts the paragraphs of each list of a file."""

    def __init__(self, package: Package) -> None:
        root = package.part("word/numbering.xml")
        abstract = {attribute(item, "abstractNumId"): _levels(item) for item in root.iter(f"{W}abstractNum")}
        self._lists = {attribute(item, "numId"): _list(item, abstract) for item in root.iter(f"{W}num")}
        self._styles = _styles(package.part("word/styles.xml"))
        self._counts: dict[str, list[int]] = {}

    def number(self, paragraph: Element) -> str:
        """Return the number that is printed before a paragraph, the next of its list; empty if it has none."""
        id, depth = self._place(paragraph.find(f"{W}pPr"))
        key, levels = self._lists.get(id, ("", {}))
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(key, [0] * DEEPEST)
        counts[depth] = max(counts[depth] + 1, levels[depth].start)
        counts[depth + 1 :] = [0] * (DEEPEST - depth - 1)
        if levels[depth].is_decimal:
            levels = {at: level._replace(format="decimal") for at, level in levels.items()}
        return re.sub(r"%(\d)", lambda place: _shown(levels, counts, int(place[1]) - 1), levels[depth].pattern)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or those of its style."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        style = attribute(properties.find(f"{W}pStyle")) if properties is not None else ""
        id, depth = self._styles.get(style, ("", 0))
        if own is not None:
            id = attribute(own.find(f"{W}numId")) or id
            depth = _number(attribute(own.find(f"{W}ilvl")), depth)
        return id, min(depth, DEEPEST - 1)


def _shown(levels: Mapping[int, _Level], counts: list[int], depth: int) -> str:
    if depth not in levels:
        return ""
    return formatted(max(counts[depth], levels[depth].start), levels[depth].format)


def formatted(number: int, format: str) -> str:
    """Return a number from 1 in one of the formats of DOCX.

    >>> formatted(4, "lowerRoman"), formatted(28, "upperLetter"), formatted(7, "decimalZero")
    ('iv', 'BB', '07')
    """
    if number > _MOST:
        return str(number)
    if format in ("lowerLetter", "upperLetter"):
        letters = ascii_lowercase[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letters.upper() if format.startswith("upper") else letters
    if format in ("lowerRoman", "upperRoman"):
        return roman(number).upper() if format.startswith("upper") else roman(number)
    return {"none": "", "decimalZero": f"{number:02}"}.get(format, str(number))


def _levels(item: Element) -> dict[int, _Level]:
    return {_number(attribute(level, "ilvl")): _level(level) for level in item.iter(f"{W}lvl")}


def _level(level: Element) -> _Level:
    start, format = attribute(level.find(f"{W}start")), attribute(level.find(f"{W}numFmt"))
    pattern = attribute(level.find(f"{W}lvlText"))
    if format == "bullet":
        pattern = as_unicode(pattern, attribute(level.find(f"{W}rPr/{W}rFonts"), "ascii")).replace("o", _RING)
    legal = level.find(f"{W}isLgl")
    return _Level(_number(start, 1), format or "decimal", pattern, legal is not None and attribute(legal) not in NO)


def _list(item: Element, abstract: Mapping[str, dict[int, _Level]]) -> tuple[str, dict[int, _Level]]:
    """Return the key under which a list counts, and its levels: a list of its own if it starts anew."""
    key = attribute(item.find(f"{W}abstractNumId"))
    levels = dict(abstract.get(key, {}))
    for change in item.iter(f"{W}lvlOverride"):
        at, start = _number(attribute(change, "ilvl")), attribute(change.find(f"{W}startOverride"))
        key = f"{key}-{attribute(item, 'numId')}"
        levels |= _levels(change)
        if start and at in levels:
            levels[at] = levels[at]._replace(start=_number(start, 1))
    return key, levels


def _styles(root: Element) -> dict[str, tuple[str, int]]:
    """Return the list and the level of each style that has one, its own or that of the style it is based on."""
    styles = {attribute(style, "styleId"): style for style in root.iter(f"{W}style")}
    found: dict[str, tuple[str, int]] = {}
    for id in styles:
        style, seen = id, set[str]()
        while style in styles and style not in seen:
            seen.add(style)
            if (numbered := styles[style].find(f"{W}pPr/{W}numPr")) is not None:
                place = attribute(numbered.find(f"{W}numId")), _number(attribute(numbered.find(f"{W}ilvl")))
                found[id] = place
                break
            style = attribute(styles[style].find(f"{W}basedOn"))
    return found


def _number(text: str, default: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < DEEPEST else default
