"""The tasks that a worker does for the page: what can be asked for, what things are called, files of answers."""

import json
from collections.abc import Mapping
from typing import Any

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import short_name
from alliancegraph.queries.answers.answer import Result
from alliancegraph.queries.answers.formats import formatted, media_type
from alliancegraph.queries.asking.ask import ask, query
from alliancegraph.queries.asking.names import names_of
from alliancegraph.queries.asking.parameters import term, types
from alliancegraph.queries.asking.values import choices
from alliancegraph.queries.library import find_question
from alliancegraph.queries.server.reply import Reply
from alliancegraph.queries.sources import reading_lines
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import Word

Task = Mapping[str, Any]
TOO_LONG = (
    "an answer of more than {0} rows or triples; expected no more, and a part is not given for the whole. "
    "Narrow the query, ask for pieces with ORDER BY, LIMIT and OFFSET, or start the server with more --rows."
)


def reports(store: Store, _: Task, __: int) -> Reply:
    """Return a list of the reports, each with its reading state."""
    return as_json(reading_lines(store))


def words(store: Store, _: Task, __: int) -> Reply:
    """Return the classes and properties of the vocabulary, by their prefixed names."""
    found = [{**word._asdict(), "short": short_name(word.iri)} for word in read(Word, store)]
    return as_json(found)


def values(store: Store, task: Task, _: int) -> Reply:
    """Return the values of parameters of a `type`."""
    if task["type"] not in types():
        return Reply.text(404, f"no type '{task['type']}'; expected one of {', '.join(types())}. The page asks so.")
    return as_json([choice._asdict() for choice in choices(task["type"], store)])


def names(store: Store, task: Task, _: int) -> Reply:
    """Return what the `things` are called, by IRI."""
    return as_json(names_of(task["things"], store))


def check(store: Store, task: Task, _: int) -> Reply:
    """Return the terms for a `value` of one `parameter` of a `question`; a value that names nothing is an error."""
    found = term(find_question(task["question"]), task["parameter"], task["value"], store)
    return as_json([each.value for each in found])


def file_of_question(store: Store, task: Task, rows: int) -> Reply:
    """Return the answer to a `question`, narrowed by the `values`, in a `format`."""
    return _file(ask(store, find_question(task["question"]), task["values"]), task["format"], rows)


def file_of_query(store: Store, task: Task, rows: int) -> Reply:
    """Return the result of the query `sparql` in a `format`."""
    return _file(query(store, task["sparql"]), task["format"], rows)


def _file(result: Result, format: str, rows: int) -> Reply:
    if not isinstance(result, bool) and len(result) > rows:
        return Reply.text(507, TOO_LONG.format(rows))
    written = formatted(result, format)
    return Reply(200, media_type(format), written if isinstance(written, bytes) else written.encode())


def as_json(found: object) -> Reply:
    """Return a reply with that as JSON."""
    return Reply(200, "application/json", json.dumps(found, ensure_ascii=False).encode())
