"""How the command line speaks: answers on standard output, progress and trouble on standard error."""

import io
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import Results


def tell(progress: str) -> None:
    """A line on standard error."""
    print(progress, file=sys.stderr)


def answer(results: "Results", results_format: str) -> None:
    """Prints the results in that format."""
    from queries.formats import formatted

    write_out(formatted(results, results_format), results_format)


def write_out(text: str, text_format: str) -> None:
    """Prints a text: machines get UTF-8, a terminal that lacks a character gets a mark in its place."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        for_people = text_format == "table"
        sys.stdout.reconfigure(encoding=None if for_people else "utf-8", errors="replace")
    print(text, end="")


def leave_output() -> None:
    """Nothing more can be written: what Python still holds goes nowhere, so that leaving makes no noise."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def let_interrupts_through() -> None:
    """The engine does not hear Python's Ctrl-C while it works; the system's own way stops it at once."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
