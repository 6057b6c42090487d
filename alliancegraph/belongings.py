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
_Sums = dict[str, str]


def seal(folder: Path) -> None:
    """Write the checksums of the folder's files, in the format of `sha256sum --check`."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    lines = [f"{file_sha256(path)}  {path.name}\n" for path in files]
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
    return [entry for entry in sorted(folder.iterdir()) if not _is_as_made(entry, sums)]


def _sums(folder: Path) -> _Sums:
    """Return the checksum of each file as it was made; without a list of checksums, the present ones."""
    if not (folder / SUMS).is_file():
        return {name: file_sha256(folder / name) for name in (*FILES, NAME) if (folder / name).is_file()}
    lines = (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _is_as_made(entry: Path, sums: _Sums) -> bool:
    named = entry.name in sums and entry.is_file()
    return entry.name in ("store", SUMS) or (named and sums[entry.name] == file_sha256(entry))


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
