"""Runs the notebook for analysts; `python -m tests.notebook` stores its outputs anew, from build/."""

import os
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from alliancegraph.queries.answers.wrapping import USUAL

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "analyst.ipynb"


def read(path: Path = NOTEBOOK) -> Any:
    """Return the notebook as it is stored."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def executed(folder: Path) -> Any:
    """Return the notebook as it comes out of a run in that folder, without what differs from run to run.

    Its lines are as wide as where there is no terminal, whatever the terminal that it is run from.
    """
    where = {"metadata": {"path": str(folder)}}
    client = NotebookClient(read(), resources=where, record_timing=False, timeout=120)
    notebook = client.execute(env={**os.environ, "COLUMNS": str(USUAL)})
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(NOTEBOOK.parent), NOTEBOOK)  # type: ignore[no-untyped-call]
