"""Explains what is wrong with a query that an engine refuses, and where: engines name places far behind it."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from operator import attrgetter

from alliancegraph.graph.errors import Problem, SparqlError
from alliancegraph.graph.sparql.commonslips import Slip, common_slips
from alliancegraph.graph.sparql.places import refused_at
from alliancegraph.graph.sparql.structureslips import (
    bound_before,
    brackets,
    misplaced_modifiers,
    missing_stops,
    unclosed,
    ungrouped,
)
from alliancegraph.graph.sparql.tokens import Token, read_tokens
from alliancegraph.graph.sparql.wordslips import (
    escapes,
    foreign_signs,
    no_form,
    open_texts,
    unknown_prefixes,
    unknown_words,
)

_KINDS = (
    *(no_form, foreign_signs, unknown_words, open_texts, escapes, brackets),
    *(misplaced_modifiers, bound_before, ungrouped, missing_stops),
)
_PLACE = re.compile(r"error at (\d+):(\d+)")
_MEND = "`alliancegraph ask` lists questions to start from."
_WHOLE = ("a SPARQL 1.1 query", f"Check that place and what comes just before; {_MEND}")


def refusal(sparql: str, message: str, prefixes: Mapping[str, str]) -> SparqlError:
    """Return the error for a query that our engine rejects with that message."""
    if not any(read_tokens(sparql)):
        return SparqlError(Problem("the query is empty", "a SPARQL query", _MEND))
    slip = _slip(sparql, prefixes) or _where_stopped(sparql, message)
    return _at(sparql, slip, f"not SPARQL: {slip.found}")


def refusal_of(who: str, sparql: str, message: str, prefixes: Mapping[str, str]) -> SparqlError:
    """Return the error for a query that a server rejects; places in its message refer to the query as sent."""
    found = f"{who} refuses the query: {message}"
    if slip := _slip(sparql, prefixes):
        return _at(sparql, slip, f"{slip.found}; {found}")
    return SparqlError(Problem(found, "a SPARQL 1.1 query", f"Correct the query; {_MEND} Updates are not queries."))


def _at(sparql: str, slip: Slip, found: str) -> SparqlError:
    return refused_at(sparql, slip.place, Problem(found, slip.expected, slip.remedy))


def _slip(sparql: str, prefixes: Mapping[str, str]) -> Slip | None:
    """Return the first mistake that the tokens show; None if they show none."""
    read = list(read_tokens(sparql))
    found = [*common_slips(read), *(slip for kind in _KINDS for slip in kind(read)), *unknown_prefixes(read, prefixes)]
    return min(found, default=unclosed(read), key=attrgetter("place"))


def _where_stopped(sparql: str, message: str) -> Slip:
    """Return a mistake where the engine stopped; its message only lists everything that it would have accepted."""
    if sentence := re.search(r"The [A-Z][^,]+", message):
        return Slip(sparql.upper().find("SELECT"), sentence[0].replace("The SELECT", "a SELECT that"), *_WHOLE)
    named = _PLACE.search(message)
    line, column = (int(named[1]), int(named[2])) if named else (1, 1)
    lines = sparql.splitlines(keepends=True)
    reached = sum(map(len, lines[: line - 1])) + column - 1
    *_, (before, token) = [("", Token(0, "", False)), *_up_to(sparql, reached)]
    after = f" after '{before}'" if before else ""
    return Slip(token.start, f"something that is not allowed about here, at '{token.text}'{after}", *_WHOLE)


def _up_to(sparql: str, place: int) -> Iterator[tuple[str, Token]]:
    read = [Token(0, "", False), *read_tokens(sparql)]
    yield from ((before.text, token) for before, token in pairwise(read) if token.start <= place)
