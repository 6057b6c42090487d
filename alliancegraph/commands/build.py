"""`alliancegraph build`: reports in, graph, tables and page out."""

import argparse

from alliancegraph.commands.options import add_out, add_reports
from alliancegraph.terminal import say, tell

HELP = "read reports, build the graph, tables and page"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.epilog = (
        "examples: alliancegraph build (the reports that ship); "
        "alliancegraph build estonia-2014.txt estonia-2015.txt --out build"
    )
    add_reports(parser)
    add_out(parser)


def run(arguments: argparse.Namespace) -> None:
    """Builds, and prints what was found."""
    from alliancegraph.build import build
    from alliancegraph.reading import checked_reports
    from alliancegraph.summary import summary

    reports = checked_reports(arguments.report, arguments.claims, arguments.form, tell)
    build(reports, arguments.out, tell)
    for line in summary(arguments.out):
        say(line)
