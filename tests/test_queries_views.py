"""Views: a type of rows for each, with a field for each column; what is made from them is the same from an endpoint."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from alliancegraph.cli import main
from alliancegraph.files import FILES
from alliancegraph.graph.engines.store import Store
from alliancegraph.queries.views import rows
from alliancegraph.queries.views.reading import VIEWS, read, view
from tests.engines import oxigraph

ROOT = Path(__file__).parent.parent
ROWS = [rows.__dict__[path.stem.capitalize()] for path in sorted(VIEWS.glob("*.rq"))]
OWN_SELECTS: dict[str, set[str]] = {  # what may ask beside the questions and the views, and why
    "alliancegraph": {"cli.py", "serve.py"},  # examples for the command line
    "graph": {
        "checks.py",  # looks whether a store is of a version that it can read
        "dataset.py",  # describes a store while it is written
        "endpoint.py",  # gives triples that a server sent in the type of a store's own
        "exports.py",  # takes over all that an endpoint has
        "graphstore.py",  # compares what a server has with what is published
        "parts.py",  # counts the rows of any query
        "queryable.py",  # one value of a thing
        "rdflib_view.py",  # answers rdflib's own look-ups
    },
    "queries": {
        "hints.py",  # asks parts of a person's own query by themselves
        "functions.py",  # seeks a text in other letters
        "unknownthings.py",  # looks for the IRIs of a person's own query
        "unknownvalues.py",  # looks for the values of a person's own query
    },
    "viz": set(),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_view_has_a_column_for_each_field(store: Store, row: type[NamedTuple]) -> None:
    columns = [variable.value for variable in store.select(view(row).sparql).variables]
    assert [re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", column) for column in columns] == list(row._fields)


def test_every_type_of_rows_has_its_view() -> None:
    types = {name for name, kind in vars(rows).items() if isinstance(kind, type) and hasattr(kind, "_fields")}
    assert types - {"NamedTuple"} == {row.__name__ for row in ROWS}


def test_what_is_not_there_is_an_empty_text(store: Store) -> None:
    assert {row.actor for row in read(rows.Contribution, store)} >= {""}
    assert {type(row.year) for row in read(rows.Report, store)} == {int}
    assert any(not isinstance(fact.object, str) and fact.object.value for fact in read(rows.Fact, store))


@pytest.mark.parametrize("room", OWN_SELECTS)
def test_queries_stand_in_the_library_and_the_views(room: str) -> None:
    assert {path.name for path in (ROOT / room).rglob("*.py") if any(map(_asks, _texts(path)))} == OWN_SELECTS[room]


def _asks(text: str) -> bool:
    return re.search(r"\b(SELECT|CONSTRUCT|ASK) (DISTINCT )?[?({*]", text) is not None


def _texts(path: Path) -> Iterator[str]:
    """Return the texts of a module, its docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
    docstrings = [body[0].value for body in bodies if isinstance(body[0], ast.Expr)]
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in docstrings)
    return (node.value for node in texts if isinstance(node.value, str))


@pytest.fixture(scope="module")
def address(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(build / "alliance.ttl", tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_same_from_an_endpoint(address: str, build: Path, tmp_path: Path, name: str) -> None:
    assert main(["export", str(tmp_path / name), "--on", address]) == 0
    assert (tmp_path / name).read_bytes() == (build / name).read_bytes()


def test_quads_that_stand_in_no_named_graph_are_exported(address: str, build: Path, tmp_path: Path) -> None:
    assert main(["export", str(tmp_path / "all.nq"), "--on", address]) == 0
    assert main(["export", str(tmp_path / "all.nt"), "--build", str(build)]) == 0
    assert (tmp_path / "all.nq").read_bytes() == (tmp_path / "all.nt").read_bytes()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("claim.csv", "claim.csv: no table 'claim'; expected one of claims, sections"),
        ("claims.parquet", "claims.parquet: the ending '.parquet'; expected one of .ttl, .nt, .nq, .html, .csv, .xlsx"),
    ],
)
def test_a_name_that_promises_nothing_is_refused(
    build: Path, tmp_path: Path, name: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / name), "--build", str(build)]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / name).exists()
