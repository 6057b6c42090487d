"""Choices: answers that tick boxes, as labels and which of them are ticked."""

import re
from typing import NamedTuple

_TICKED = "☑☒■✓✔✗✘⌧\u2611\u2612\uf0fc\uf0fe\uf052\uf053🗹🗷"
_OPEN = "☐□❏❑◻▢\uf06f\uf0a8"
_BOX = re.compile(rf"[{_TICKED}{_OPEN}]|\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔]?\s?\)(?=\s*\w)")


class Choice(NamedTuple):
    """A box: its label, and whether it is ticked."""

    label: str
    is_ticked: bool


def choices(answer: str) -> tuple[Choice, ...]:
    """Return the boxes of an answer, in order; a label follows its box on the same line, or else precedes it.

    >>> choices("☐ Yes ☒ No")
    (Choice(label='Yes', is_ticked=False), Choice(label='No', is_ticked=True))
    >>> choices("Yes [x]  No [ ]")
    (Choice(label='Yes', is_ticked=True), Choice(label='No', is_ticked=False))
    """
    return tuple(choice for line in answer.splitlines() for choice in _of_line(line))


def without_boxes(answer: str) -> str:
    """Return the lines of an answer that have no boxes."""
    return "\n".join(line for line in answer.splitlines() if not _BOX.search(line))


def _of_line(line: str) -> list[Choice]:
    boxes = list(_BOX.finditer(line))
    if not boxes:
        return []
    edges = [0, *(edge for box in boxes for edge in box.span()), len(line)]
    labels = [line[start:end].strip(" \t:,;|") for start, end in zip(edges[::2], edges[1::2], strict=True)]
    own = labels[:-1] if labels[0] and not labels[-1] else labels[1:]
    return [Choice(label, _is_ticked(box[0])) for label, box in zip(own, boxes, strict=True)]


def _is_ticked(box: str) -> bool:
    return box in _TICKED or any(sign in box for sign in "xX✓✔")
