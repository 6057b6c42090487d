"""Converts parameter values as people know them (`4.1`, `COCD`, `Romania`) to the terms that queries bind."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.errors import ParameterError, Problem
from alliancegraph.graph.words.codes import in_order
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.ontology.terms import AG, XSD
from alliancegraph.queries.asking.binding import Terms
from alliancegraph.queries.asking.lookup import exactly, find_thing, known_things, same_as
from alliancegraph.queries.library import CLASSES, Parameter, Question
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import Claim, Code, Goal, Year

_COPY = "Copy it whole from the column claim of claims.csv."


def terms(question: Question, values: Mapping[str, str], store: Queryable) -> dict[str, Terms]:
    """Return the terms for the values; raise ParameterError for an unknown name, number or thing."""
    given = _by_name(question, values)
    for parameter in question.parameters:
        if parameter.required and parameter.name not in given:
            found = f"no {parameter.name} for {question.name}"
            raise ParameterError(Problem(found, parameter.help, _possible_values(parameter.type, store)))
    known = {parameter.name: parameter for parameter in question.parameters}
    bound = {name: _TERMS[known[name].type](known[name], value, store) for name, value in given.items()}
    _refuse_disorder(question, given)
    return {
        parameter.name: bound[parameter.name]
        for parameter in narrowest_first(known.values())
        if parameter.name in bound
    }


def term(question: Question, name: str, value: str, store: Queryable) -> Terms:
    """Return the terms for the value of one parameter, whatever else is needed; raises as `terms` does."""
    given = _by_name(question, {name: value})
    [parameter] = [parameter for parameter in question.parameters if parameter.name in given]
    return _TERMS[parameter.type](parameter, value, store)


def types() -> list[str]:
    """Return the types of parameters, those whose values leave the fewest rows first."""
    return list(_TERMS)


def narrowest_first(parameters: Iterable[Parameter]) -> list[Parameter]:
    """Return the parameters in the order in which engines should get their values: the most selective first."""
    return sorted(parameters, key=lambda parameter: types().index(parameter.type))


def _by_name(question: Question, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values by parameter; raise ParameterError for unknown or repeated names and empty values."""
    known = {name: parameter.name for parameter in question.parameters for name in parameter.names}
    given: dict[str, str] = {}
    for name, value in values.items():
        if name not in known:
            expected = f"one of: {', '.join(known)}" if known else "none"
            found = f"{question.name} has no parameter '{name}'"
            raise ParameterError(Problem(found, expected, suggestion(name, known)))
        if known[name] in given:
            raise ParameterError(Problem(f"two values for {known[name]}", "one", f"Leave {name} out."))
        if not value.strip():
            raise ParameterError(Problem(f"--{name} is empty", "a value", f"Leave --{name} out, or give it a value."))
        given[known[name]] = value
    return given


def _refuse_disorder(question: Question, given: Mapping[str, str]) -> None:
    """Raise ParameterError for values that do not ascend, whose rows would mean the opposite."""
    for (less, first), (more, second) in pairwise((name, given[name]) for name in question.ascending if name in given):
        if in_order(first) >= in_order(second):
            found = f"--{less} {first} and --{more} {second}"
            remedy = f"Give two that differ, the smaller one as --{less}."
            raise ParameterError(Problem(found, f"a value of --{less} that is less than that of --{more}", remedy))


def _thing(parameter: Parameter, value: str, store: Queryable) -> Terms:
    return list(same_as(find_thing(parameter.type, CLASSES[parameter.type], value, store), store))


def _goals(parameter: Parameter, value: str, store: Queryable) -> Terms:
    """Return the goal of that number or name, or all goals of the policy target of that number or name."""
    try:
        return _thing(parameter, value, store)
    except ParameterError:
        if goals := _of_target(value, store):
            return goals
        raise


def _of_target(value: str, store: Queryable) -> Terms:
    targets = {target.value for target in exactly(value, (AG.PolicyTarget,), store)}
    return [NamedNode(goal.iri) for goal in read(Goal, store) if goal.target in targets] if targets else []


def _year(parameter: Parameter, value: str, store: Queryable) -> Terms:
    """Return a year with a report or a list entry; for any other year, an empty answer would mean nothing."""
    year = Literal(value, datatype=NamedNode(XSD.integer))
    if not read(Year, store, {"year": [year]}):
        found, years = f"no report of {value} (--{parameter.name})", ", ".join(_years(store))
        raise ParameterError(Problem(found, f"one of {years}", "Build that year's report first."))
    return [year]


def _section(parameter: Parameter, value: str, store: Queryable) -> Terms:
    """Return the code of a section, such as 4.1/A, in any case, if any report has it."""
    codes = [Literal(form) for form in dict.fromkeys([value, value.upper(), value.lower()])]
    known = read(Code, store, {"code": codes})
    if not known:
        found, remedy = f"no {parameter.name} '{value}'", suggestion(value.upper(), _codes(store))
        raise ParameterError(Problem(found, "a goal's number and a letter", remedy))
    return [Literal(row.code) for row in known]


def _claim(parameter: Parameter, value: str, store: Queryable) -> Terms:
    """Return the id of a claim, as in claims.csv."""
    claim = Literal(value.strip().lower())
    if not read(Claim, store, {"id": [claim]}):
        raise ParameterError(Problem(f"no {parameter.name} '{value}'", "the id of a claim", _COPY))
    return [claim]


def _possible_values(type: str, store: Queryable) -> str:
    """Return a sentence with some of the values that a parameter of that type can have in the graph."""
    if type in CLASSES:
        return known_things(CLASSES[type], store)
    return _COPY if type == "claim" else suggestion("", _years(store) if type == "year" else _codes(store))


def _years(store: Queryable) -> list[str]:
    return [str(row.year) for row in read(Year, store)]


def _codes(store: Queryable) -> list[str]:
    return sorted((row.code for row in read(Code, store)), key=in_order)


_TERMS: Mapping[str, Callable[[Parameter, str, Queryable], Terms]] = {
    "claim": _claim,
    **dict.fromkeys(("thing", "initiative", "law", "actor", "place", "member"), _thing),
    "year": _year,
    "section": _section,
    "goal": _goals,
    **dict.fromkeys(("audience", "status", "role"), _thing),
}
