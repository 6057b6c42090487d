"""The columns of an answer in a network: which name things, which are linked, and in which words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from alliancegraph.graph.files.yamltext import loaded
from alliancegraph.viz.shared.style import style

SOURCE = Path(__file__).with_name("columns.yaml")

Rule = Mapping[str, Any]


@dataclass(frozen=True)
class LinkRule:
    """A link between two columns of things; its words are those of the first filled column in `by`, else `words`."""

    start: str
    end: str
    by: tuple[str, ...]
    words: str
    inferred: tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """The rules for columns, from columns.yaml; names are stems."""

    things: Mapping[str, str]
    links: Sequence[Rule]
    otherwise: Sequence[Rule]
    neighbours: str
    basis: str
    inferred: Sequence[str]
    quote: Sequence[str]
    report: Sequence[str]
    section: Sequence[str]
    status: str


@cache
def columns() -> Columns:
    """Return the rules for the columns of all answers."""
    return Columns(**loaded(SOURCE.read_text(encoding="utf-8"), SOURCE))


def stem(column: str) -> str:
    """Return a column's name without the suffix for one of a thing's names.

    >>> stem("goalNumber")
    'goal'
    """
    return re.sub(r"(?<=.)(Name|Number)$", "", column)


def known_links(asked_for: Sequence[Rule], stems: Sequence[str]) -> list[LinkRule]:
    """Return the links between columns: those of the question, else the usual ones; perhaps none."""
    for rules in (asked_for, columns().links, columns().otherwise):
        applied = [link for rule in rules for link in _applied(rule, stems)]
        if applied:
            return applied
    return []


def neighbours(stems: Sequence[str], things: Sequence[str]) -> list[LinkRule]:
    """Return a link from each thing to the next, named by the columns between them."""
    return [_neighbours(stems, *pair) for pair in pairwise(things)]


def group_of(name: str) -> str:
    """Return the group of the things in a column."""
    return columns().things.get(name, style().other)


def named_in(rules: Sequence[Rule]) -> set[str]:
    """Return the columns of things that these rules link."""
    return {name for rule in rules for name in (rule["from"], *rule["to"])}


def _applied(rule: Rule, stems: Sequence[str]) -> Iterator[LinkRule]:
    end = next((end for end in rule["to"] if end in stems), None)
    inferred = rule.get("inferred", columns().inferred)
    if end and rule["from"] in stems:
        yield LinkRule(rule["from"], end, tuple(rule["by"]), rule["words"], tuple(inferred))


def _neighbours(stems: Sequence[str], start: str, end: str) -> LinkRule:
    between = stems[stems.index(start) + 1 : stems.index(end)]
    return LinkRule(start, end, tuple(between), columns().neighbours, tuple(columns().inferred))
