"""Locks of the operating system, which are released when the process that holds them ends, however it ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_PAUSE = 0.1  # seconds between attempts to get a lock

if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30  # locked bytes cannot be read on Windows, so a byte far behind the content is locked

    def _locked(fd: int, shared: bool = False) -> bool:
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBRLCK if shared else msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _folder(_: Path) -> int | None:
        """Nothing: the system itself lets nobody rename or remove a folder that has an open file in it."""
        return None

else:
    import fcntl

    def _locked(fd: int, shared: bool = False) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_NB | (fcntl.LOCK_SH if shared else fcntl.LOCK_EX))
        except BlockingIOError:
            return False
        return True

    def _folder(path: Path) -> int | None:
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY)


@contextmanager
def alone(path: Path, busy: Callable[[], None]) -> Iterator[None]:
    """Hold an exclusive lock on the file while the block runs; the file then holds the process id.

    If another process has the lock, call `busy` once, and wait. Raise OSError if the file cannot be made or locked.
    """
    with _owned(path, busy) as file:
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        yield


def _owned(path: Path, busy: Callable[[], None]) -> BinaryIO:
    while True:
        file = _opened(path)
        locked = _locked(file.fileno())
        if locked and _is_at(path, file.fileno()):
            return file
        file.close()
        if not locked:
            busy()
            busy = _nothing
            time.sleep(_PAUSE)


def _opened(path: Path) -> BinaryIO:
    """Open the file, and create it with its folder; try again if they are removed meanwhile."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            return path.open("a+b")


def _nothing() -> None:
    """Do nothing: `busy` is called only once."""


def _is_at(path: Path, fd: int) -> bool:
    """Return whether the path still names the open file."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


class Hold:
    """A shared lock on a folder, which `unheld` respects; raises FileNotFoundError if the folder was just removed."""

    def __init__(self, folder: Path) -> None:
        self._fd = _folder(folder)
        if self._fd is not None and not (_granted(self._fd, shared=True) and _is_at(folder, self._fd)):
            raise FileNotFoundError(folder)

    def __del__(self) -> None:
        fd = getattr(self, "_fd", None)
        if fd is not None:
            os.close(fd)


def _granted(fd: int, shared: bool) -> bool:
    """Return whether the lock was granted; True on file systems that cannot lock folders."""
    try:
        return _locked(fd, shared)
    except OSError:
        return True


@contextmanager
def unheld(folder: Path) -> Iterator[bool]:
    """Yield whether nobody holds the folder; nobody can while the block runs."""
    fd = _folder(folder)
    try:
        yield fd is None or _granted(fd, shared=False)
    finally:
        if fd is not None:
            os.close(fd)
