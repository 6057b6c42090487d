"""The files that a build holds beside its store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph.exports import export
from graph.store import Store
from graph.writing import write_whole
from ontology.terms import XSD
from queries.tables.claims import claim_rows
from queries.tables.rows import ClaimRow, ContributionRow, InferredRow, SectionRow, StatisticRow, to_csv
from queries.tables.tables import contribution_rows, inferred_rows, section_rows, statistic_rows
from queries.views.alliance import Views

Row = ClaimRow | SectionRow | ContributionRow | StatisticRow | InferredRow
TABLES: dict[str, tuple[Callable[[Views], Sequence[Row]], type[Row]]] = {
    "claims": (claim_rows, ClaimRow),
    "sections": (section_rows, SectionRow),
    "contributions": (contribution_rows, ContributionRow),
    "statistics": (statistic_rows, StatisticRow),
    "inferred": (inferred_rows, InferredRow),
}
DATATYPES = {"value": XSD.decimal, "period_start": XSD.date, "period_end": XSD.date}  # of columns that hold texts
HOW_TO_READ = (
    "What is counted is reporting, not performance. No actor: the text names nobody. Blank in the form does not say "
    "that nothing was done; what is not read is neither blank nor without an action."
)


class Tables:
    """The tables of a store, each made once."""

    def __init__(self, store: Store) -> None:
        self.store, self.views = store, Views(store)
        self._rows: dict[str, Sequence[Row]] = {}

    def rows(self, name: str) -> Sequence[Row]:
        """The rows of the table of that name."""
        if name not in self._rows:
            self._rows[name] = TABLES[name][0](self.views)
        return self._rows[name]


Write = Callable[[Tables, Path], None]


def _turtle(tables: Tables, path: Path) -> None:
    export(tables.store, path)


def _csv(tables: Tables, path: Path) -> None:
    write_whole(path, to_csv(tables.rows(path.stem), TABLES[path.stem][1]))


def _workbook(tables: Tables, path: Path) -> None:
    """All tables as one workbook, for those whose spreadsheet reads CSV in another encoding."""
    from queries.workbook import Sheet, reports_about, sheets

    made = [
        Sheet(name, [field.name for field in fields(row_type)], [list(_terms(row)) for row in tables.rows(name)])
        for name, (_, row_type) in TABLES.items()
    ]
    write_whole(path, sheets(made, [("How to read it", HOW_TO_READ), *reports_about(tables.views.reports.values())]))


def _terms(row: Row) -> Iterator[Literal | None]:
    for field in fields(row):
        value, datatype = getattr(row, field.name), DATATYPES.get(field.name)
        if value == "":
            yield None
        else:
            yield Literal(value, datatype=NamedNode(datatype)) if datatype else Literal(value)


def _page(tables: Tables, path: Path) -> None:
    from viz.explorer import write_explorer

    write_explorer(tables.views, path)


FILES: dict[str, Write] = {
    "alliance.ttl": _turtle,
    **{f"{name}.csv": _csv for name in TABLES},
    "alliance.xlsx": _workbook,
    "explorer.html": _page,
}


def write_files(store: Store, folder: Path, names: Iterable[str] = FILES) -> None:
    """Writes those files for a store into a folder."""
    tables = Tables(store)
    for name in names:
        FILES[name](tables, folder / name)
