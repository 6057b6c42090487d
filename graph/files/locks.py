"""Locks of the operating system, which are released when the process that holds them ends, however it ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_PAUSE = 0.1  # seconds between two looks at a lock that another process holds

if sys.platform == "win32":
    import msvcrt

    _FAR = 2**30  # what is locked cannot be read there, so no byte is locked that anybody writes

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
    """Lets one process at a time into such a block over that file, which then holds its number.

    Calls `busy` once if another is in one, and waits. Raises OSError where the file cannot be made or locked.
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
    """The file, made anew with its folder where somebody removes them at this moment."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            return path.open("a+b")


def _nothing() -> None:
    """Tells it only once."""


def _is_at(path: Path, fd: int) -> bool:
    """Whether the path still names what was opened there."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


class Hold:
    """While it lives nobody who asks `unheld` removes that folder; raises FileNotFoundError if somebody just did."""

    def __init__(self, folder: Path) -> None:
        self._fd = _folder(folder)
        if self._fd is not None and not (_granted(self._fd, shared=True) and _is_at(folder, self._fd)):
            raise FileNotFoundError(folder)

    def __del__(self) -> None:
        fd = getattr(self, "_fd", None)
        if fd is not None:
            os.close(fd)


def _granted(fd: int, shared: bool) -> bool:
    """Whether the lock is ours; file systems that have none for folders hold nothing, and keep nobody away."""
    try:
        return _locked(fd, shared)
    except OSError:
        return True


@contextmanager
def unheld(folder: Path) -> Iterator[bool]:
    """Whether nobody holds the folder; nobody can while the block runs."""
    fd = _folder(folder)
    try:
        yield fd is None or _granted(fd, shared=False)
    finally:
        if fd is not None:
            os.close(fd)
