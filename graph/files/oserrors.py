"""Errors of the operating system in plain words; the engine reports them as text, without their number."""

import errno
import os
from pathlib import Path

from alliancegraph.graph.errors import Problem

_ELSEWHERE = "Choose another place."
_WORDS = {
    errno.ENOSPC: ("the disk is full", "room to write", "Make room, or choose another disk."),
    errno.EDQUOT: ("your share of the disk is used up", "room to write", "Make room, or choose another disk."),
    errno.EFBIG: ("the file would be larger than is allowed", "room to write", "Raise the limit: see `ulimit -f`."),
    errno.EROFS: ("the file system is read-only", "a place to write to", _ELSEWHERE),
    errno.EACCES: ("permission denied", "a place that you may use", "Check its permissions, or choose another."),
    errno.EPERM: ("not permitted", "a place that you may use", "Check its permissions, or choose another."),
    errno.ENOENT: ("there is no such file or folder", "one that exists", "Check the path."),
    errno.ENOTDIR: ("a part of the path is a file", "a folder", "Check the path."),
    errno.EISDIR: ("is a folder", "a file", "Name a file in it."),
    errno.ENAMETOOLONG: ("the name is too long", "a shorter one", "Choose another name."),
    errno.EMFILE: ("too many files are open", "room for one more", "Raise the limit: see `ulimit -n`."),
    errno.EBADF: ("is closed", "a way to write", "Leave it open, or write to a file."),
}


def problem(error: OSError, file: Path | str | None = None) -> Problem:
    """Return the error in plain words, about that file or the one that the error names."""
    place = file or error.filename or "the output"
    words = _WORDS.get(_number(error)) or (_text(error), "a file system that lets us", "Mend that.")
    return Problem(*words, Path(os.fsdecode(place)))


def _number(error: OSError) -> int:
    return error.errno or next((number for number in _WORDS if os.strerror(number) in _text(error)), 0)


def _text(error: OSError) -> str:
    return error.strerror or " ".join(map(str, error.args))
