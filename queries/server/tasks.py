"""The tasks that a worker does for the endpoint and its page."""

from collections.abc import Callable

from alliancegraph.graph.engines.store import Store
from alliancegraph.graph.model.prefixes import known_prefixes
from alliancegraph.graph.sparql.sparqlfile import MARK
from alliancegraph.queries.asking.binding import bind
from alliancegraph.queries.asking.parameters import terms
from alliancegraph.queries.asking.vocabulary import unknown_words
from alliancegraph.queries.library import find_question
from alliancegraph.queries.server.capped import offers, written
from alliancegraph.queries.server.negotiation import best
from alliancegraph.queries.server.pagetasks import (
    TOO_LONG,
    Task,
    as_json,
    check,
    file_of_query,
    file_of_question,
    names,
    reports,
    values,
    words,
)
from alliancegraph.queries.server.reply import Reply
from alliancegraph.queries.sources import unread


def _query(store: Store, task: Task, rows: int) -> Reply:
    """Return the result of the query `sparql` in the best media type for `accept`: all, or the `first` rows."""
    results = store.query(task["sparql"], known_prefixes())
    media_type = best(task["accept"], offers(results))
    if media_type is None:
        return Reply.text(406, f"no such answer: {task['accept']}; expected one of {', '.join(offers(results))}")
    wanted = min(task["first"] or rows, rows)
    body, more = written(results, media_type, wanted)
    if more and wanted != task["first"]:
        return Reply.text(507, TOO_LONG.format(rows))
    return Reply(200, media_type, body, wanted if more else 0)


def _bind(store: Store, task: Task, _: int) -> Reply:
    """Return the SPARQL of the library's `question`, narrowed by the `values`."""
    question = find_question(task["question"])
    lines = bind(question.sparql, terms(question, task["values"], store)).splitlines(keepends=True)
    sparql = "".join(line for line in lines if line.strip() and not line.startswith(MARK))
    return Reply(200, "application/sparql-query", sparql.encode())


def _notes(store: Store, task: Task, _: int) -> Reply:
    """Return a list of possible reasons why the query `sparql` has no answer, reports not wholly read included."""
    from alliancegraph.queries.asking.hints import hints

    lines = [*unknown_words(task["sparql"]), *hints(store, task["sparql"]), unread(store)]
    return as_json([line for line in lines if line])


TASKS: dict[str, Callable[[Store, Task, int], Reply]] = {
    "query": _query,
    "bind": _bind,
    "notes": _notes,
    "reports": reports,
    "words": words,
    "values": values,
    "names": names,
    "check": check,
    "file of question": file_of_question,
    "file of query": file_of_query,
}
