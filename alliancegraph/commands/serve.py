"""`alliancegraph serve`: a SPARQL endpoint on this machine, with a page to ask from."""

import argparse
from pathlib import Path

from alliancegraph.commands.options import at_least
from alliancegraph.queries.server.limits import Limits
from alliancegraph.terminal import say

HELP = "answer SPARQL over HTTP on this machine, with a page to ask from"
EPILOG = """\
examples:
  alliancegraph serve                              then open http://127.0.0.1:8080/ in a browser
  alliancegraph serve --port 0                     on any free port; the first line says which
  alliancegraph serve --seconds 60 --rows 100000   for long questions of your own
  curl http://127.0.0.1:8080/sparql -H 'Accept: text/csv' --data-urlencode 'query=SELECT * { ?s ?p ?o } LIMIT 5'

Ctrl+C stops it. A new `alliancegraph build` is answered from at once. Updates, SERVICE and FROM are refused.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    limits = Limits()
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "A read-only SPARQL 1.1 endpoint on 127.0.0.1: only programs on this machine can ask it."
    parser.epilog = EPILOG
    parser.add_argument("--build", type=Path, default=Path("build"), metavar="DIR", help="default: build")
    parser.add_argument(
        "--port", type=at_least(0), default=8080, metavar="N", help="default: 8080; 0 takes any free one"
    )
    _add_limit(parser, "--seconds", limits.seconds, 1, "how long a query may run")
    _add_limit(parser, "--rows", limits.rows, 1, "how many rows or triples an answer may have")
    _add_limit(parser, "--megabytes", limits.megabytes, 200, "how much memory a query may take")


def _add_limit(parser: argparse.ArgumentParser, option: str, default: int, least: int, help: str) -> None:
    help = f"{help} (default: {default})"
    parser.add_argument(option, type=at_least(least), default=default, metavar="N", help=help)


def run(arguments: argparse.Namespace) -> None:
    """Print the addresses, and serve until stopped."""
    from alliancegraph.graph.engines.store import Store
    from alliancegraph.serve import listen, serve

    Store.open(arguments.build / "store")
    limits = Limits(arguments.seconds, arguments.megabytes, arguments.rows)
    listening = listen(arguments.port)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    say(f"{address}/ is the page, {address}/sparql the endpoint; Ctrl+C stops them.")
    serve(arguments.build, limits, listening)
