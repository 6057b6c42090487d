"""Figures, promises, penalties, assessments and notes: one sentence each, shown with the items that they are about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alliancegraph.queries.tables.rows import ClaimRow
from alliancegraph.viz.shared.periods import period_words
from alliancegraph.viz.shared.style import Saying, style

Json = dict[str, Any]


def is_saying(row: ClaimRow) -> bool:
    """Return whether the row belongs to a thing that the page shows as one sentence."""
    return row.kind in style().sayings


def sayings(claims: Sequence[ClaimRow], ids: Mapping[str, str]) -> Iterator[tuple[ClaimRow, str, str, list[str]]]:
    """Yield, for each such thing and its items, the row that links them, words, text and claims."""
    by_subject: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in filter(is_saying, claims):
        by_subject[row.subject].append(row)
    for rows in by_subject.values():
        saying, fields = style().sayings[rows[0].kind], _fields(rows)
        for row in rows:
            if row.predicate in saying.of and row.object in ids:
                words = _filled(saying.words, fields)
                yield row, words, _text(saying, fields), list(dict.fromkeys(r.claim for r in [row, *rows]))


def _fields(rows: Sequence[ClaimRow]) -> dict[str, str]:
    values: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        text = period_words(row.object) if row.predicate == "period" else row.object_label or row.object
        values[row.predicate].append(text)
    fields = {predicate: ", ".join(texts) for predicate, texts in values.items()}
    return fields | {"label": rows[0].subject_label}


def _text(saying: Saying, fields: Mapping[str, str]) -> str:
    return " ".join(text for part in saying.parts if (text := _filled(part, fields)))


def _filled(template: str, fields: Mapping[str, str]) -> str:
    """Return the template with its fields filled in; empty if one of them is unknown."""
    try:
        return template.format_map(fields)
    except KeyError:
        return ""
