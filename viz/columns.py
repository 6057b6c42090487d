"""What the columns of an answer are in a network: which name things, which are linked, and how that is told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from queries.answer import Answer
from viz.style import style

SOURCE = Path(__file__).with_name("answers.yaml")


@dataclass(frozen=True)
class Link:
    """Two columns of things, and how they are linked: what one of the columns `by` says, or else the words."""

    start: str
    end: str
    by: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Columns:
    """How columns are read, from answers.yaml; names are stems."""

    things: Mapping[str, str]
    links: Sequence[Mapping[str, Any]]
    otherwise: str
    basis: str
    inferred: Sequence[str]
    quote: str
    report: Sequence[str]
    section: str
    status: str


@cache
def columns() -> Columns:
    """How the columns of all answers are read."""
    return Columns(**yaml.safe_load(SOURCE.read_text(encoding="utf-8")))


def stem(column: str) -> str:
    """A column's name without what says which of a thing's names it holds.

    >>> stem("goalNumber")
    'goal'
    """
    return re.sub(r"(?<=.)(Name|Number)$", "", column)


def links(answer: Answer, things: Sequence[str]) -> list[Link]:
    """The links of each row: those that the question asks for, else the usual ones, else each thing with the next."""
    asked = answer.about.network
    usual = [link for rule in asked or columns().links for link in _applied(rule, things)]
    return usual or [Link(*pair, by=_between(answer, *pair), words=columns().otherwise) for pair in pairwise(things)]


def group_of(name: str) -> str:
    """The group of the things that a column names."""
    return columns().things.get(name, style().other)


def asked_for(answer: Answer) -> set[str]:
    """The columns of things that the question itself links."""
    return {name for rule in answer.about.network for name in (rule["from"], *rule["to"])}


def _applied(rule: Mapping[str, Any], things: Sequence[str]) -> Iterable[Link]:
    end = next((end for end in rule["to"] if end in things), None)
    if end and rule["from"] in things:
        yield Link(rule["from"], end, tuple(rule["by"]), rule["words"])


def _between(answer: Answer, start: str, end: str) -> tuple[str, ...]:
    """The columns that stand between two others."""
    stems = [stem(name) for name in answer.columns]
    return tuple(stems[stems.index(start) + 1 : stems.index(end)])
