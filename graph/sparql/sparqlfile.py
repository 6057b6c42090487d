"""SPARQL files with front matter: leading `#+ ` lines hold YAML, and the file stays valid SPARQL."""

from pathlib import Path
from typing import Any, NamedTuple

from alliancegraph.graph.errors import InputError, Problem
from alliancegraph.graph.files.textfile import read_text
from alliancegraph.graph.files.yamltext import loaded

MARK = "#+"


class SparqlFile(NamedTuple):
    """A query with its front matter; its name is that of its file."""

    name: str
    path: Path
    header: dict[str, Any]
    sparql: str

    @property
    def title(self) -> str:
        return str(self.header["title"])


def read_sparql(path: Path) -> SparqlFile:
    """Return the query in the file; raise InputError if its front matter is malformed or has no title."""
    sparql = read_text(path)
    header = loaded(_front_matter(sparql), path)
    if "title" not in header:
        raise InputError(Problem("no title", "`#+ title: …` in the first lines", "Add one.", path, 1))
    return SparqlFile(path.stem, path, header, sparql)


def _front_matter(sparql: str) -> str:
    """Return the text after the marks; line numbers stay those of the file."""
    return "\n".join(line[len(MARK) + 1 :] if line.startswith(MARK) else "" for line in sparql.split("\n"))
