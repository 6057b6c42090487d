"""`alliancegraph publish`: uploads the graph of a build to a SPARQL server."""

import argparse
import os

from alliancegraph.commands.options import add_build
from alliancegraph.terminal import tell

HELP = "upload the graph to a SPARQL server"
PASSWORD = "ALLIANCEGRAPH_PASSWORD"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.description = (
        "Sends each named graph whole, by the Graph Store Protocol or, where the server has none, by SPARQL Update. "
        "What is there already is not sent again, so a publication that broke off goes on where it was."
    )
    parser.epilog = (
        "example: alliancegraph publish --to http://127.0.0.1:7878/store\n"
        "then:    alliancegraph ask contributors --goal 4.1 --on http://127.0.0.1:7878/query"
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--to", required=True, metavar="URL", help="the server's address for graphs (Graph Store Protocol) or updates"
    )
    parser.add_argument(
        "--user", default="", help=f"user name, if the server asks for one; the password is read from {PASSWORD}"
    )
    add_build(parser)


def run(arguments: argparse.Namespace) -> None:
    """Publish the build."""
    from alliancegraph.graph.engines.graphstore import GraphStore
    from alliancegraph.graph.engines.publish import publish
    from alliancegraph.graph.engines.store import Store

    store = Store.open(arguments.build / "store")
    with GraphStore(arguments.to, arguments.user, os.environ.get(PASSWORD, "")) as target:
        publish(store, target, tell)
    tell(f"published: {arguments.to}")
