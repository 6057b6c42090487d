"""Options that several commands share."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from alliancegraph.graph.words.numbers import whole
from alliancegraph.queries.answers.formats import WRITTEN

if TYPE_CHECKING:
    from alliancegraph.graph.engines.queryable import Queryable
    from alliancegraph.readings import Request


def at_least(least: int) -> Callable[[str], int]:
    """Return a type for argparse: a whole number of at least `least`, else ArgumentTypeError."""

    def number(text: str) -> int:
        try:
            found = whole(text)
        except ValueError:
            found = least - 1
        if found < least:
            raise argparse.ArgumentTypeError(f"'{text}'; expected a whole number of at least {least}")
        return found

    return number


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Add the options for the reports to read, their claims and forms."""
    parser.add_argument("report", nargs="*", type=Path, help="text or PDF of a report (default: those that ship)")
    parser.add_argument("--claims", type=Path, help="the claims file (default: REPORT.claims.yaml beside the report)")
    parser.add_argument("--form", default="", help="form template: its id or a YAML file (default: recognised)")


def add_fresh(parser: argparse.ArgumentParser) -> None:
    """Add the option to read reports again that have not changed."""
    parser.add_argument("--fresh", action="store_true", help="read and build again, even if nothing has changed")


def reports_named(arguments: argparse.Namespace) -> "list[Request]":
    """Return the reports that the options name."""
    from alliancegraph.reports import requests

    return requests(arguments.report, arguments.claims, arguments.form)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options for the graph, and for how the answer is written."""
    add_graph(parser)
    parser.add_argument("--format", choices=WRITTEN, help="default: as --out ends, else table")
    parser.add_argument("--out", type=file_name, metavar="FILE", help="write the answer to that file")
    parser.add_argument("--network", type=file_name, metavar="FILE.html", help="write a network page instead")


def add_graph(parser: argparse.ArgumentParser) -> None:
    """Add the options for the graph: that of a build or of an endpoint."""
    add_build(parser)
    parser.add_argument("--on", type=_address, metavar="URL", help="a SPARQL endpoint instead of a build")
    parser.add_argument(
        "--seconds", type=at_least(1), default=60, metavar="N", help="how long to wait for an endpoint (default: 60)"
    )


def _address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f"'{text}'; expected an address such as http://127.0.0.1:8080/sparql")
    return text


def file_name(text: str) -> Path:
    """Return the path of a file to write; raise ArgumentTypeError if it ends in a slash."""
    if text.endswith(("/", os.sep)):
        raise argparse.ArgumentTypeError(f"'{text}' is a folder; expected a file")
    return Path(text)


def graph_asked(arguments: argparse.Namespace) -> "Queryable":
    """Return the graph that the options name; raise StoreError if there is no such build."""
    if arguments.on:
        from alliancegraph.graph.engines.endpoint import Endpoint

        return Endpoint(arguments.on, arguments.seconds)
    from alliancegraph.graph.engines.store import Store

    return Store.open(arguments.build / "store")


def add_build(parser: argparse.ArgumentParser) -> None:
    """Add the option for the build to read."""
    parser.add_argument(
        "--build", type=Path, default=Path("build"), metavar="DIR", help="the build to read (default: build)"
    )


def add_out(parser: argparse.ArgumentParser) -> None:
    """Add the option for the folder of the build."""
    parser.add_argument("--out", type=Path, default=Path("build"), help="the folder of the build (default: build)")
