"""The errors that a user can cause or meet.

AllianceGraphError
├── InputError             a file is not what it should be
│   ├── DocumentError      … a report's text or PDF
│   ├── FormError          … a form's headings, or a form template
│   └── ClaimsError        … a claims file or an authority list
├── GraphError
│   ├── ShapeError         the graph breaks a SHACL shape
│   ├── StoreError         there is no store to open, or it cannot be written
│   └── EndpointError      a server is down, busy, slow, refuses, or answers nonsense
└── QuestionError
    ├── UnknownQuestion    no question of that name
    ├── ParameterError     a value that a question cannot take
    ├── SparqlError        a query that the engine refuses
    └── FormatError        an answer that a format cannot hold
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from alliancegraph.graph.model.pages import Place, located

T = TypeVar("T")
S = TypeVar("S")


class Problem(NamedTuple):
    """A problem: what was found, what was expected, what to do, and where.

    `line` counts on the page if the file is a document with pages, else in the file; both count from 1.
    """

    found: str
    expected: str
    remedy: str
    file: Path | None = None
    line: int | None = None
    page: int | None = None

    def __str__(self) -> str:
        where = located(self.file, Place(self.page, self.line or 0))
        return f"{where}{self.found}; expected {self.expected}. {self.remedy}"


class AllianceGraphError(Exception):
    """The root: carries its problems; as text, one line for each."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class InputError(AllianceGraphError):
    """A file is not what it should be."""


class DocumentError(InputError):
    """A report's document cannot be read as text."""


class FormError(InputError):
    """A document is not the form that a template describes, or the template is wrong."""


class ClaimsError(InputError):
    """A claims file or an authority list is wrong."""


class GraphError(AllianceGraphError):
    """The graph itself is wrong or out of reach."""


class ShapeError(GraphError):
    """The graph breaks a SHACL shape."""


class StoreError(GraphError):
    """A store cannot be opened or written."""


class EndpointError(GraphError):
    """A remote server is down, busy or slow, refuses, or sends a malformed answer."""


class QuestionError(AllianceGraphError):
    """A question cannot be asked."""


class UnknownQuestion(QuestionError):
    """No question has that name."""


class ParameterError(QuestionError):
    """A question cannot take that value."""


class SparqlError(QuestionError):
    """The engine refuses the query."""


class FormatError(QuestionError):
    """A format cannot hold the answer."""


def every(read: Callable[[S], T], things: Iterable[S]) -> list[T]:
    """Return the results of a function for all values; raise one error with the problems of all that fail."""
    read_well, errors = sifted(read, things)
    if errors:
        raise type(errors[0])(*problems_of(errors))
    return read_well


def sifted(read: Callable[[S], T], things: Iterable[S]) -> tuple[list[T], list[AllianceGraphError]]:
    """Return the results of a function for the values for which it succeeds, and its errors for the others."""
    read_well: list[T] = []
    errors: list[AllianceGraphError] = []
    for thing in things:
        try:
            read_well.append(read(thing))
        except AllianceGraphError as error:
            errors.append(error.with_traceback(None))  # a traceback would keep local variables, such as a store, alive
    return read_well, errors


def problems_of(errors: Iterable[AllianceGraphError]) -> tuple[Problem, ...]:
    """Return the distinct problems of all errors."""
    return tuple(dict.fromkeys(problem for error in errors for problem in error.problems))


def both(one: Callable[[], S], other: Callable[[], T]) -> tuple[S, T]:
    """Return the results of two functions; raise one error with the problems of both."""
    first: list[S] = []
    second: list[T] = []
    reads: list[Callable[[], None]] = [lambda: first.append(one()), lambda: second.append(other())]
    every(lambda read: read(), reads)
    return first[0], second[0]
