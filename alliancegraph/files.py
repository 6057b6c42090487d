"""The files that a build holds beside its store."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.graph.exchange.catalogue import NAME, catalogue
from alliancegraph.graph.exchange.exports import EXPORTS, export
from alliancegraph.graph.files.writing import write_whole
from alliancegraph.queries.answers.datatypes import Value
from alliancegraph.queries.tables.claims import claim_rows
from alliancegraph.queries.tables.rows import (
    ClaimRow,
    ContributionRow,
    InferredRow,
    SectionRow,
    StatisticRow,
    flat,
    to_csv,
)
from alliancegraph.queries.tables.tables import contribution_rows, inferred_rows, section_rows, statistic_rows
from alliancegraph.queries.views.alliance import Views

Row = ClaimRow | SectionRow | ContributionRow | StatisticRow | InferredRow
TABLES: dict[str, tuple[Callable[[Views], Sequence[Row]], type[Row]]] = {
    "claims": (claim_rows, ClaimRow),
    "sections": (section_rows, SectionRow),
    "contributions": (contribution_rows, ContributionRow),
    "statistics": (statistic_rows, StatisticRow),
    "inferred": (inferred_rows, InferredRow),
}
READERS: dict[str, Callable[[Any], Value]] = {  # of columns that hold numbers and days as texts
    "value": Decimal,
    "period_start": date.fromisoformat,
    "period_end": date.fromisoformat,
}
HOW_TO_READ = (
    "What is counted is reporting, not performance. No actor: the text names nobody. Blank in the form does not say "
    "that nothing was done; what is not read is neither blank nor without an action."
)


class Tables:
    """The tables of a graph, each computed once."""

    def __init__(self, graph: Queryable) -> None:
        self.graph, self.views = graph, Views(graph)
        self._rows: dict[str, Sequence[Row]] = {}

    def rows(self, name: str) -> Sequence[Row]:
        """Return the rows of the table of that name."""
        if name not in self._rows:
            self._rows[name] = TABLES[name][0](self.views)
        return self._rows[name]


Write = Callable[[Tables, Path], None]


def _rdf(tables: Tables, path: Path) -> None:
    export(tables.graph, path)


def _csv(tables: Tables, path: Path) -> None:
    write_whole(path, to_csv(tables.rows(path.stem), TABLES[path.stem][1]))


def _workbook(tables: Tables, path: Path) -> None:
    """Write all tables as one workbook, for spreadsheets that read CSV in another encoding."""
    from alliancegraph.queries.answers.workbook import Sheet, reports_about, sheets

    made = [
        Sheet(name, [field.name for field in fields(row_type)], [_values(row, row_type) for row in tables.rows(name)])
        for name, (_, row_type) in TABLES.items()
    ]
    write_whole(path, sheets(made, [("How to read it", HOW_TO_READ), *reports_about(tables.views.reports.values())]))


def _values(row: Row, row_type: type[Row]) -> list[Value]:
    values = ((name, flat(getattr(row, name))) for name in row_type.__dataclass_fields__)
    return [None if value == "" else READERS.get(name, _as_it_is)(value) for name, value in values]


def _as_it_is(value: Value) -> Value:
    return value


def _page(tables: Tables, path: Path) -> None:
    from alliancegraph.viz.explorer.page import write_explorer

    write_explorer(tables.views, path)


FILES = {
    "explorer.html": "the network page: open it in a browser",
    "alliance.xlsx": "all tables, as an Excel workbook",
    "alliance.ttl": "the graph, as Turtle",
    "claims.csv": "every fact with its sentence",
    "contributions.csv": "who contributes to which goal",
    "statistics.csv": "every number that a report gives",
    "inferred.csv": "what no report states: links that rules or readers infer",
    "sections.csv": "the form's sections, their state, and how far each is read",
}
ENDINGS: dict[str, Write] = {**dict.fromkeys(EXPORTS, _rdf), ".csv": _csv, ".xlsx": _workbook, ".html": _page}


def write_files(store: Store, folder: Path, names: Iterable[str] = FILES) -> Views:
    """Write those files for a store into a folder, and their description; return the views from which they are made."""
    tables = Tables(store)
    for path in (folder / name for name in names):
        ENDINGS[path.suffix](tables, path)
    made = sorted(folder / name for name in FILES if (folder / name).is_file())
    write_whole(folder / NAME, catalogue(store, made))
    return tables.views


def write_file(graph: Queryable, path: Path) -> None:
    """Write the file that the name means, from a build or an endpoint.

    Raise FormatError for an unknown ending, and for an unknown table.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        found, expected = f"the ending '{path.suffix}'", f"one of {', '.join(ENDINGS)}"
        raise FormatError(Problem(found, expected, "Choose one of these endings.", path))
    if ending == ".csv" and path.stem not in TABLES:
        remedy = "Name the file as a build does, such as claims.csv."
        raise FormatError(Problem(f"no table '{path.stem}'", f"one of {', '.join(TABLES)}", remedy, path))
    ENDINGS[ending](Tables(graph), path)
