"""The direction of a line of a PDF: Arabic and Hebrew are read from the right, numbers in them from the left."""

from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

from alliancegraph.loaders.documents.readers.pdfruns import Run

_FROM_RIGHT = ("R", "AL")


def is_from_right(runs: Sequence[Run]) -> bool:
    """Return whether more letters of a line are read from the right than from the left."""
    kinds = [bidirectional(letter) for run in runs for letter in run.words]
    return sum(kind in _FROM_RIGHT for kind in kinds) > kinds.count("L")


def as_read(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a line in the order in which people read them."""
    if all(run.words.isascii() for run in runs) or not is_from_right(runs):
        return list(runs)
    ordered = sorted(runs, key=lambda run: -run.box.right)
    groups = [list(group) for _, group in groupby(ordered, key=lambda run: is_from_right([run]))]
    return [run for group in groups for run in (group if is_from_right(group[:1]) else group[::-1])]
