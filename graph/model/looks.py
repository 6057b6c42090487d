"""A report as it is read: each stretch of its print with what it was taken for, its sections, and what was unsure.

Plain data: `dataclasses.asdict` gives the JSON of `alliancegraph look`, whose keys are the names of the fields.
"""

from dataclasses import dataclass, field

HEADING, ANSWER, OUTSIDE, FURNITURE, UNKNOWN = "heading", "answer", "outside", "furniture", "unknown heading"


@dataclass(frozen=True)
class Piece:
    """A stretch of the print; `line` counts on the page, or in a file without pages, from 1.

    `code` is that of its section, or the number of its goal or target; `of` is the level of a heading, or which
    furniture it is. `likeness` is that of a heading to the form's, in per cent (None for others), `doubt` why it may be
    none.
    """

    kind: str
    text: str
    line: int
    code: str = ""
    of: str = ""
    likeness: int | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Page:
    """A page with its pieces in the order of the print; `number` is None for a document without pages."""

    number: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Box:
    """A box of an answer: its label, and whether it is ticked."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Answered:
    """A section: its code, the words of its goal, its state, where its answer begins, and how long that is.

    An answer that declines has a `kind`; one that points elsewhere `refers` to the codes of other sections. One to a
    question that asks for numbers, dates, a choice or rows has these as `values`.
    """

    code: str
    goal: str
    state: str
    kind: str
    refers: tuple[str, ...]
    boxes: tuple[Box, ...]
    values: tuple[str, ...]
    page: int | None
    line: int
    characters: int


@dataclass(frozen=True)
class Warned:
    """What was unsure, where, and what to do about it."""

    code: str
    what: str
    remedy: str
    page: int | None
    line: int | None


@dataclass(frozen=True)
class Look:
    """A report as it is read; `form` is the id of its template, empty if none fits.

    `refused` are the messages with which a build would refuse it, such as that no heading of a form was found.
    """

    file: str
    form: str
    pages: tuple[Page, ...]
    sections: tuple[Answered, ...] = ()
    warnings: tuple[Warned, ...] = ()
    refused: tuple[str, ...] = field(default=())
