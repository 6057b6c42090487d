"""The files that a build holds beside its store."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.graph.exchange.catalogue import NAME, catalogue
from alliancegraph.graph.exchange.exports import EXPORTS, export
from alliancegraph.graph.files.writing import write_whole
from alliancegraph.ontology.terms import AG
from alliancegraph.processes import beside
from alliancegraph.queries.answers.datatypes import Value
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.rows import (
    ClaimRow,
    ContributionRow,
    InferredRow,
    SectionRow,
    StatisticRow,
    WarningRow,
    cells,
    columns,
    to_csv,
)
from alliancegraph.queries.tables.tables import (
    contribution_rows,
    inferred_rows,
    section_rows,
    statistic_rows,
    warning_rows,
)
from alliancegraph.queries.views.alliance import Views
from alliancegraph.queries.views.rows import Report

Row = ClaimRow | SectionRow | ContributionRow | StatisticRow | InferredRow | WarningRow
TABLES: dict[str, tuple[Callable[[Views], Sequence[Row]], type[Row]]] = {
    "claims": (claim_rows, ClaimRow),
    "sections": (section_rows, SectionRow),
    "contributions": (contribution_rows, ContributionRow),
    "statistics": (statistic_rows, StatisticRow),
    "inferred": (inferred_rows, InferredRow),
    "warnings": (warning_rows, WarningRow),
}
READERS: dict[str, Callable[[Any], Value]] = {  # of columns that hold numbers and days as texts
    "value": Decimal,
    "page": int,
    "period_start": date.fromisoformat,
    "period_end": date.fromisoformat,
    "line": int,
}
HOW_TO_READ = (
    "What is counted is reporting, not performance. No actor: the text names nobody. Blank in the form does not say "
    "that nothing was done; what is not read is neither blank nor without an action."
)


@dataclass(frozen=True)
class Tables:
    """Tables of a graph by name, and its reports: plain data, which can be passed to another process."""

    rows: Mapping[str, Sequence[Row]]
    reports: Sequence[Report]

    @classmethod
    def of(cls, views: Views, names: Iterable[str]) -> Self:
        """Return the tables of those names."""
        return cls({name: TABLES[name][0](views) for name in names}, list(views.reports.values()))


def _csv(tables: Tables, path: Path) -> None:
    write_whole(path, to_csv(tables.rows[path.stem], TABLES[path.stem][1]))


def _workbook(tables: Tables, path: Path) -> None:
    """Write all tables as one workbook, for spreadsheets that read CSV in another encoding."""
    from alliancegraph.queries.answers.titles import titles
    from alliancegraph.queries.answers.workbook import Sheet, reports_about, sheets

    made = [
        Sheet(name, titles(columns(row_type)), _values(tables.rows[name], row_type))
        for name, (_, row_type) in TABLES.items()
    ]
    write_whole(path, sheets(made, [("How to read it", HOW_TO_READ), *reports_about(tables.reports)]))


def _values(rows: Sequence[Row], row_type: type[Row]) -> list[list[Value]]:
    """Return the values of the cells, numbers and days as such; None for an empty text."""
    readers = [READERS.get(name, _as_it_is) for name in columns(row_type)]
    return [
        [None if value == "" else read(value) for read, value in zip(readers, values, strict=True)]
        for values in cells(rows, row_type)
    ]


def _as_it_is(value: Value) -> Value:
    return value


def _rdf(views: Views, path: Path) -> None:
    export(views.graph, path)


def _page(views: Views, path: Path) -> None:
    from alliancegraph.viz.explorer.page import write_explorer

    write_explorer(views, path)


FILES = {
    "explorer.html": "the page to browse: open it in a browser",
    "alliance.xlsx": "all tables, as an Excel workbook",
    "alliance.ttl": "the graph, as Turtle",
    "claims.csv": "every fact with its sentence",
    "contributions.csv": "who contributes to which goal",
    "statistics.csv": "every number that a report gives",
    "inferred.csv": "what no report states: links that rules or readers infer",
    "sections.csv": "the form's sections, their state, and how far each is read",
    "warnings.csv": "what was unsure when the reports were read",
}
WORKBOOK = ".xlsx"
OF_TABLES: dict[str, Callable[[Tables, Path], None]] = {".csv": _csv, WORKBOOK: _workbook}  # by the files' endings
OF_VIEWS: dict[str, Callable[[Views, Path], None]] = {**dict.fromkeys(EXPORTS, _rdf), ".html": _page}
MANY = 3_000  # claims from which on the workbook is written in another process


def write_files(store: Store, folder: Path, names: Iterable[str] = FILES) -> Views:
    """Write the named files of a build, and their description, into a folder; return the views they were made from.

    Of many claims the workbook is written in another process: it takes as long as all others.
    """
    views, paths = Views(store), [folder / name for name in names]
    claims = sum(1 for _ in store.match(predicate=AG.claimId))
    with beside(claims >= MANY, "writes the workbook") as call:
        call(_begin)  # so that the process has started when the rows are made
        tables = Tables.of(views, _needed(path for path in paths if path.suffix in OF_TABLES))
        call(_write_tables, tables, [path for path in paths if path.suffix == WORKBOOK])
        _write_tables(tables, (path for path in paths if path.suffix in {*OF_TABLES} - {WORKBOOK}))
        for path in (path for path in paths if path.suffix in OF_VIEWS):
            OF_VIEWS[path.suffix](views, path)
    write_whole(folder / NAME, catalogue(store, sorted(path for path in paths if path.is_file())))
    return views


def _begin() -> None:
    """Do nothing: to be called, a process loads this module."""


def _needed(paths: Iterable[Path]) -> set[str]:
    """Return the names of the tables that the files contain."""
    return {name for path in paths for name in ([path.stem] if path.stem in TABLES else TABLES)}


def _write_tables(tables: Tables, paths: Iterable[Path]) -> None:
    for path in paths:
        OF_TABLES[path.suffix.lower()](tables, path)


def write_file(graph: Queryable, path: Path) -> None:
    """Write the file that the name means, from a build or an endpoint.

    Raise FormatError for an unknown ending, and for an unknown table.
    """
    ending = path.suffix.lower()
    if ending not in (*OF_VIEWS, *OF_TABLES):
        found, expected = f"the ending '{path.suffix}'", f"one of {', '.join((*OF_VIEWS, *OF_TABLES))}"
        raise FormatError(Problem(found, expected, "Choose one of these endings.", path))
    if ending == ".csv" and path.stem not in TABLES:
        remedy = "Name the file as a build does, such as claims.csv."
        raise FormatError(Problem(f"no table '{path.stem}'", f"one of {', '.join(TABLES)}", remedy, path))
    if ending in OF_VIEWS:
        OF_VIEWS[ending](Views(graph), path)
    else:
        _write_tables(Tables.of(Views(graph), _needed([path])), [path])
