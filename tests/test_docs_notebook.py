"""The notebook for analysts runs, and its stored outputs are those of the graph that ships."""

from pathlib import Path
from typing import Any

import pytest

from tests.notebook import executed, read


@pytest.fixture(scope="module")
def run(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("project")
    (folder / "build").symlink_to(build)
    (folder / "docs").mkdir()
    return executed(folder / "docs")


def outputs(notebook: Any) -> list[list[Any]]:
    """Return what each cell of code gives; what a machine says on standard error is left out."""
    return [
        [output for output in cell.outputs if output.get("name") != "stderr"]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def test_the_stored_outputs_are_current(run: Any) -> None:
    assert outputs(read()) == outputs(run), "run `make docs`"


def test_nothing_in_it_differs_from_run_to_run(run: Any) -> None:
    assert read().metadata == run.metadata
    assert {tuple(cell.metadata) for cell in read().cells} == {()}


def test_it_walks_through_all_ways_to_the_graph() -> None:
    code = "\n".join(cell.source for cell in read().cells if cell.cell_type == "code")
    for way in ("g.ask(", ".to_pandas()", "g.query(", "g.rdflib()", "g.networkx()", "oa:start"):
        assert way in code
