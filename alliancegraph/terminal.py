"""Terminal output: answers on standard output, progress and errors on standard error.

Progress that cannot be written is dropped; an answer that cannot be written is an error.
"""

import argparse
import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import Any, TextIO

from alliancegraph.queries.answers.wrapping import screen, visible

_UNHEARD = {errno.EPIPE, errno.EBADF, errno.EINVAL}  # Windows says the last of a pipe whose reader is gone
_STOPS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
Tell = Callable[[str], None]
_Handler = Callable[[int, FrameType | None], Any] | int | None


class Help(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse would import much to find its width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=screen() - 2)


class HelpAsWritten(Help, argparse.RawDescriptionHelpFormatter):
    """Help with the line breaks of its descriptions."""


def open_streams() -> None:
    """Replace closed standard streams, whose numbers the next opened file would get.

    The replacements fail as the closed streams would. Characters that a stream's encoding lacks are escaped.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)  # takes the lowest number that is free
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)
    if not sys.stdout or isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        sys.stdout = _buffered(sys.stdout)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _buffered(stream: TextIO | None) -> TextIO:
    """Return standard output with a buffer: without one (PYTHONUNBUFFERED), Python ignores partial writes."""
    return os.fdopen(1, "w", encoding=stream.encoding if stream else None, closefd=False)


def tell(progress: str) -> None:
    """Print a line on standard error; ignore it if that is closed."""
    try:
        print(visible(progress), file=sys.stderr, flush=True)
    except OSError:
        leave(2)


def say(line: str) -> None:
    """Print a line about finished work; ignore a closed standard output, and raise OSError if a disk is full."""
    try:
        print(visible(line), flush=True)
    except OSError as error:
        leave(1)
        if error.errno not in _UNHEARD:
            raise


def write_out(written: str | bytes, text_format: str) -> None:
    """Print a text or bytes: text in the terminal's encoding for people, UTF-8 for machines."""
    if isinstance(written, bytes):
        sys.stdout.buffer.write(written)
        return
    if isinstance(sys.stdout, io.TextIOWrapper) and text_format != "table":
        sys.stdout.reconfigure(encoding="utf-8", newline="", errors="replace")
    print(visible(written.replace("\r\n", "\n")) if sys.stdout.isatty() else written, end="")


def show(lines: Iterable[str]) -> None:
    """Print lines that hold no characters but what a terminal may be sent; colours of `painter` among them."""
    for line in lines:
        print(line)


def painter() -> Callable[[str, str], str]:
    """Return a function that gives a text the colours of an ANSI code; none unless a terminal shows it.

    Whoever sets NO_COLOR (no-color.org) wants none.
    """
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        return lambda text, code: f"\x1b[{code}m{text}\x1b[0m"
    return lambda text, _: text


def leave(number: int) -> None:
    """Discard all further output to a stream that cannot be written, so that Python exits without an error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)


@contextmanager
def orderly() -> Iterator[None]:
    """Turn signals to stop into exceptions while the block runs; the exit code names the signal."""
    with _handled({number: _stop for number in _STOPS if signal.getsignal(number) is signal.SIG_DFL}):
        yield


@contextmanager
def at_once() -> Iterator[None]:
    """Let signals end the process immediately while the block runs, because the engine notices no exception."""
    heard = [number for number in (signal.SIGINT, *_STOPS) if callable(signal.getsignal(number))]
    with _handled(dict.fromkeys(heard, signal.SIG_DFL)):
        yield


@contextmanager
def _handled(handlers: Mapping[signal.Signals, _Handler]) -> Iterator[None]:
    if current_thread() is not main_thread():  # only the main thread may set handlers
        yield
        return
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
