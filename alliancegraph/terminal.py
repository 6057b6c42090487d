"""How the command line speaks: answers on standard output, progress and trouble on standard error."""

import argparse
import io
import os
import sys
from contextlib import suppress

from queries.wrapping import screen


class Help(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse would load much to find out how wide that is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=screen() - 2)


class HelpAsWritten(Help, argparse.RawDescriptionHelpFormatter):
    """The same, with descriptions in the lines that they have."""


def tell(progress: str) -> None:
    """A line on standard error."""
    print(progress, file=sys.stderr)


def write_out(written: str | bytes, text_format: str) -> None:
    """Prints a text or bytes: machines get UTF-8, a terminal that lacks a character gets a mark in its place."""
    if isinstance(written, bytes):
        sys.stdout.buffer.write(written)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        for_people = text_format == "table"
        sys.stdout.reconfigure(
            encoding=None if for_people else "utf-8", newline=None if for_people else "", errors="replace"
        )
    print(written, end="")


def leave_output() -> None:
    """Nothing more can be written: what Python still holds goes nowhere, so that leaving makes no noise."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def let_interrupts_through() -> None:
    """The engine does not hear Python's Ctrl-C while it works; the system's own way stops it at once."""
    import signal

    with suppress(ValueError):  # only the main thread may say so
        signal.signal(signal.SIGINT, signal.SIG_DFL)
