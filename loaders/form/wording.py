"""The words of a heading in a text: where they end, and how much they are like those of the form."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.documents.boxes import OPEN, TICKED
from alliancegraph.loaders.form.leads import plain

ALIKE = 75  # per cent of likeness below which words are no longer the same heading
SAME = 95  # from which on they are the same
REORDERED = 85  # of the same words in another order
SHORT = 20  # characters of a short heading
_SLACK = 1.5  # how much longer printed words may be than the form's
_SHOWN = 80  # characters of words in a message
TOKEN = re.compile(r"[\w\u00ad]+")
_CLOSING = re.compile(rf"[^\w\s|{TICKED}{OPEN}\[(<_—–-]*(?:[ \u00a0\u202f][:?!»](?=\s|$))?")
_SENTENCE = re.compile(r"\w{3,}[.?!](?=\s+[^\W\da-zß-öø-ÿ_])")
_CELL = re.compile(r"[^\t\n\f]*(?=\t)")  # up to the end of a cell
ENDS = re.compile(rf"[ \t]*(?:[\n\f|{TICKED}{OPEN}\[(<_–—-]|$)|\t| {{3,}}")


def nearest_wording(text: str, start: int, wordings: Sequence[str]) -> tuple[int, float] | None:
    """Return the end of the words that are most alike to one of the wordings, and their likeness; None if none are."""
    found = [
        (words_end(text, start), 100.0) if not tokens(words) else _nearest(text, start, words) for words in wordings
    ]
    best = max((each for each in found if each), key=lambda each: each[1], default=None)
    return best if best and best[1] >= ALIKE else None


def _nearest(text: str, start: int, words: str) -> tuple[int, float] | None:
    """Return the end of the stretch from the start on that is most alike to the words, and its likeness."""
    wanted = " ".join(tokens(words))
    printed, best = "", (0.0, 0, 0.0)
    for token in TOKEN.finditer(text, start):
        printed = f"{printed} {plain(token[0])}".lstrip()
        if len(printed) > _SLACK * len(wanted) + SHORT:
            break
        if len(printed) * _SLACK < len(wanted):
            continue
        likeness = _likeness(printed, wanted)
        closed = ENDS.match(text, words_end(text, token.end())) is not None
        best = max(best, (likeness + closed, token.end(), likeness))
    if not best[1]:
        return None
    found = words_end(text, best[1]), best[2]
    return found if best[2] >= SAME else _whole_cell(text, start, wanted, found)


def _whole_cell(text: str, start: int, wanted: str, found: tuple[int, float]) -> tuple[int, float]:
    """Return the end of the cell in which the words found end, and its likeness, if all of it is alike too."""
    cell = _CELL.match(text, found[0])
    likeness = _likeness(" ".join(tokens(text[start : cell.end()])), wanted) if cell else 0.0
    return (cell.end(), likeness) if cell and likeness >= ALIKE else found


def _likeness(printed: str, wanted: str) -> float:
    """Return how alike two wordings are; one with the same words in another order is alike, but not the same."""
    is_reordered = len(printed) == len(wanted) and sorted(printed.split()) == sorted(wanted.split())
    return REORDERED if is_reordered and printed != wanted else fuzz.ratio(printed, wanted)


def sentence_end(text: str, start: int, end: int) -> int:
    """Return the end of the first sentence of a stretch; the end of all of it if it has only one."""
    found = _SENTENCE.search(text, start, end)
    return found.end() if found else end


def words_end(text: str, offset: int) -> int:
    """Return the offset after the signs that close the words or the code before it."""
    closing = _CLOSING.match(text, offset)
    return closing.end() if closing else offset


def first_word(words: str) -> str:
    """Return the first word as it is compared; empty if there is none."""
    return next(iter(tokens(words)), "")


def tokens(text: str) -> list[str]:
    """Return the words of a text as they are compared."""
    return [plain(token[0]) for token in TOKEN.finditer(text)]


def shown(words: str) -> str:
    """Return words on one line, cut if they are long."""
    line = readable(words)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
