"""Finds things by name: first by the name as given and, if that finds nothing, among all names."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from alliancegraph.graph.engines.queryable import Queryable
from alliancegraph.graph.errors import ParameterError, Problem
from alliancegraph.graph.words.folding import readable
from alliancegraph.graph.words.suggestions import did_you_mean, nearest, spelt, suggestion
from alliancegraph.queries.library import APART
from alliancegraph.queries.views.reading import read
from alliancegraph.queries.views.rows import Candidate, Language, Name, Same, Thing

LONGEST_OFFER = 80  # characters; a goal's full wording is no help as a suggestion
MOST_OFFERS = 10
_NUMBER_WORDS = Path(__file__).with_name("numberwords.txt")


def find_thing(kind: str, classes: Collection[str], value: str, store: Queryable) -> NamedNode:
    """Return the thing of those classes (by IRI) with that name, number or IRI, in any case and spelling.

    Raise ParameterError if there is none, with the nearest names, or if there are several that are not judged to be
    one, with the name and IRI of each.
    """
    wanted = readable(value)
    things = exactly(value, classes, store) or _alike(kind, wanted, classes, store)
    if set(things) <= set(same_as(things[0], store)):
        return things[0]
    raise _ambiguous(wanted, things, store)


def same_as(thing: NamedNode, store: Queryable) -> list[NamedNode]:
    """Return the thing, and all that are judged to be one with it."""
    others = [NamedNode(row.thing) for row in read(Same, store, {"iri": [thing]})]
    return list(dict.fromkeys([thing, *others]))


def known_things(classes: Collection[str], store: Queryable) -> str:
    """Return a sentence with the names of some things in the graph of those classes (by IRI)."""
    return _listed((row.thing for row in candidates(classes, store)), store)


def candidates(classes: Collection[str], store: Queryable) -> list[Candidate]:
    """Return the names, numbers and spellings of all things of those classes (by IRI), a row each, in order."""
    apart = {row.thing for row in _of(_apart(classes), store)}
    return sorted(row for row in _of(classes, store) if row.thing not in apart)


def exactly(value: str, classes: Collection[str], store: Queryable) -> list[NamedNode]:
    """Return the things of those classes (by IRI) with that IRI, or with that name or number in likely spellings.

    The name is looked up first, in an index, and classes afterwards: an engine may read all members of a class.
    """
    wanted = readable(value)
    things = iri(wanted) if "://" in wanted else _called(wanted, store)
    rows, apart = (read(Thing, store, {"iri": things}) if things else ()), _apart(classes)
    found = {row.iri for row in rows if row.cls in classes} - {row.iri for row in rows if row.cls in apart}
    return [thing for thing in things if thing.value in found]


def _apart(classes: Collection[str]) -> list[str]:
    """Return the narrower classes (by IRI) that are left out when these are asked for."""
    return [APART[cls] for cls in classes if cls in APART and APART[cls] not in classes]


def _called(wanted: str, store: Queryable) -> list[NamedNode]:
    rows = read(Name, store, {"name": list(_spellings(wanted, store))})
    return [NamedNode(thing) for thing in dict.fromkeys(row.thing for row in rows)]


def iri(text: str) -> list[NamedNode]:
    """Return the text as an IRI, in a list; an empty one if it is none."""
    try:
        return [NamedNode(text)]
    except ValueError:
        return []


def _spellings(wanted: str, store: Queryable) -> Iterator[Literal]:
    """Yield the name as given, in capitals, small letters and title case, without a language and in each known one."""
    languages = sorted({"en", *(row.code for row in read(Language, store))})
    for form in dict.fromkeys(
        [wanted, wanted.upper(), wanted.lower(), wanted[:1].upper() + wanted[1:], wanted.title()]
    ):
        yield Literal(form)
        yield from (Literal(form, language=language) for language in languages)


def _of(classes: Collection[str], store: Queryable) -> list[Candidate]:
    return read(Candidate, store, {"cls": list(map(NamedNode, classes))}) if classes else []


def _alike(kind: str, wanted: str, classes: Collection[str], store: Queryable) -> list[NamedNode]:
    """Return the things with that name in any spelling and language; raise ParameterError if there are none.

    `Law 187/2012` is `Law no. 187/2012` where no name is spelt as given.
    """
    named = candidates(classes, store)
    things = _spelt(wanted, named, spelt) or _spelt(wanted, named, _without_number)
    if not things:
        raise _unknown(kind, wanted, {row.name: row.thing for row in named}, store)
    return [NamedNode(thing) for thing in sorted(things)]


def _spelt(wanted: str, named: Iterable[Candidate], spelling: Callable[[str], str]) -> set[str]:
    sought = spelling(wanted)
    return {row.thing for row in named if spelling(row.name) == sought}


def _without_number(name: str) -> str:
    """Return a name without the word for "number" before one."""
    return _number().sub("", spelt(name))


@cache
def _number() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _NUMBER_WORDS.read_text(encoding="utf-8").split()))
    return re.compile(rf"\b(?:{words})(?:\b|(?=º))[.°º]*\s*(?=\d)")


def _unknown(kind: str, wanted: str, named: Mapping[str, str], store: Queryable) -> ParameterError:
    close = nearest(wanted, (name for name in named if len(name) <= LONGEST_OFFER))
    first = {named[name]: name for name in reversed(close)}
    offer = did_you_mean(list(first.values())[::-1]) or _listed(named.values(), store)
    return ParameterError(Problem(f"no {kind} is called '{wanted}'", f"the name of the {kind}", offer))


def _listed(things: Iterable[str], store: Queryable) -> str:
    """Return a sentence with some of the things: goals by number and brief name, others by name."""
    named = [row for row in _described(things, store).values() if row.name]
    known = {f"{row.number} ({row.brief_name})" if row.brief_name else row.name for row in named}
    return suggestion("", known) if known else "The graph has none."


def _described(things: Iterable[str], store: Queryable) -> Mapping[str, Thing]:
    """Return the rows about the things, by IRI."""
    iris = [NamedNode(thing) for thing in sorted(set(things))]
    return {row.iri: row for row in read(Thing, store, {"iri": iris})} if iris else {}


def _ambiguous(wanted: str, things: list[NamedNode], store: Queryable) -> ParameterError:
    rows = sorted(_described((thing.value for thing in things), store).values(), key=lambda row: (row.name, row.iri))
    choices = [f"{row.name or row.iri} ({row.iri})" for row in rows[:MOST_OFFERS]]
    more = f", and {len(rows) - MOST_OFFERS} more" if len(rows) > MOST_OFFERS else ""
    remedy = f"Give one of these IRIs: {', '.join(choices)}{more}."
    return ParameterError(Problem(f"'{wanted}' names {len(things)} things", "one", remedy))
