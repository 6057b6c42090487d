"""Alternatives to a question with an empty answer: which value, if left out, would give how many rows."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from pyoxigraph import QuerySolutions

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.errors import AllianceGraphError
from alliancegraph.graph.words.counting import how_many
from alliancegraph.queries.asking.binding import Terms, bind
from alliancegraph.queries.library import Question, find_question

MENTIONS = "mentions"  # the question for all passages that mention a thing


class Asked(NamedTuple):
    """A question as it was asked: the graph, the values as given, and the terms to which they were resolved."""

    store: Queryable
    question: Question
    values: Mapping[str, str]
    terms: Mapping[str, Terms]


def alternatives(asked: Asked) -> str:
    """Return a sentence for each change that would give rows; empty if there is none, or no answer to that."""
    with suppress(AllianceGraphError):
        return " ".join([*_without(asked), *_mentioned(asked)])
    return ""


def _without(asked: Asked) -> Iterator[str]:
    """Yield the number of rows without one of the values, or without any if leaving out one gives none."""
    optional = [parameter.name for parameter in asked.question.parameters if not parameter.required]
    given = [name for name in optional if name in asked.terms]
    each = {f"--{name}": count for name in given if (count := _rows(asked, name))}
    if len(given) > 1 and not each:
        each = {" and ".join(f"--{name}" for name in given): _rows(asked, *given)}
    for options, count in each.items():
        if count:
            yield f"Without {options} there {_are(count)}."


def _rows(asked: Asked, *left_out: str) -> int:
    terms = {name: of for name, of in asked.terms.items() if name not in left_out}
    return _count(asked.store, asked.question, terms)


def _count(store: Queryable, question: Question, terms: Mapping[str, Terms]) -> int:
    results = store.query(bind(question.sparql, terms))
    assert isinstance(results, QuerySolutions)
    return sum(1 for _ in results)


def _mentioned(asked: Asked) -> Iterator[str]:
    """Yield, for each thing by which the answer was narrowed, how many passages mention it."""
    mentions = find_question(MENTIONS)
    things = {p.name for p in asked.question.parameters if p.is_thing and asked.question.name != MENTIONS}
    for name in (name for name in asked.terms if name in things):
        if count := _count(asked.store, mentions, {"thing": asked.terms[name]}):
            yield f'`{MENTIONS} --thing "{asked.values[name]}"` has {how_many(count, "row")}.'


def _are(count: int) -> str:
    return f"{'is' if count == 1 else 'are'} {how_many(count, 'row')}"
