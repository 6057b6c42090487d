"""The order of rows is SPARQL's own, whatever makes it."""

from pathlib import Path

import pytest

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.sparql.ordering import ordered_rows
from alliancegraph.queries.views.reading import VIEWS

MIXED = """SELECT ?n ?term WHERE {
  VALUES (?n ?term) {
    (1 "b") (2 10) (3 <https://b.example/>) (4 UNDEF) (5 "a"@en) (6 9) (7 <https://a.example/>) (8 2.5) (9 "ä") (10 "Z")
  }
}
ORDER BY ?term"""


@pytest.mark.parametrize(
    "path", [path for path in sorted(VIEWS.glob("*.rq")) if "ORDER BY" in path.read_text()], ids=lambda path: path.stem
)
def test_each_view_has_the_order_of_its_last_line(store: Store, path: Path) -> None:
    sparql = path.read_text(encoding="utf-8")
    assert ordered_rows(store, sparql) == [tuple(row) for row in store.select(sparql)]


def test_terms_of_all_kinds_have_the_order_of_the_standard() -> None:
    rows = ordered_rows(Store.memory(), MIXED)
    assert [str(row[0])[1:].partition('"')[0] for row in rows] == ["4", "7", "3", "8", "6", "2", "10", "5", "1", "9"]


@pytest.mark.parametrize("ending", ["ORDER BY DESC(?n)", "ORDER BY ?n LIMIT 2", ""])
def test_what_ends_otherwise_is_the_engines(ending: str) -> None:
    sparql = f"SELECT ?n {{ VALUES ?n {{ 1 3 2 }} }} {ending}"
    assert ordered_rows(Store.memory(), sparql) == [tuple(row) for row in Store.memory().select(sparql)]
