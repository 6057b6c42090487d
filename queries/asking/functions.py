"""Functions in a query that can never be true: a number compared with a text, a text searched in other letters."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rdflib import Literal, URIRef, Variable
from rdflib.plugins.sparql.parserutils import CompValue

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.model.prefixes import short_name
from alliancegraph.graph.sparql.tokens import read_tokens

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBERS = {"YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "STRLEN", "ABS", "CEIL", "FLOOR", "ROUND"}
_TEXTS = {"STR", "LCASE", "UCASE", "SUBSTR", "STRBEFORE", "STRAFTER", "CONCAT", "REPLACE", "LANG"}
_SEARCHES = ("CONTAINS", "STRSTARTS", "STRENDS")


class _Search(NamedTuple):
    """A text sought in the values of a variable, and the function that seeks it."""

    function: str
    letters: str  # the function applied to the variable first, such as LCASE
    variable: Variable
    sought: Literal


def unquoted_dates(sparql: str) -> Iterator[str]:
    """Yield a line for each date without quotes, which is a subtraction."""
    for token in read_tokens(sparql):
        if _DATE.fullmatch(token.text):
            year, month, day = token.text.split("-")
            yield f'{token.text} is {year} minus {int(month)} minus {int(day)}: write "{token.text}"^^xsd:date.'


def mistyped(nodes: Iterable[CompValue]) -> Iterator[str]:
    """Yield a line for each function whose value is compared with a literal of another kind."""
    for node in nodes:
        if node.name == "RelationalExpression":
            for one, other in ((node.expr, node.other), (node.other, node.expr)):
                yield from _mistyped(_function(one), other)


def _mistyped(function: str, other: object) -> Iterator[str]:
    if not isinstance(other, Literal):
        return
    is_number = isinstance(other.toPython(), int | float)
    if function in _NUMBERS and not is_number:
        remedy = f": write {other}." if str(other).isdecimal() else "."
        yield f"{function} gives a number, and {other.n3()} is none{remedy}"
    elif function in _TEXTS and is_number:
        yield f'{function} gives a text, and {other} is a number: write "{other}".'


def in_other_letters(
    store: Queryable, nodes: Iterable[CompValue], predicates: Mapping[Variable, URIRef]
) -> Iterator[str]:
    """Yield a line for each text that a property's values contain only in other letters (small or capital)."""
    for search in (found for node in nodes for found in _searches(node)):
        predicate = predicates.get(search.variable)
        if predicate is not None and _has_other_letters(store, search, predicate):
            small = Literal(str(search.sought).lower()).n3()
            yield (
                f"{search.function} finds {search.sought.n3()} in no {short_name(predicate)} in these "
                f"letters: write {search.function}(LCASE(?{search.variable}), {small})."
            )


def _searches(node: CompValue) -> Iterator[_Search]:
    function = _function(node)
    if function in _SEARCHES and isinstance(node.arg2, Literal):
        letters = _function(node.arg1)
        inner = node.arg1.arg if letters in ("STR", "LCASE", "UCASE") else node.arg1
        if isinstance(inner, Variable):
            yield _Search(function, letters or "STR", inner, node.arg2)


def _has_other_letters(store: Queryable, search: _Search, predicate: URIRef) -> bool:
    sought, small = (Literal(text).n3() for text in (str(search.sought), str(search.sought).lower()))
    values = f"ASK {{ ?s {predicate.n3()} ?value FILTER {search.function}"
    as_written = store.query(f"{values}({search.letters}(STR(?value)), {sought}) }}")
    return not as_written and bool(store.query(f"{values}(LCASE(STR(?value)), {small}) }}"))


def _function(node: object) -> str:
    return str(node.name).removeprefix("Builtin_") if isinstance(node, CompValue) else ""
