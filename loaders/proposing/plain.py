"""Headings without a code: lines that come again with the same words, once in each round, as questions do."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from alliancegraph.graph.words.folding import folded, readable
from alliancegraph.loaders.form.states import reply
from alliancegraph.loaders.form.words import words
from alliancegraph.loaders.proposing.openings import LABEL_LINE, Opening, SampleLine, Shape, lines
from alliancegraph.loaders.proposing.openings import PLAIN as KIND
from alliancegraph.loaders.proposing.series import Row, Series
from alliancegraph.ontology.terms import StateWord

PLAIN = Shape("", KIND, 0, "")
_LONGEST = 30  # words of a question
_WORDS = 4  # with which a line may begin alike
_LEAST = 2  # questions that are such words
_SAME = 0.97  # from which share on the same lines are meant
_MOST_SINGLE = 0.9  # share of the lines that such words open which are one for a goal
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
        key: chr(ord("A") + at) if len(often) <= 26 else f"Q{at + 1}"
        for at, key in enumerate(key for key in asked if key in often)
    }
    runs = [_run([each[number] for each in rounds], codes) for number in range(count)]
    return Series(PLAIN, tuple(runs))


def repeated_openings(texts: Sequence[str], goals: Series) -> Series | None:
    """Return the words with which a line begins once under most goals, as in a table with labels; None without any.

    The longest such words count: "Lead government actors", not "Lead".
    """
    regions = [_regions(text, [row[at].start for row in goals.rows]) for at, text in enumerate(texts)]
    counts = Counter(words for own in regions for region in own for words in {*_all_openings(region)})
    least = _MOST * sum(map(len, regions))
    often = {words for words, count in counts.items() if count >= least and _is_single(regions, words, count)}
    kept = [words for words in often if _is_whole(words, often, counts)]
    order = sorted(kept, key=lambda words: _place(regions, words))
    if len(order) < _LEAST or len(goals.rows) < 2:
        return None
    labels = short_codes(order)
    runs = tuple(_opened([own[at] for own in regions], labels) for at in range(len(goals.rows)))
    return Series(PLAIN, runs, labels)


def short_codes(labels: Sequence[str]) -> dict[str, str]:
    """Return the labels by a code for each: as many of its first words as distinguish it from the others.

    >>> short_codes(["Lead body", "Next steps", "Next year"])
    {'Lead': 'Lead body', 'Next-steps': 'Next steps', 'Next-year': 'Next year'}
    """
    own = [re.findall(r"\w+", label) for label in labels]
    sizes = [
        next((size for size in range(1, len(one)) if sum(other[:size] == one[:size] for other in own) == 1), len(one))
        for one in own
    ]
    return {"-".join(one[:size]): label for one, size, label in zip(own, sizes, labels, strict=True)}


def _is_whole(words: str, often: Collection[str], counts: Mapping[str, int]) -> bool:
    """Return whether words are as common as any shorter ones, and commoner than all longer ones."""
    shorter = (counts[other] for other in often if words.startswith(f"{other} "))
    longer = (counts[other] for other in often if other.startswith(f"{words} "))
    own = counts[words]
    return all(own >= _SAME * other for other in shorter) and all(other < _SAME * own for other in longer)


def _regions(text: str, starts: Sequence[int]) -> list[list[SampleLine]]:
    """Return the lines under each goal, without that of the goal itself."""
    edges = [*starts, len(text) + 1]
    own = [line._replace(text="\t".join(map(readable, line.text.split("\t", 1)))) for line in lines(text)]
    return [[line for line in own if low < line.start < high] for low, high in pairwise(edges)]


def _all_openings(region: Sequence[SampleLine]) -> Iterator[str]:
    """Yield the first words of each line that begins with a capital: one to four of them, or its first cell."""
    for line in region:
        cell, tab, _ = line.text.partition("\t")
        own = [cell] if tab else cell.split()[:_WORDS]
        if line.text[0].isupper():
            yield from (" ".join(own[:size]) for size in range(1, len(own) + 1))


def _is_single(regions: Sequence[Sequence[Sequence[SampleLine]]], words: str, count: int) -> bool:
    """Return whether the words open hardly more than one line wherever they do."""
    found = sum(_opens(line, words) for own in regions for region in own for line in region)
    return found <= count / _MOST_SINGLE


def _place(regions: Sequence[Sequence[Sequence[SampleLine]]], words: str) -> float:
    """Return the mean of the places, from 0 to 1, of the line that the words open under a goal."""
    places = [
        at / len(region) for own in regions for region in own for at, line in enumerate(region) if _opens(line, words)
    ]
    return sum(places) / len(places)


def _opens(line: SampleLine, words: str) -> bool:
    cell, tab, _ = line.text.partition("\t")
    return cell == words or (not tab and cell.startswith(f"{words} "))


def _opened(regions: Sequence[Sequence[SampleLine]], labels: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the questions under one goal that all samples have; each is opened by the first line with its words."""
    rows = []
    for number, (code, opening) in enumerate(labels.items(), 1):
        found = [next((line for line in region if _opens(line, opening)), None) for region in regions]
        if own := [line for line in found if line]:
            rows.append(tuple(Opening(PLAIN, code, (number,), line.start, line.start) for line in own))
    return tuple(sorted((row for row in rows if len(row) == len(regions)), key=lambda row: row[0].start))


def line_before(text: str, start: int) -> SampleLine | None:
    """Return the line before an offset; None if there is none."""
    return next((line for line in reversed(lines(text)) if line.start < start), None)


def _key(line: SampleLine) -> str:
    """Return what is equal in a line that comes again: all of it, or its label before a colon or a cell."""
    label = LABEL_LINE.match(line.text)
    return folded(label[1] if label else line.text).casefold()


def _asked(counts: Sequence[Counter[str]], first: Sequence[SampleLine], language: str) -> list[str]:
    """Return the keys of lines that every sample repeats and that are no answers, in the order of the first sample."""
    is_answer = declining(language)
    keys = dict.fromkeys(_key(line) for line in first if len(line.text.split()) <= _LONGEST)
    return [key for key in keys if all(each[key] > 1 for each in counts) and not is_answer(key)]


def declining(language: str) -> Callable[[str], bool]:
    """Return a function that finds whether words are those of an answer without content, such as "None."."""
    known = words((language,))
    return lambda key: reply(key, "text", (), known).state != StateWord.answered


def _rounds(own: Sequence[SampleLine], asked: Sequence[str]) -> Iterator[dict[str, SampleLine]]:
    """Yield the lines of each round by their keys: a round begins where the first question comes again."""
    current: dict[str, SampleLine] = {}
    for line in own:
        key = _key(line)
        if asked and key == asked[0] and current:
            yield current
            current = {}
        if key in asked and (current or key == asked[0]):
            current.setdefault(key, line)
    if current:
        yield current


def _share(rounds: Sequence[dict[str, SampleLine]], key: str) -> float:
    return sum(key in each for each in rounds) / len(rounds)


def _run(rounds: Sequence[dict[str, SampleLine]], codes: dict[str, str]) -> tuple[Row, ...]:
    """Return the questions of one round that all samples have."""
    return tuple(
        tuple(Opening(PLAIN, code, (number,), each[key].start, each[key].start) for each in rounds)
        for number, (key, code) in enumerate(codes.items(), 1)
        if all(key in each for each in rounds)
    )
