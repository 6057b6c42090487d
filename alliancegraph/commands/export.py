"""`alliancegraph export`: writes the graph, a table or the page to a file."""

import argparse

from alliancegraph.commands.options import add_graph, file_name, graph_asked
from alliancegraph.terminal import tell

HELP = "write the graph as Turtle, N-Triples or N-Quads, a table, or the page"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.description = (
        "Turtle (.ttl) and N-Triples (.nt) give every triple once; N-Quads (.nq) keeps the named graphs, for `load`. "
        "A table is named as in a build, such as claims.csv; .xlsx has all of them, .html is the page to browse."
    )
    parser.epilog = "example: alliancegraph export alliance.nq"
    parser.add_argument("file", type=file_name, help="where to write; its ending says what")
    add_graph(parser)


def run(arguments: argparse.Namespace) -> None:
    """Write the file."""
    from alliancegraph.files import write_file

    write_file(graph_asked(arguments), arguments.file)
    tell(f"written: {arguments.file}")
