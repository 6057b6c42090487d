"""Caches results in a folder of the user's, so that they are not computed again if nothing has changed.

Entries are Python pickles, each with its checksum; no file from elsewhere is ever loaded as one.
"""

import pickle
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pyoxigraph
from platformdirs import user_cache_path

from alliancegraph.graph.files.writing import write_whole

_DAYS = 30  # how long an entry is kept that nobody asks for


def keep(kind: str, key: object, result: object) -> None:
    """Write a result to the cache, under a key that its `repr` identifies.

    An OSError is ignored: the result is then computed again next time.
    """
    content = pickle.dumps(result)
    with suppress(OSError):
        file = _file(kind, key)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, sha256(content).digest() + content)
        for old in _outdated(file.parent.iterdir()):
            old.unlink(missing_ok=True)


def recall(kind: str, key: object) -> object:
    """Return the result with that key, None if the cache has none, or a damaged one."""
    with suppress(OSError):
        file = _file(kind, key)
        written = file.read_bytes()
        checksum, content = written[: sha256().digest_size], written[sha256().digest_size :]
        if sha256(content).digest() == checksum:
            file.touch()
            return pickle.loads(content)
    return None


def _outdated(files: Iterable[Path]) -> list[Path]:
    limit = time.time() - _DAYS * 24 * 60 * 60
    return [file for file in files if file.stat().st_mtime < limit]


def _file(kind: str, key: object) -> Path:
    return user_cache_path("alliancegraph") / kind / sha256(repr((Path.cwd(), key)).encode()).hexdigest()


@cache
def program(*rooms: ModuleType) -> tuple[object, ...]:
    """Return what identifies this version of the program, as far as those rooms are concerned.

    That is: the files of those rooms and of the front door, wherever the installation has them; Python; the folder of
    its libraries.
    """
    folders = [Path(__file__).parent, *(Path(room.__path__[0]).resolve() for room in rooms)]
    stats = ((str(file), file.stat()) for file in _files(folders))
    libraries = Path(pyoxigraph.__file__).parent.parent
    return (sys.version, libraries.stat().st_mtime_ns, *((name, s.st_size, s.st_mtime_ns) for name, s in stats))


def _files(folders: Sequence[Path]) -> list[Path]:
    """Return all files in the folders, each once."""
    found = (path for folder in folders for path in folder.rglob("*"))
    return sorted({path for path in found if path.suffix != ".pyc" and path.is_file()})
