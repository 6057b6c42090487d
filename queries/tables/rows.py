"""The rows of the tables, a type for each table; fields are its columns."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

THE_READER = "the reader"  # of the report, who writes the notes on its text


@dataclass(frozen=True)
class SectionRow:
    """A section of a member's form, its state, and its reading: read, in-part, not-yet, or empty if blank."""

    member: str
    alpha3: str
    year: int
    goal: str
    section: str
    state: str
    reading: str


@dataclass(frozen=True)
class ContributionRow:
    """A contribution to one goal; the actor is empty if the text names nobody.

    The period is an ISO 8601 interval: its own, or that of its event.
    """

    member: str
    alpha3: str
    year: int
    goal: str
    section: str
    actor: str
    role: str
    initiative: str
    status: str
    period: str
    claim: str


@dataclass(frozen=True)
class StatisticRow:
    """A number in a report; `member` with its ISO 3166-1 alpha-3 code, period bounds as ISO dates.

    `kind` says whether it is observed, or planned, an aim, a threshold, a norm or an estimate; `upper_value` is the
    upper end of a range, `out_of` the whole of which the number is a share.
    `on_trust` is the reader's reason if the print leaves the value open. An open end of a period is empty, and
    so are both ends if the report gives no period.
    """

    member: str
    alpha3: str
    year: int
    goal: tuple[str, ...]
    section: str
    counted: str
    kind: str
    value: str
    upper_value: str
    out_of: str
    value_as_written: str
    on_trust: str
    qualifier: str
    unit: str
    period: str
    period_start: str
    period_end: str
    place: str
    source: str
    initiative: str
    claim: str
    quote: str


@dataclass(frozen=True)
class InferredRow:
    """A fact that no report states, with the rule, or the reader's reason, and what it rests on.

    `alpha3` are the codes of the members on whose reports it rests, `rests_on` the IRIs of claims and passages.
    """

    alpha3: tuple[str, ...]
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    rule: str
    reason: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class ClaimRow:
    """One stated fact with its evidence; IRIs in full, offsets in characters of the report's text as read.

    `alpha3` is the code of the reporting member, `page` empty if the report has no pages, `context` words that have to
    be read with the quote; `reviewed_by` is empty if nobody else has checked it, and `stated_by` is THE_READER if the
    words are no report's.
    """

    claim: str
    report: str
    alpha3: str
    section: str
    goal: tuple[str, ...]
    kind: str
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    datatype: str
    status: str
    passage: str
    quote: str
    start: int
    end: int
    page: str
    context: str
    stated_by: str
    recorded_by: str
    reviewed_by: str


@dataclass(frozen=True)
class WarningRow:
    """What was unsure when a report was read, and what to do about it; page and line count from 1, and may be empty.

    `code` is the kind; `report` its report's IRI.
    """

    code: str
    file: str
    page: str
    line: str
    what: str
    remedy: str
    report: str


def to_csv(rows: Iterable[Any], row_type: type[Any]) -> str:
    """Return the rows as CSV, with a header even if there are none."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns(row_type))
    writer.writerows(cells(rows, row_type))
    return out.getvalue()


def columns(row_type: type[Any]) -> list[str]:
    """Return the names of the columns of a table whose rows have that type, which are several."""
    return [field.name for field in fields(row_type)]


def cells(rows: Iterable[Any], row_type: type[Any]) -> Iterator[list[str | int]]:
    """Yield the values of each row as they are in its cells."""
    values = attrgetter(*columns(row_type))
    return ([flat(value) if isinstance(value, tuple) else value for value in values(row)] for row in rows)


def flat(value: str | int | tuple[str, ...]) -> str | int:
    """Return a value as it is in one cell: several values are divided by bars, and bars in them are escaped.

    >>> flat(("1.1", "a|b"))
    '1.1|a\\\\|b'
    """
    return "|".join(item.replace("|", r"\|") for item in value) if isinstance(value, tuple) else value
