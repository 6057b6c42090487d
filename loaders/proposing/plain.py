"""Headings without a code: lines that come again with the same words, once in each round, as questions do."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.form.states import reply
from alliancegraph.loaders.form.words import words
from alliancegraph.loaders.proposing.openings import PLAIN as KIND
from alliancegraph.loaders.proposing.openings import Line, Opening, Shape, lines
from alliancegraph.loaders.proposing.series import Row, Series
from alliancegraph.ontology.terms import StateWord

PLAIN = Shape("", KIND, 0, "")
_LONGEST = 30  # words of a question
_MOST = 0.6  # share of the rounds in which a question has to stand


def repeated_lines(texts: Sequence[str], language: str) -> Series | None:
    """Return the lines that come again in each sample, in the rounds in which they do; None if there are none."""
    own = [lines(text) for text in texts]
    asked = _asked([Counter(map(_key, each)) for each in own], own[0], language)
    rounds = [list(_rounds(each, asked)) for each in own]
    count = min(map(len, rounds))
    if count < 2:
        return None
    often = {key for key in asked if all(_share(each, key) >= _MOST for each in rounds)}
    codes = {
        key: chr(ord("A") + at) if len(often) <= 26 else f"Q{at + 1}" for at, key in enumerate(_order(asked, often))
    }
    runs = [_run([each[number] for each in rounds], codes) for number in range(count)]
    return Series(PLAIN, tuple(runs))


def line_before(text: str, start: int) -> Line | None:
    """Return the line before an offset; None if there is none."""
    return next((line for line in reversed(lines(text)) if line.start < start), None)


def _key(line: Line) -> str:
    return folded(line.text).casefold()


def _asked(counts: Sequence[Counter[str]], first: Sequence[Line], language: str) -> list[str]:
    """Return the keys of lines that every sample repeats and that are no answers, in the order of the first sample."""
    is_answer = declining(language)
    keys = dict.fromkeys(_key(line) for line in first if len(line.text.split()) <= _LONGEST)
    return [key for key in keys if all(each[key] > 1 for each in counts) and not is_answer(key)]


def declining(language: str) -> Callable[[str], bool]:
    """Return a function that tells whether words are those of an answer that has nothing to tell, such as "None."."""
    known = words((language,))
    return lambda key: reply(key, "text", (), known).state != StateWord.answered


def _rounds(own: Sequence[Line], asked: Sequence[str]) -> Iterator[dict[str, Line]]:
    """Yield the lines of each round by their keys: a round begins where the first question comes again."""
    current: dict[str, Line] = {}
    for line in own:
        key = _key(line)
        if asked and key == asked[0] and current:
            yield current
            current = {}
        if key in asked and (current or key == asked[0]):
            current.setdefault(key, line)
    if current:
        yield current


def _share(rounds: Sequence[dict[str, Line]], key: str) -> float:
    return sum(key in each for each in rounds) / len(rounds)


def _order(asked: Sequence[str], often: set[str]) -> list[str]:
    return [key for key in asked if key in often]


def _run(rounds: Sequence[dict[str, Line]], codes: dict[str, str]) -> tuple[Row, ...]:
    """Return the questions of one round that all samples have."""
    return tuple(
        tuple(Opening(PLAIN, code, (number,), each[key].start, each[key].start) for each in rounds)
        for number, (key, code) in enumerate(codes.items(), 1)
        if all(key in each for each in rounds)
    )
