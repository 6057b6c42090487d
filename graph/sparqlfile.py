"""SPARQL files with front matter: leading `#+ ` lines hold YAML, and the file stays valid SPARQL."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from graph.errors import InputError, Problem
from graph.textfile import read_text

MARK = "#+"


class SparqlFile(NamedTuple):
    """A query, by its file's name, with what its front matter says of it."""

    name: str
    path: Path
    header: dict[str, Any]
    sparql: str

    @property
    def title(self) -> str:
        return str(self.header["title"])


def read_sparql(path: Path) -> SparqlFile:
    """The query in the file; raises InputError if its front matter is no YAML or has no title."""
    sparql = read_text(path)
    lines = [line[len(MARK) + 1 :] for line in sparql.splitlines() if line.startswith(MARK)]
    try:
        header = yaml.load("\n".join(lines), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise InputError(Problem(f"front matter is not YAML ({error})", "YAML behind #+", "Mend it.", path)) from None
    if not isinstance(header, dict) or "title" not in header:
        raise InputError(Problem("no title", "`#+ title: …` in the first lines", "Add one.", path, 1))
    return SparqlFile(path.stem, path, header, sparql)
