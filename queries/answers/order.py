"""Rows whose codes stand in the order of their numbers."""

from collections.abc import Sequence
from itertools import groupby

from alliancegraph.graph.words.codes import in_order, is_code
from alliancegraph.queries.answers.cells import Term, text

Terms = tuple[Term | None, ...]


def codes_in_order(rows: Sequence[Terms], places: Sequence[int]) -> Sequence[Terms]:
    """Rows that an engine ordered by the columns at those places, codes compared as numbers.

    In a column of codes, rows that are alike in the columns before it change places, no others.
    """
    for number, place in enumerate(places):
        if all(is_code(text(row[place])) for row in rows if row[place] is not None):
            rows = _in_groups(rows, places[:number], place)
    return rows


def _in_groups(rows: Sequence[Terms], alike: Sequence[int], place: int) -> Sequence[Terms]:
    groups = groupby(rows, key=lambda row: [row[each] for each in alike])
    return [row for _, group in groups for row in sorted(group, key=lambda row: _code(row[place]))]


def _code(term: Term | None) -> tuple[tuple[int, str], ...]:
    return () if term is None else in_order(text(term))
