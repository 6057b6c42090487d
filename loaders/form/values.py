"""What an answer of a kind gives: its numbers, its dates as in ISO 8601, its choice, the rows of its table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from alliancegraph.graph.model.reports import Choice
from alliancegraph.graph.words.folding import readable
from alliancegraph.loaders.form.dates import dates
from alliancegraph.loaders.form.words import Words
from alliancegraph.loaders.numbers.figures import Figure, figures
from alliancegraph.loaders.numbers.words import number_words

_SHORT = 5  # words of a choice without a box
_CLAUSE = re.compile(r"[,.;:–—]\s")


def values(answer: str, kind: str, choices: Sequence[Choice], words: Words) -> tuple[str, ...]:
    """Return what an answer to a question of that kind gives, in order; none if it gives nothing of that kind."""
    found: Iterable[str] = ()
    if kind == "choice":
        found = [choice.label for choice in choices if choice.is_ticked] or _chosen(answer)
    elif kind == "number":
        found = _numbers(answer, words)
    elif kind == "date":
        found = dates(answer, words)
    elif kind == "row":
        found = _rows(answer)
    return tuple(dict.fromkeys(found))


def _numbers(answer: str, words: Words) -> Iterator[str]:
    """Yield the numbers; years beside other numbers say when these were counted, and "a" beside words is an article."""
    own = number_words(words.language).as_printed_in(answer)
    found = [figure for figure in figures(answer, own) if figure.readings and not _is_article(answer, figure)]
    is_year = [re.fullmatch(r"(?:19|20)\d\d", answer[f.span.start : f.span.end]) is not None for f in found]
    kept = [figure for figure, year in zip(found, is_year, strict=True) if not year or all(is_year)]
    yield from (" or ".join(map(_plainly, sorted(figure.readings))) for figure in kept)


def _is_article(answer: str, figure: Figure) -> bool:
    printed = answer[figure.span.start : figure.span.end]
    return figure.readings == {1} and printed.isalpha() and printed != answer.strip(" .\n")


def _plainly(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.9g}"


def _rows(answer: str) -> Iterator[str]:
    """Yield the rows of a table, with a bar between cells."""
    for line in answer.splitlines():
        if "\t" in line:
            yield " | ".join(map(readable, line.split("\t")))


def _chosen(answer: str) -> Iterator[str]:
    """Yield the words of an answer that are its choice: all of a short one, or those before its first comma."""
    first = readable(_CLAUSE.split(answer.strip(), maxsplit=1)[0]).rstrip(".")
    if first and len(first.split()) <= _SHORT:
        yield first
