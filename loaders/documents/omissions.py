"""What a file has that is not in its text: pictures, formulas, what is struck out or hidden; a notice says where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

from alliancegraph.graph.model.notices import Notice
from alliancegraph.graph.model.pages import PAGE_BREAK, page_of
from alliancegraph.graph.words.counting import how_many

_SHOWN = 60  # characters of what a notice shows
_ANSWER = "Look at it: a section of which it is the answer looks blank. Type its words into the document."
_BOX = "Are they boxes to tick? Which of them are ticked is drawn, and in no text: type it into the document."
_NO_ANSWER = "Look at it: is any of it an answer? Then accept or undo that in the document."


@dataclass(frozen=True)
class _Told:
    """The notice of a kind: its code, its noun, what to do, and whether each line counts by itself."""

    code: str
    noun: str
    remedy: str
    is_each: bool


class Omitted(Enum):
    """What is left out."""

    PICTURE = _Told("picture", "picture", _ANSWER, is_each=True)
    FORMULA = _Told("formula", "formula", _ANSWER, is_each=True)
    BOX = _Told("drawn-box", "drawn square", _BOX, is_each=True)
    OBJECT = _Told("embedded-object", "embedded object", _ANSWER, is_each=True)
    ANNOTATION = _Told("annotation", "annotation", _ANSWER, is_each=True)
    STRUCK = _Told("struck-out", "struck-out or deleted passage", _NO_ANSWER, is_each=False)
    HIDDEN = _Told("hidden-text", "hidden passage", _NO_ANSWER, is_each=False)


class Omission(NamedTuple):
    """Something that is not in a print: its kind, the offset behind which it is, and words that describe it.

    The words are not the report's: such as the description of a picture for people who cannot see it.
    """

    at: int
    kind: Omitted
    words: str = ""


def omission_notices(path: Path, text: str, omissions: Iterable[Omission]) -> Iterator[Notice]:
    """Yield a notice for each place with pictures, formulas or objects, and one for all that is struck out."""
    found = sorted(omissions, key=lambda omission: (omission.kind.value.code, omission.at))
    for (told, _), group in groupby(found, key=lambda each: (each.kind.value, _line(text, each))):
        yield _notice(path, text, told, list(group))


def _line(text: str, omission: Omission) -> int:
    """Return where the line of an omission begins, if each line with one counts by itself."""
    return max(text.rfind("\n", 0, omission.at), _page_start(text, omission)) if omission.kind.value.is_each else 0


def _page_start(text: str, omission: Omission) -> int:
    return text.rfind(PAGE_BREAK, 0, omission.at) + 1


def _notice(path: Path, text: str, told: _Told, omissions: Sequence[Omission]) -> Notice:
    before = text[_page_start(text, omissions[0]) : omissions[0].at].rstrip()
    words = next((omission.words for omission in omissions if omission.words.strip()), "")
    first = ", the first" if len(omissions) > 1 and not told.is_each else ""
    behind = f"{first} behind '{short(before[before.rfind(chr(10)) + 1 :])}'" if before else ""
    what = f"{how_many(len(omissions), told.noun)} not read{behind}{': ' if words else ''}{short(words)}"
    return Notice(told.code, what, told.remedy, path, before.count("\n") + 1, page_of(text, omissions[0].at))


def short(words: str) -> str:
    """Return words on one line, without the last ones if they are many."""
    return shorten(words, width=_SHOWN, placeholder=" …")
