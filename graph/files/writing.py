"""Writes files atomically: whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside `path`, and rename it to `path` when the block succeeds.

    A pipe or a device is written to directly, and a symbolic link stays one. Any OSError names `path`.
    """
    try:
        if path.exists() and not path.is_file():
            yield path
            return
        with _beside(path.resolve()) as new:
            yield new
    except OSError as error:
        error.filename = str(path)
        raise


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    _sweep(path)
    new = path.with_name(f".{path.stem}.{os.getpid()}.new{path.suffix}")
    try:
        yield new
        if path.exists():
            new.chmod(path.stat().st_mode)
        new.replace(path)
    finally:
        with suppress(OSError):
            new.unlink()


def _sweep(path: Path) -> None:
    """Remove temporary files of processes that have ended."""
    start, end = f".{path.stem}.", f".new{path.suffix}"
    for left in path.parent.iterdir():
        number = left.name.removeprefix(start).removesuffix(end)
        if left.name == f"{start}{number}{end}" and number.isdecimal() and not _is_running(int(number)):
            left.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    import psutil

    return psutil.pid_exists(process)


def write_whole(path: Path, written: str | bytes) -> None:
    """Write bytes, or a text as UTF-8 with its line ends unchanged."""
    with whole(path) as new:
        new.write_bytes(written.encode() if isinstance(written, str) else written)
