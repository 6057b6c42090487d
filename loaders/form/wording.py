"""The words of a heading in a text: where they end, and how much they are like those of the form."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.documents.boxes import OPEN, TICKED
from alliancegraph.loaders.form.leads import plain

ALIKE = 75  # per cent of likeness below which words are no longer the same heading
SAME = 95  # from which on they are the same
REORDERED = 85  # of the same words in another order
SHORT = 20  # characters of a short heading
_SLACK = 1.5  # how much longer printed words may be than the form's
_LEAST = ALIKE / (200 - ALIKE)  # of the form's length, below which printed words cannot be alike
_SHOWN = 80  # characters of words in a message
TOKEN = re.compile(r"[\w\u00ad]+")
_CLOSING = re.compile(rf"[^\w\s|{TICKED}{OPEN}\[(<_—–-]*(?:[ \u00a0\u202f][:?!»](?=\s|$))?")
_SENTENCE = re.compile(r"\w{3,}[.?!](?=\s+[^\W\da-zß-öø-ÿ_])")
_CELL = re.compile(r"[^\t\n\f]*(?=\t)")  # up to the end of a cell
_LINE = re.compile(r"[^\n\f]+")
_NEW_LINE = re.compile(r"[\n\f]")
_FOLLOWING = re.compile(r",? +(\w)")
_BROKEN = re.compile(r"\w[-\u00ad‐][ \t]*[\n\f]\s*$")
_SIGNS = ("?", ":")  # with which a question or a heading closes, and hardly any answer
_GAP = 8  # characters between the halves of a word that a line's end breaks, at most
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
    for token in _going_on(text, start, words):
        printed = f"{printed} {plain(token[0])}".lstrip()
        if len(printed) > _SLACK * len(wanted) + SHORT:
            break
        if len(printed) < _LEAST * len(wanted) or _begins_sentence(text, start, token.end()):
            continue
        likeness = _likeness(printed, wanted)
        closed = ENDS.match(text, words_end(text, token.end())) is not None
        best = max(best, (likeness + closed, token.end(), likeness))
    if not best[1]:
        return None
    found = words_end(text, best[1]), best[2]
    return found if best[2] >= SAME else _whole_cell(text, start, wanted, found)


def _going_on(text: str, start: int, words: str) -> Iterator[re.Match[str]]:
    """Yield the words of the line from the start on, and those of the next ones as long as they go on as the form does.

    A line's end may also be that of a heading which is shorter than the form's: what follows is then the answer.
    """
    wanted, printed = tokens(words), list[str]()
    for line in _LINE.finditer(text, start):
        rest = wanted[_most_alike(printed, wanted)[1] :]
        is_free = line.start() == start or _opens_alike(line[0], rest, words)
        for token in TOKEN.finditer(text, line.start(), line.end()):
            word, is_half = plain(token[0]), _is_half(text, token)
            if not is_free and not is_half and not _is_in(word, rest[:1]):
                return
            rest = rest if is_half else rest[1:]
            printed.append(word)
            yield token


def _begins_sentence(text: str, start: int, end: int) -> bool:
    """Return whether the words up to the offset are on a further line, and a sentence goes on behind them."""
    following = _FOLLOWING.match(text, end)
    return following is not None and following[1].islower() and _NEW_LINE.search(text, start, end) is not None


def _most_alike(printed: Sequence[str], wanted: Sequence[str]) -> tuple[float, int]:
    """Return how alike printed words are to the form's first ones, as many as are most alike, and their number."""
    words = " ".join(printed)
    return max((fuzz.ratio(words, " ".join(wanted[:count])), count) for count in range(len(wanted) + 1))


def _opens_alike(line: str, rest: Sequence[str], words: str) -> bool:
    """Return whether all of a line is the form's further words, or alike to them and closed by the form's own sign."""
    if len(line) > _SLACK * len(" ".join(rest)) + SHORT:
        return False
    printed = tokens(line)
    is_closed = words[-1:] in _SIGNS and line.rstrip()[-1:] == words[-1:]
    return _most_alike(printed, rest)[0] >= ALIKE and (is_closed or all(_is_in(word, rest) for word in printed))


def _is_in(word: str, words: Iterable[str]) -> bool:
    return any(fuzz.ratio(word, other) >= ALIKE for other in words)


def _is_half(text: str, token: re.Match[str]) -> bool:
    """Return whether a word is the other half of one that a line's end breaks (`preven-` and `ción`)."""
    return _BROKEN.search(text, max(0, token.start() - _GAP), token.start()) is not None


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
