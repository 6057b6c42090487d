"""Puts a build in place: everything is made in a fresh folder, and `build/` is then pointed at it by one rename."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from graph.errors import Problem, StoreError

BUILDS = ".builds"
KEPT = 2


@contextmanager
def fresh_folder(out: Path) -> Iterator[Path]:
    """An empty folder to build in; when the block ends well, `out` shows it, else it is gone and `out` is as it was.

    Raises StoreError if `out` is something that no build made, or cannot be written.
    """
    out = Path(os.path.normpath(Path.cwd() / out))
    _refuse_foreign(out)
    builds = out.parent / BUILDS
    try:
        builds.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="new-", dir=builds))
    except OSError as error:
        found = f"cannot be written ({error.strerror})"
        raise StoreError(Problem(found, "a folder to write to", "Choose another with --out.", builds)) from None
    try:
        yield folder
        target = _settle(folder)
        _point(out, target)
        _prune(builds, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_foreign(out: Path) -> None:
    here = Path.cwd()
    if out in (here, *here.parents) or (out.exists() and not out.is_symlink() and not _made_by_us(out)):
        remedy = "Move it away, or choose another folder with --out."
        raise StoreError(Problem("is in the way", "a link that an earlier build made, or nothing", remedy, out))


def _made_by_us(out: Path) -> bool:
    """Whether a plain folder is empty, or a build that stands there because links are not allowed, and nothing else."""
    entries = list(out.iterdir()) if out.is_dir() else [out]
    others = [entry for entry in entries if entry.suffix not in (".ttl", ".csv", ".html") and entry.name != "store"]
    return not others and (not entries or (out / "store" / "CURRENT").is_file())


def _settle(folder: Path) -> Path:
    """Moves the finished folder to one named by its files, unless that very build is there already.

    A build of a store alone has no files to compare, so it keeps a name of its own.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file())
    target = folder.with_name(_digest(files) if files else folder.name.removeprefix("new-"))
    if not _same_files(files, target):
        shutil.rmtree(target, ignore_errors=True)
        folder.chmod(0o755)
        folder.rename(target)
    return target


def _digest(files: list[Path]) -> str:
    digest = sha256()
    for path in files:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _same_files(files: list[Path], target: Path) -> bool:
    twins = [(path, target / path.name) for path in files]
    return (
        bool(files)
        and (target / "store").is_dir()
        and all(t.is_file() and p.read_bytes() == t.read_bytes() for p, t in twins)
    )


def _point(out: Path, target: Path) -> None:
    link = out.with_name(f".{out.name}-{os.getpid()}")
    with suppress(FileNotFoundError):
        link.unlink()
    try:
        link.symlink_to(Path(BUILDS) / target.name, target_is_directory=True)
    except OSError:
        _move_into_place(out, target)
        return
    if out.is_dir() and not out.is_symlink():
        shutil.rmtree(out)
    link.replace(out)


def _move_into_place(out: Path, target: Path) -> None:
    """Two renames, for systems that grant no links."""
    old = target.with_name("old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    target.rename(out)


def _prune(builds: Path, current: Path) -> None:
    """Removes all but the newest builds and those that a link shows, so that whoever reads the last one can finish."""
    shown = {link.resolve() for link in builds.parent.iterdir() if link.is_symlink()}
    done = [p for p in builds.iterdir() if not p.name.startswith("new-") and p.resolve() not in shown - {current}]
    newest = sorted(done, key=lambda path: (path == current, path.stat().st_mtime), reverse=True)
    for path in newest[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
