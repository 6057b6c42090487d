"""`alliancegraph build`: reports in, graph, tables and page out."""

import argparse

from alliancegraph.commands.options import add_fresh, add_out, add_reports, reports_named
from alliancegraph.terminal import say, tell

HELP = "read reports, build the graph, tables and page"


def add(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.epilog = (
        "examples: alliancegraph build (the reports that ship); "
        "alliancegraph build estonia-2014.txt estonia-2015.txt --out build"
    )
    add_reports(parser)
    add_fresh(parser)
    add_out(parser)


def run(arguments: argparse.Namespace) -> None:
    """Build, and print a summary."""
    from alliancegraph.build import build
    from alliancegraph.reports import checked_reports
    from alliancegraph.summary import summary

    reports = checked_reports(reports_named(arguments), arguments.fresh, tell)
    views = build(reports, arguments.out, tell)
    for line in summary(views, arguments.out):
        say(line)
