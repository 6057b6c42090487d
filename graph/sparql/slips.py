"""What is wrong with a query that an engine refuses, and where: engines name places far behind it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise, takewhile
from operator import attrgetter
from pathlib import Path

from alliancegraph.graph.errors import Problem, SparqlError
from alliancegraph.graph.sparql.commonslips import Slip, common_slips
from alliancegraph.graph.sparql.places import refused_at
from alliancegraph.graph.sparql.tokens import Token, read_tokens
from alliancegraph.graph.words.suggestions import near

_WORDS = frozenset(Path(__file__).with_name("keywords.txt").read_text(encoding="utf-8").split())
_UPDATES = {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_PAIRS = {")": "(", "]": "[", "}": "{"}
_CLOSERS = {opener: closer for closer, opener in _PAIRS.items()}
_NUMBER = re.compile(r"\d+(?:e\d+)?", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+)")
_TERM = re.compile(r"[?$]|<.|[\"']|\d")
_MOST = {"{": 3, "}": 3, ".": 3, ";": 2, ",": 1}  # terms that may follow
_MEND = "`alliancegraph ask` lists questions to start from."
_WHOLE = ("a SPARQL 1.1 query", f"Look at what stands there and just before; {_MEND}")
_MODIFIERS = {"ORDER", "GROUP", "HAVING", "LIMIT", "OFFSET"}
_SUMS = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"}
_NO_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?P<at>\\[^tbnrf\"'\\uU])")


def refusal(sparql: str, said: str, prefixes: Mapping[str, str]) -> SparqlError:
    """The error for a query that our engine refuses in those words."""
    if not any(read_tokens(sparql)):
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
    read = list(read_tokens(sparql))
    found = [*common_slips(read), *(slip for kind in _KINDS for slip in kind(read)), *_unknown_prefixes(read, prefixes)]
    return min(found, default=_unclosed(read), key=attrgetter("place"))


def _no_form(read: list[Token]) -> Iterator[Slip]:
    words = [token for token in read if token.is_word]
    if words and words[0].text.upper() in _UPDATES:
        found = f"an update ({words[0].text})"
        yield Slip(words[0].start, found, "a query: the graph is only read", "Updates are not queries.")


def _unknown_words(read: list[Token]) -> Iterator[Slip]:
    for token in read:
        word = token.text.rstrip(".-")
        if token.is_word and word.upper() not in _WORDS and word not in _WORDS and not _NUMBER.fullmatch(word):
            yield Slip(token.start, f"the word '{word}'", "a keyword or function of SPARQL", _instead(word))


def _instead(word: str) -> str:
    guess = near(word.upper(), _WORDS) if len(word) > 2 else ""
    return guess or "A name wants a prefix (ag:…), a text wants quotes, a variable a question mark."


def _open_texts(read: list[Token]) -> Iterator[Slip]:
    for token in read:
        if token.text in ("'", '"'):
            yield Slip(token.start, f"a text that begins with {token.text} and does not end", token.text, "Close it.")


def _brackets(read: list[Token]) -> Iterator[Slip]:
    """What closes nothing, or is not closed before something around it is."""
    opened: list[Token] = []
    for token in read:
        if token.text in _CLOSERS:
            opened.append(token)
        elif token.text in _PAIRS and not any(each.text == _PAIRS[token.text] for each in opened):
            expected = f"a '{_PAIRS[token.text]}' before it"
            yield Slip(token.start, f"a '{token.text}' that closes nothing", expected, "Open it, or take it out.")
            return
        elif token.text in _PAIRS and (last := opened.pop()).text != _PAIRS[token.text]:
            yield _not_closed(last, f" before '{token.text}'")
            return


def _unclosed(read: list[Token]) -> Slip | None:
    """What is still open at the end, which another slip may have caused."""
    opened: list[Token] = []
    for token in read:
        if token.text in _CLOSERS:
            opened.append(token)
        elif token.text in _PAIRS and opened:
            opened.pop()
    return _not_closed(opened[-1]) if opened else None


def _not_closed(opener: Token, where: str = "") -> Slip:
    found = f"a '{opener.text}' that is not closed{where}"
    return Slip(opener.start, found, f"a '{_CLOSERS[opener.text]}' after it", "Close it.")


def _missing_stops(read: list[Token]) -> Iterator[Slip]:
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


def _is_term(token: Token) -> bool:
    return bool(_TERM.match(token.text)) or token.text == "a" or (":" in token.text and not token.is_word)


def _unknown_prefixes(read: list[Token], prefixes: Mapping[str, str]) -> Iterator[Slip]:
    declared = {later.text for word, later in pairwise(read) if word.text.upper() == "PREFIX"}
    known = {name.rstrip(":") for name in declared} | set(prefixes)
    for token in read:
        name, colon, _ = token.text.partition(":")
        if colon and re.fullmatch(r"[\w.-]*", name) and name not in known:
            remedy = near(name, known) or f"Known: {', '.join(sorted(known))}."
            yield Slip(token.start, f"the prefix '{name}:'", "one that is declared with PREFIX, or known", remedy)


def _misplaced_modifiers(read: list[Token]) -> Iterator[Slip]:
    """What orders, groups or limits, in braces that are no query of their own."""
    inside: list[bool] = []
    last = max((token.start for token in read if token.text == "}"), default=0)
    for token, later in pairwise(read):
        if token.text == "{":
            inside.append(later.shape != "SELECT")
        elif token.text == "}" and inside:
            inside.pop()
        elif token.is_word and token.shape in _MODIFIERS and inside[-1:] == [True] and token.start < last:
            found = f"{token.shape} inside the braces"
            yield Slip(token.start, found, "it behind the last brace", "Move it there.")
            return


def _foreign_signs(read: list[Token]) -> Iterator[Slip]:
    """Signs that word processors put in: curly quotes, dashes, blanks that are none."""
    for token in read:
        if len(token.text) == 1 and not token.text.isascii() and not token.is_word:
            name = unicodedata.name(token.text, "no name").lower()
            quote = unicodedata.category(token.text) in ("Pi", "Pf") or token.text in "„‚′″"
            remedy = "Write straight quotes." if quote else "Type it anew, or take it out."
            yield Slip(token.start, f"the sign '{token.text}' ({name})", "signs of SPARQL, outside texts", remedy)


def _escapes(read: list[Token]) -> Iterator[Slip]:
    for token in read:
        if token.shape == '""' and (escape := _NO_ESCAPE.search(token.text)):
            found = f"'{escape['at']}' in a text"
            yield Slip(token.start + escape.start("at"), found, "'\\\\' for a backslash", "Write the backslash twice.")


def _ungrouped(read: list[Token]) -> Iterator[Slip]:
    """A column beside a sum, or of groups, by which the query does not group."""
    shapes = [token.shape for token in read]
    for first in (place for place, shape in enumerate(shapes) if shape == "SELECT"):
        opened = next((place for place in range(first, len(read)) if shapes[place] == "{"), len(read))
        grouped = _group_keys(shapes, _closing(shapes, opened))
        if grouped or _SUMS & {*shapes[first:opened]}:
            yield from (_no_group(token) for token in _columns(read[first:opened]) if token.text[1:] not in grouped)


def _columns(head: list[Token]) -> Iterator[Token]:
    """The variables of a SELECT that stand by themselves."""
    depth = 0
    for token in head:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if not depth and token.text[0] in "?$" and len(token.text) > 1:
            yield token


def _closing(shapes: list[str], opened: int) -> int:
    """The place behind the brace that closes the one at a place."""
    depth = 0
    for place in range(opened, len(shapes)):
        depth += {"{": 1, "}": -1}.get(shapes[place], 0)
        if not depth:
            return place + 1
    return len(shapes)


def _group_keys(shapes: list[str], place: int) -> set[str]:
    """The variables in GROUP BY, without their mark."""
    if shapes[place : place + 2] != ["GROUP", "BY"]:
        return set()
    rest = takewhile(lambda shape: shape not in {"HAVING", "ORDER", "LIMIT", "OFFSET", "}"}, shapes[place + 2 :])
    return {shape[1:] for shape in rest if shape[0] in "?$"}


def _no_group(token: Token) -> Slip:
    remedy = f"Write GROUP BY with {token.text} behind the last brace, or take {token.text} out."
    return Slip(token.start, f"{token.text} beside a sum or a group", "a column that stands in GROUP BY", remedy)


def _bound_before(read: list[Token]) -> Iterator[Slip]:
    """A variable behind AS that the statements before have bound."""
    seen: list[set[str]] = [set()]
    for before, token, after in zip(read, read[1:], read[2:], strict=False):
        if token.text in "{}":
            seen = [*seen, set()] if token.text == "{" else seen[:-1] or [set()]
        elif token.text[0] in "?$":
            if before.shape == "AS" and after.text == ")" and len(seen) > 1 and token.text[1:] in seen[-1]:
                found = f"{token.text} behind AS, which stands before it"
                yield Slip(token.start, found, "a name of its own", "Use another name, or FILTER to compare.")
            seen[-1].add(token.text[1:])


def _as_said(sparql: str, said: str) -> Slip:
    """Near where the engine stops: it has no word for what is wrong, only lists of all that it would have taken."""
    if sentence := re.search(r"The [A-Z][^,]+", said):
        return Slip(sparql.upper().find("SELECT"), sentence[0].replace("The SELECT", "a SELECT that"), *_WHOLE)
    named = _PLACE.search(said)
    line, column = (int(named[1]), int(named[2])) if named else (1, 1)
    lines = sparql.splitlines(keepends=True)
    reached = sum(map(len, lines[: line - 1])) + column - 1
    *_, (before, token) = [("", Token(0, "", False)), *_up_to(sparql, reached)]
    behind = f" behind '{before}'" if before else ""
    return Slip(token.start, f"something that cannot stand about here, at '{token.text}'{behind}", *_WHOLE)


def _up_to(sparql: str, place: int) -> Iterator[tuple[str, Token]]:
    read = [Token(0, "", False), *read_tokens(sparql)]
    yield from ((before.text, token) for before, token in pairwise(read) if token.start <= place)


_KINDS = (
    *(_no_form, _foreign_signs, _unknown_words, _open_texts, _escapes, _brackets),
    *(_misplaced_modifiers, _bound_before, _ungrouped, _missing_stops),
)
