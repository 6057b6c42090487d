"""Runs the notebook for analysts; `python -m tests.notebook` stores its outputs anew, from build/."""

from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "analyst.ipynb"


def read(path: Path = NOTEBOOK) -> Any:
    """The notebook as it is stored."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def executed(folder: Path) -> Any:
    """The notebook as it comes out of a run in that folder, without what differs from run to run."""
    where = {"metadata": {"path": str(folder)}}
    notebook = NotebookClient(read(), resources=where, record_timing=False, timeout=120).execute()
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return notebook


if __name__ == "__main__":
    nbformat.write(executed(NOTEBOOK.parent), NOTEBOOK)  # type: ignore[no-untyped-call]
