"""Choices: answers that tick boxes or columns, as labels and which of them are ticked."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from alliancegraph.graph.model.reports import Choice
from alliancegraph.loaders.documents.boxes import OPEN, TICKED

_BOX = re.compile(rf"[{TICKED}{OPEN}]|\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔]?\s?\)(?=\s*\w)")
_MARK = re.compile(rf"[{TICKED}xX]|[a-z\d](?:\s*[,;]\s*[a-z\d])*")


def choices(answer: str) -> tuple[Choice, ...]:
    """Return the boxes or columns of an answer, in order; a label follows its box, or else precedes it.

    >>> choices("☐ Yes ☒ No")
    (Choice(label='Yes', is_ticked=False, mark=''), Choice(label='No', is_ticked=True, mark=''))
    >>> choices("Yes [x]  No [ ]")
    (Choice(label='Yes', is_ticked=True, mark=''), Choice(label='No', is_ticked=False, mark=''))
    >>> choices("Limited\\tFull\\n\\ta, b")
    (Choice(label='Limited', is_ticked=False, mark=''), Choice(label='Full', is_ticked=True, mark='a, b'))
    """
    lines = answer.splitlines()
    return tuple(_of_columns(lines)) or tuple(choice for line in lines for choice in _of_line(line))


def without_boxes(answer: str) -> str:
    """Return the lines of an answer that have no boxes and are no columns of choices."""
    lines = answer.splitlines()
    if any(_of_columns(lines)):
        return "\n".join(line for line in lines if "\t" not in line)
    return "\n".join(line for line in lines if not _BOX.search(line))


def _of_columns(lines: Sequence[str]) -> Iterator[Choice]:
    """Yield the choices of a row of labels above a row of ticks, or of letters of the items that each is for."""
    rows = [line.split("\t") for line in lines if line.strip()]
    if len(rows) < 2 or any(len(row) < 2 for row in rows[:2]):
        return
    labels, marks = ([cell.strip() for cell in row] for row in rows[:2])
    if not all(_MARK.fullmatch(mark) for mark in marks if mark) or any(map(_MARK.fullmatch, filter(None, labels))):
        return
    for label, mark in zip_longest(labels, marks, fillvalue=""):
        if label:
            yield Choice(label, bool(mark), "" if _is_ticked(mark) else mark)


def _of_line(line: str) -> list[Choice]:
    boxes = list(_BOX.finditer(line))
    if not boxes:
        return []
    edges = [0, *(edge for box in boxes for edge in box.span()), len(line)]
    labels = [line[start:end].strip(" \t:,;|") for start, end in zip(edges[::2], edges[1::2], strict=True)]
    own = labels[:-1] if labels[0] and not labels[-1] else labels[1:]
    return [Choice(label, _is_ticked(box[0])) for label, box in zip(own, boxes, strict=True)]


def _is_ticked(box: str) -> bool:
    return box != "" and (box in TICKED or any(sign in box for sign in "xX✓✔"))
