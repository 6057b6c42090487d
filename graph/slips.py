"""What is wrong with a query that an engine refuses, and where: engines name places far behind it."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from graph.closed import tokens
from graph.errors import Problem, SparqlError
from graph.places import refused_at
from graph.suggestions import near

_WORDS = frozenset(Path(__file__).with_name("keywords.txt").read_text(encoding="utf-8").split())
_UPDATES = {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_PAIRS = {")": "(", "]": "[", "}": "{"}
_OPTIONAL_STEP = re.compile(r"(?<=[\w>)])\?(?=[\s)/|])")  # of a path; as long as the star that stands in for it
_NUMBER = re.compile(r"\d+(?:e\d+)?", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+)")
_TERM = re.compile(r"[?$]|<.|[\"']|\d")
_MOST = {"{": 3, "}": 3, ".": 3, ";": 2, ",": 1}  # terms that may follow
_MEND = "`alliancegraph ask` lists questions to start from."


class Slip(NamedTuple):
    """What stands at a place of the query, counted in characters, what was expected there, and what to do."""

    place: int
    found: str
    expected: str
    remedy: str


class _Token(NamedTuple):
    start: int
    text: str
    is_word: bool


def refusal(sparql: str, said: str, prefixes: Mapping[str, str]) -> SparqlError:
    """The error for a query that our engine refuses in those words."""
    if not any(_tokens(sparql)):
        return SparqlError(Problem("the query is empty", "a SPARQL query", _MEND))
    slip = _slip(sparql, prefixes) or _as_said(sparql, said)
    return _at(sparql, slip, f"not SPARQL: {slip.found}")


def refusal_of(who: str, sparql: str, said: str, prefixes: Mapping[str, str]) -> SparqlError:
    """The error for a query that a server refuses; places in its words are those of what it was sent."""
    found = f"{who} refuses the query: {said}"
    if slip := _slip(sparql, prefixes):
        return _at(sparql, slip, f"{slip.found}; {found}")
    return SparqlError(Problem(found, "a SPARQL 1.1 query", f"Mend the query; {_MEND} Updates are not queries."))


def _at(sparql: str, slip: Slip, found: str) -> SparqlError:
    return refused_at(sparql, slip.place, Problem(found, slip.expected, slip.remedy))


def _slip(sparql: str, prefixes: Mapping[str, str]) -> Slip | None:
    """The first slip that the tokens show."""
    read = list(_tokens(sparql))
    kinds = (_no_form, _unknown_words, _open_texts, _brackets, _missing_stops)
    found = [*(slip for kind in kinds for slip in kind(read)), *_unknown_prefixes(read, prefixes)]
    return min(found, default=None)


def _tokens(sparql: str) -> Iterator[_Token]:
    """Prefixed names come whole, comments and white space not at all."""
    pending: _Token | None = None
    for match in tokens().finditer(_OPTIONAL_STEP.sub("*", sparql)):
        token = _Token(match.start(), match[0], bool(match[1]))
        if pending and token.text.startswith(":") and token.start == pending.start + len(pending.text):
            token, pending = _Token(pending.start, pending.text + token.text, False), None
        if pending:
            if token.start == pending.start + len(pending.text) and (token.text in "-." or token.is_word):
                pending = _Token(pending.start, pending.text + token.text, True)
                continue
            yield pending
            pending = None
        if token.is_word:
            pending = token
        elif token.text.strip() and not token.text.startswith("#"):
            yield token
    if pending:
        yield pending


def _no_form(read: list[_Token]) -> Iterator[Slip]:
    words = [token for token in read if token.is_word]
    if words and words[0].text.upper() in _UPDATES:
        found = f"an update ({words[0].text})"
        yield Slip(words[0].start, found, "a query: the graph is only read", "Updates are not queries.")


def _unknown_words(read: list[_Token]) -> Iterator[Slip]:
    for token in read:
        word = token.text.rstrip(".-")
        if token.is_word and word.upper() not in _WORDS and word not in _WORDS and not _NUMBER.fullmatch(word):
            yield Slip(token.start, f"the word '{word}'", "a keyword or function of SPARQL", _instead(word))


def _instead(word: str) -> str:
    guess = near(word.upper(), _WORDS) if len(word) > 2 else ""
    return guess or "A name wants a prefix (ag:…), a text wants quotes, a variable a question mark."


def _open_texts(read: list[_Token]) -> Iterator[Slip]:
    for token in read:
        if token.text in ("'", '"'):
            yield Slip(token.start, f"a text that begins with {token.text} and does not end", token.text, "Close it.")


def _brackets(read: list[_Token]) -> Iterator[Slip]:
    closers = {opener: closer for closer, opener in _PAIRS.items()}
    opened: list[_Token] = []
    for token in read:
        if token.text in closers:
            opened.append(token)
        elif token.text in _PAIRS and (not opened or opened.pop().text != _PAIRS[token.text]):
            expected = f"a '{_PAIRS[token.text]}' before it"
            yield Slip(token.start, f"a '{token.text}' that closes nothing", expected, "Open it, or take it out.")
            return
    if opened:
        last = opened[-1]
        yield Slip(last.start, f"a '{last.text}' that is not closed", f"a '{closers[last.text]}' after it", "Close it.")


def _missing_stops(read: list[_Token]) -> Iterator[Slip]:
    """Four terms in a row where statements stand, or as many more than a `;` or `,` allows."""
    row, most, listed = 0, 0, False
    for token in read:
        listed = token.text.upper() == "VALUES" or (listed and token.text != "}")
        if listed:
            row, most = 0, 0
        elif token.text in _MOST:
            row, most = 0, _MOST[token.text] if most or token.text in "{}" else 0
        elif _is_term(token):
            row += 1
        else:  # a keyword, or an expression
            row, most = 0, 0
        if most and row > most:
            expected = "a full stop, `;` or `,` before it"
            yield Slip(token.start, f"'{token.text}' after a whole statement", expected, "End the statement.")
            return


def _is_term(token: _Token) -> bool:
    return bool(_TERM.match(token.text)) or token.text == "a" or (":" in token.text and not token.is_word)


def _unknown_prefixes(read: list[_Token], prefixes: Mapping[str, str]) -> Iterator[Slip]:
    declared = {later.text for word, later in pairwise(read) if word.text.upper() == "PREFIX"}
    known = {name.rstrip(":") for name in declared} | set(prefixes)
    for token in read:
        name, colon, _ = token.text.partition(":")
        if colon and re.fullmatch(r"[\w.-]*", name) and name not in known:
            remedy = near(name, known) or f"Known: {', '.join(sorted(known))}."
            yield Slip(token.start, f"the prefix '{name}:'", "one that is declared with PREFIX, or known", remedy)


def _as_said(sparql: str, said: str) -> Slip:
    """Where the engine says, in its words without the long classes of characters that it would take."""
    words = re.sub(r"\[(?:'[^']*'|[^]'])*\](?:, )?", "", said)
    words = re.sub(r"[:, ]*(?:expected *(?:one of *)?)?$", "", words).partition("expected ")[2]
    named = _PLACE.search(said)
    line, column = (int(named[1]), int(named[2])) if named else (1, 1)
    lines = sparql.splitlines(keepends=True)
    start = sum(map(len, lines[: line - 1])) + column - 1
    start -= max((len(word) for word in re.findall(r"\b[A-Z]{2,}\b", words)), default=0)
    place = max(0, min(start, len(sparql)))
    return Slip(place, "a query that breaks off about here", words or "a SPARQL 1.1 query", f"Mend it; {_MEND}")
