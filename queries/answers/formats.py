"""Answers for people and for machines: each form of answer, and the formats that it can be written in."""

from collections.abc import Callable
from typing import Any

from alliancegraph.graph.errors import FormatError, Problem
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.answers.triples import Triples

Result = Answer | bool
Written = str | bytes


def _table(answer: Answer) -> str:
    from alliancegraph.queries.answers.table import table

    return table(answer)


def _csv(answer: Answer) -> str:
    from alliancegraph.queries.answers.sparqlresults import to_csv

    return to_csv(answer)


def _json(answer: Answer) -> str:
    from alliancegraph.queries.answers.sparqlresults import to_json

    return to_json(answer)


def _json_truth(truth: bool) -> str:
    from alliancegraph.queries.answers.sparqlresults import boolean_to_json

    return boolean_to_json(truth)


def _markdown(answer: Answer) -> str:
    from alliancegraph.queries.answers.markdown import markdown

    return markdown(answer)


def _xlsx(answer: Answer) -> bytes:
    from alliancegraph.queries.answers.workbook import workbook

    return workbook(answer)


def _truth(truth: bool) -> str:
    return f"{str(truth).lower()}\n"


_FORMS: dict[type[Result], tuple[str, dict[str, Callable[[Any], Written]]]] = {
    Answer: ("rows", {"table": _table, "csv": _csv, "json": _json, "md": _markdown, "xlsx": _xlsx}),
    Triples: ("triples", {"table": str, "ttl": str}),
    bool: ("true or false", {"table": _truth, "json": _json_truth}),
}
FORMATS = tuple(dict.fromkeys(name for _, writers in _FORMS.values() for name in writers))


def formatted(result: Result, name: str) -> Written:
    """The result as text, or bytes for xlsx, in one of FORMATS; for people (`table`), triples are Turtle.

    Raises FormatError for a format that this form of answer does not have.
    """
    form, writers = _FORMS[type(result)]
    if name not in writers:
        found = f"the answer is {form}, which {name} does not hold"
        raise FormatError(Problem(found, f"one of: {', '.join(writers)}", "Choose it with --format."))
    return writers[name](result)
