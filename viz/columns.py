"""What the columns of an answer are in a network: which name things, which are linked, and how that is told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.viz.style import style

SOURCE = Path(__file__).with_name("answers.yaml")


@dataclass(frozen=True)
class Link:
    """Two columns of things, and how they are linked: what one of the columns `by` says, or else the words."""

    start: str
    end: str
    by: tuple[str, ...]
    words: str
    inferred: tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """How columns are read, from answers.yaml; names are stems."""

    things: Mapping[str, str]
    links: Sequence[Mapping[str, Any]]
    otherwise: Sequence[Mapping[str, Any]]
    neighbours: str
    basis: str
    inferred: Sequence[str]
    quote: Sequence[str]
    report: Sequence[str]
    section: Sequence[str]
    status: str


@cache
def columns() -> Columns:
    """How the columns of all answers are read."""
    return Columns(**loaded(SOURCE.read_text(encoding="utf-8"), SOURCE))


def stem(column: str) -> str:
    """A column's name without what says which of a thing's names it holds.

    >>> stem("goalNumber")
    'goal'
    """
    return re.sub(r"(?<=.)(Name|Number)$", "", column)


def links(answer: Answer, things: Sequence[str], with_iris: Sequence[str]) -> list[Link]:
    """The links of each row: those that the question asks for, or the usual ones, or each thing with the next."""
    for rules in (answer.about.network, columns().links, columns().otherwise):
        applied = [link for rule in rules for link in _applied(rule, things)]
        if applied:
            return applied
    return [_neighbours(answer, *pair) for pair in pairwise(with_iris)]


def group_of(name: str) -> str:
    """The group of the things that a column names."""
    return columns().things.get(name, style().other)


def asked_for(answer: Answer) -> set[str]:
    """The columns of things that the question itself links."""
    return {name for rule in answer.about.network for name in (rule["from"], *rule["to"])}


def _applied(rule: Mapping[str, Any], things: Sequence[str]) -> Iterable[Link]:
    end = next((end for end in rule["to"] if end in things), None)
    inferred = rule.get("inferred", columns().inferred)
    if end and rule["from"] in things:
        yield Link(rule["from"], end, tuple(rule["by"]), rule["words"], tuple(inferred))


def _neighbours(answer: Answer, start: str, end: str) -> Link:
    """Two things, linked by what the columns between them say."""
    stems = [stem(name) for name in answer.columns]
    between = stems[stems.index(start) + 1 : stems.index(end)]
    return Link(start, end, tuple(between), columns().neighbours, tuple(columns().inferred))
