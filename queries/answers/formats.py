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
    """A format by its name, which is also the ending of its files, and by its media types, the first its own.

    `writers` names for each kind of answer that it carries the function that writes it, imported when it is needed:
    a command would load all of them to use one. `served` are the kinds that the endpoint's engine writes.
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


def media_types(kind: str) -> list[str]:
    """What the endpoint can give for answers of that kind, the best first: each format's own name before its others."""
    served = [each.media_types for each in FORMATS if kind in each.served]
    return [names[0] for names in served] + [name for names in served for name in names[1:]]


def formatted(result: "Result", name: str) -> Written:
    """The result as text, or bytes for xlsx, in one of the formats; for people (`table`), triples are Turtle.

    Raises FormatError for a format that this kind of answer does not have.
    """
    kind = TRUTH if isinstance(result, bool) else result.kind
    writers = {each.name: each.writers[kind] for each in FORMATS if kind in each.writers}
    if name not in writers:
        found = f"the answer is {kind}, which {name} does not hold"
        raise FormatError(Problem(found, f"one of: {', '.join(writers)}", "Choose it with --format."))
    written: Written = resolve_name(writers[name])(result)
    return written
