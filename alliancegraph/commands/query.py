"""`alliancegraph query`: a SPARQL query of one's own."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from alliancegraph.commands.answering import give
from alliancegraph.commands.options import add_reading, graph_asked
from alliancegraph.terminal import let_interrupts_through, tell
from graph.errors import Problem, SparqlError

if TYPE_CHECKING:
    from queries.formats import Result

HELP = "run your own SPARQL query"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", help="a file with the query, or - for standard input")
    add_reading(parser)


def run(arguments: argparse.Namespace) -> None:
    """Prints the answer, and on standard error notes: words that the ontology lacks, why there is no answer."""
    from queries.ask import query
    from queries.words import unknown_words

    sparql = _read(arguments.file)
    for line in unknown_words(sparql):
        tell(f"alliancegraph: note: {line}")
    let_interrupts_through()
    graph = graph_asked(arguments)
    result = query(graph, sparql)
    give(result, arguments)
    if not result or _lacks_a_column(result):
        from queries.hints import hints

        for line in hints(graph, sparql):
            tell(f"alliancegraph: note: {line}")


def _lacks_a_column(result: "Result") -> bool:
    columns = [] if isinstance(result, bool) else zip(*result.terms, strict=True)
    return any(all(term is None for term in column) for column in columns)


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Check the path; `-` reads standard input."
        raise SparqlError(Problem(f"cannot be read ({error})", "a SPARQL file", remedy, Path(name))) from None
