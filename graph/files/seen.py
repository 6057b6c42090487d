"""Records which files a computation read, so that its result can be used again while they are unchanged."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path

Seen = Mapping[Path, str]  # the checksum of each path: of a file's content or a folder's names, empty if absent
_ABSENT = ""
_looks: ContextVar[dict[Path, str] | None] = ContextVar("looks", default=None)


@contextmanager
def looking() -> Iterator[Seen]:
    """Record what the block reads through the functions of this module."""
    looks: dict[Path, str] = {}
    token = _looks.set(looks)
    try:
        yield looks
    finally:
        _looks.reset(token)


def is_as_seen(seen: Seen) -> bool:
    """Return whether every path is unchanged."""
    return all(_checksum(path) == checksum for path, checksum in seen.items())


def read_bytes(path: Path) -> bytes:
    """Return the content of the file; raise OSError if it cannot be read."""
    found = path.read_bytes()
    _note(path, sha256(found).hexdigest())
    return found


def is_there(path: Path) -> bool:
    """Return whether there is a file or a folder; of a folder, the names in it are recorded."""
    _note(path, _checksum(path))
    return path.exists()


def _note(path: Path, checksum: str) -> None:
    looks = _looks.get()
    if looks is not None:
        looks[Path.cwd() / path] = checksum


def _checksum(path: Path) -> str:
    try:
        if path.is_dir():
            return sha256("\n".join(sorted(entry.name for entry in path.iterdir())).encode()).hexdigest()
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return _ABSENT
