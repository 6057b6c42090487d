"""Formulas of web pages (MathML) and of DOCX files (OMML) as text, where people read them in one line."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from alliancegraph.loaders.documents.readers.packages import attribute, local
from alliancegraph.loaders.documents.readers.raised import lowered, raised

_IN_LINE = re.compile(
    "math|mrow|mstyle|mi|mn|mo|mtext|mspace|mpadded|oMath|oMathPara|r|t|e|sup|sub|num|den|lim|fName|deg"
)
_SEMANTICS = "semantics"  # the first child is printed, others tell of it
_UNSEEN = re.compile(r"(?:[a-zA-Z]+Pr|annotation|annotation-xml)")
_SIGNS = str.maketrans("", "", "\u2061\u2062\u2063\u2064")  # which nobody sees
_DIGITS = re.compile(r"[+\-−]?[0-9]+")


def in_line(formula: Element) -> str | None:
    """Return the words of a formula; None where it is printed in more than a line, as fractions and sums are."""
    try:
        return " ".join("".join(_parts(formula)).translate(_SIGNS).split())
    except _TwoLines:
        return None


def letters(formula: Element) -> str:
    """Return the letters and numbers of a formula, in the order of its file, however they are printed."""
    return " ".join(" ".join(formula.itertext()).split())


class _TwoLines(Exception):
    """A part of a formula is printed above another."""


def _parts(element: Element) -> Iterator[str]:
    name = local(element.tag)
    children = [child for child in element if not _UNSEEN.fullmatch(local(child.tag))]
    if name in ("msup", "sSup", "msub", "sSub") and len(children) == 2:
        yield from _parts(children[0])
        yield _script("".join(_parts(children[1])), is_raised=name in ("msup", "sSup"))
    elif name == "d":
        yield from _delimited(element, children)
    elif _IN_LINE.fullmatch(name) or name == _SEMANTICS:
        yield (element.text or "") if name in ("t", "mi", "mn", "mo", "mtext") else ""
        for child in children[:1] if name == _SEMANTICS else children:
            yield from _parts(child)
    else:
        raise _TwoLines


def _script(words: str, *, is_raised: bool) -> str:
    if not _DIGITS.fullmatch(words.strip()):
        raise _TwoLines
    return raised(words.strip()) if is_raised else lowered(words.strip())


def _delimited(element: Element, children: list[Element]) -> Iterator[str]:
    """Yield what is between brackets, with them."""
    signs = {local(sign.tag): attribute(sign) for sign in element.iterfind("./*/*")}
    yield signs.get("begChr", "(")
    for at, child in enumerate(children):
        yield signs.get("sepChr", "|") if at else ""
        yield from _parts(child)
    yield signs.get("endChr", ")")
