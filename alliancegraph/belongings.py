"""Tells the files that a build made, which its checksums list, from the user's own files in the same folder."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from alliancegraph.files import FILES
from alliancegraph.graph.exchange.catalogue import NAME
from alliancegraph.graph.files.checksums import file_sha256
from alliancegraph.graph.files.nearby import is_build
from alliancegraph.terminal import Tell

SUMS = "SHA256SUMS"
_STORE = "store"
_Sums = dict[str, str]


def seal(folder: Path) -> None:
    """Write the checksums of the folder's files but the store's, in the format of `sha256sum --check`."""
    entries = (entry for entry in sorted(folder.iterdir()) if entry.name != _STORE)
    lines = [
        f"{file_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for entry in entries for path in _files(entry)
    ]
    (folder / SUMS).write_bytes("".join(lines).encode())


def checksums(folder: Path) -> dict[Path, str]:
    """Return the checksum of each file in the folder and its subfolders, by relative path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): file_sha256(path) for path in files}


def is_ours(folder: Path) -> bool:
    """Return whether the folder is a build, with or without checksums, whatever else it holds."""
    return is_build(folder) and ((folder / SUMS).is_file() or not strangers(folder))


def strangers(folder: Path) -> list[Path]:
    """Return the files that no build made there, or that were changed since."""
    sums = _sums(folder)
    return [entry for entry in sorted(folder.iterdir()) if not _is_as_made(folder, entry, sums)]


def _sums(folder: Path) -> _Sums:
    """Return the checksum of each file as it was made; without a list of checksums, the present ones."""
    if not (folder / SUMS).is_file():
        return {name: file_sha256(folder / name) for name in (*FILES, NAME) if (folder / name).is_file()}
    lines = (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _is_as_made(folder: Path, entry: Path, sums: _Sums) -> bool:
    found = {path.relative_to(folder).as_posix(): path for path in _files(entry)}
    made = bool(found) and all(sums.get(name) == file_sha256(path) for name, path in found.items())
    return entry.name in (_STORE, SUMS) or made


def _files(entry: Path) -> list[Path]:
    """Return the file itself, or the files of a folder and of its subfolders."""
    return [entry] if entry.is_file() else sorted(path for path in entry.rglob("*") if path.is_file())


def bring_along(builds: Iterable[Path], out: Path, tell: Tell) -> None:
    """Move files that no build made into the build that `out` shows, from the newest of the others first.

    Report the files that get another name, because the build has a file of that name, or that cannot be moved.
    """
    theirs = [entry for build in reversed([*builds]) for entry in strangers(build)]
    for entry in sorted(theirs, key=lambda entry: (out / entry.name).exists()):
        place = next(path for path in _places(out / entry.name) if not path.exists() and not path.is_symlink())
        if place.name != entry.name:
            tell(f"{entry.name} is not as a build made it: kept as {place}")
        try:
            entry.rename(place)
        except OSError as error:
            tell(f"{entry} could not be moved to {out}: {error.strerror}")


def _places(path: Path) -> Iterator[Path]:
    """Yield the path, and variants of it: `claims.kept.csv`, `claims.kept-2.csv`."""
    yield path
    yield path.with_name(f"{path.stem}.kept{path.suffix}")
    yield from (path.with_name(f"{path.stem}.kept-{number}{path.suffix}") for number in count(2))
