"""Notices: what a reader was unsure of, or left out, and where."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Notice:
    """A thing that a person should look at; its code names the kind, lines and pages count from 1."""

    code: str
    what: str
    remedy: str
    path: Path | None = None
    line: int | None = None
    page: int | None = None
