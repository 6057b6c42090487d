"""The formats of answers, in one list: `--format`, file endings and the endpoint's media types come from it."""

from collections.abc import Mapping
from pkgutil import resolve_name
from typing import TYPE_CHECKING, NamedTuple

from alliancegraph.graph.errors import FormatError, Problem

if TYPE_CHECKING:
    from alliancegraph.queries.answers.answer import Result

Written = str | bytes
ROWS, TRIPLES, TRUTH = "rows", "triples", "true or false"  # what an answer can be
_HERE = "alliancegraph.queries.answers"


class Format(NamedTuple):
    """A format: its name, which is also the suffix of its files, and its media types, its own first.

    `writers` names for each kind of answer the function that writes it, which is imported on use, because a command
    would load all of them to use one. `served` are the kinds that the endpoint's engine writes.
    """

    name: str
    media_types: tuple[str, ...]
    writers: Mapping[str, str]
    served: tuple[str, ...] = ()


FORMATS = (
    Format(
        "table", ("text/plain",), {ROWS: f"{_HERE}.table:table", TRIPLES: "builtins:str", TRUTH: f"{_HERE}.table:truth"}
    ),
    Format(
        "json",
        ("application/sparql-results+json", "application/json"),
        {ROWS: f"{_HERE}.sparqlresults:to_json", TRUTH: f"{_HERE}.sparqlresults:boolean_to_json"},
        (ROWS, TRUTH),
    ),
    Format("xml", ("application/sparql-results+xml", "application/xml"), {}, (ROWS, TRUTH)),
    Format("csv", ("text/csv",), {ROWS: f"{_HERE}.sparqlresults:to_csv"}, (ROWS, TRUTH)),
    Format("tsv", ("text/tab-separated-values",), {}, (ROWS, TRUTH)),
    Format("md", ("text/markdown",), {ROWS: f"{_HERE}.markdown:markdown"}),
    Format(
        "xlsx",
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        {ROWS: f"{_HERE}.workbook:workbook"},
    ),
    Format("ttl", ("text/turtle",), {TRIPLES: "builtins:str"}, (TRIPLES,)),
    Format("nt", ("application/n-triples",), {}, (TRIPLES,)),
    Format("rdf", ("application/rdf+xml",), {}, (TRIPLES,)),
)
WRITTEN = tuple(each.name for each in FORMATS if each.writers)  # what `--format` takes


def media_type(name: str) -> str:
    """Return the media type of a format's own."""
    return next(each.media_types[0] for each in FORMATS if each.name == name)


def media_types(kind: str) -> list[str]:
    """Return the media types for answers of that kind, in order of preference: each format's own type first."""
    served = [each.media_types for each in FORMATS if kind in each.served]
    return [names[0] for names in served] + [name for names in served for name in names[1:]]


def formatted(result: "Result", name: str) -> Written:
    """Return the result as text, or as bytes for xlsx, in one of the formats; triples as `table` are Turtle.

    Raise FormatError for a format that this kind of answer does not have.
    """
    kind = TRUTH if isinstance(result, bool) else result.kind
    writers = {each.name: each.writers[kind] for each in FORMATS if kind in each.writers}
    if name not in writers:
        found = f"the answer is {kind}, which {name} does not hold"
        raise FormatError(Problem(found, f"one of: {', '.join(writers)}", "Choose one of them."))
    written: Written = resolve_name(writers[name])(result)
    return written
