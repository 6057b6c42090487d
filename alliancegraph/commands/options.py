"""Options that several commands share."""

import argparse
from pathlib import Path

FORMATS = ("table", "csv", "json")
ANSWER_FORMATS = (*FORMATS, "md")


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Which reports are read, and with what."""
    parser.add_argument("report", nargs="*", type=Path, help="text or PDF of a report (default: those that ship)")
    parser.add_argument("--claims", type=Path, help="the claims file (default: REPORT.claims.yaml beside the report)")
    parser.add_argument("--form", default="", help="form template: its id or a YAML file (default: recognised)")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Which graph is asked, and how the answer is written."""
    add_build(parser)
    parser.add_argument("--format", choices=ANSWER_FORMATS, default="table", help="default: table")


def add_build(parser: argparse.ArgumentParser) -> None:
    """Which build is read."""
    parser.add_argument(
        "--build", type=Path, default=Path("build"), metavar="DIR", help="the build to ask (default: build)"
    )


def add_out(parser: argparse.ArgumentParser) -> None:
    """Where a build appears."""
    parser.add_argument("--out", type=Path, default=Path("build"), help="where the build appears (default: build)")
