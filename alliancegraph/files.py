"""The files that a build holds beside its store."""

from collections.abc import Callable, Iterable
from pathlib import Path

from graph.claimrows import ClaimRow, claim_rows
from graph.exports import export
from graph.store import Store
from graph.tables import (
    ContributionRow,
    InferredRow,
    SectionRow,
    StatisticRow,
    contribution_rows,
    inferred_rows,
    section_rows,
    statistic_rows,
    to_csv,
)
from graph.writing import write_whole

Write = Callable[[Store, Path], None]


def _page(store: Store, path: Path) -> None:
    from viz.explorer import write_explorer

    write_explorer(store, path)


FILES: dict[str, Write] = {
    "alliance.ttl": export,
    "claims.csv": lambda store, path: write_whole(path, to_csv(claim_rows(store), ClaimRow)),
    "sections.csv": lambda store, path: write_whole(path, to_csv(section_rows(store), SectionRow)),
    "contributions.csv": lambda store, path: write_whole(path, to_csv(contribution_rows(store), ContributionRow)),
    "statistics.csv": lambda store, path: write_whole(path, to_csv(statistic_rows(store), StatisticRow)),
    "inferred.csv": lambda store, path: write_whole(path, to_csv(inferred_rows(store), InferredRow)),
    "explorer.html": _page,
}


def write_files(store: Store, folder: Path, names: Iterable[str] = FILES) -> None:
    """Writes those files for a store into a folder."""
    for name in names:
        FILES[name](store, folder / name)
