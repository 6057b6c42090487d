"""Mistakes in the structure of a query: brackets, full stops, the place of grouping and ordering."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from alliancegraph.graph.sparql.commonslips import Slip
from alliancegraph.graph.sparql.tokens import Token

_PAIRS = {")": "(", "]": "[", "}": "{"}
_CLOSERS = {opener: closer for closer, opener in _PAIRS.items()}
_TERM = re.compile(r"[?$]|<.|[\"']|\d")
_MOST = {"{": 3, "}": 3, ".": 3, ";": 2, ",": 1}  # terms that may follow
_MODIFIERS = {"ORDER", "GROUP", "HAVING", "LIMIT", "OFFSET"}
_SUMS = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"}


def brackets(read: list[Token]) -> Iterator[Slip]:
    """Find a bracket that closes nothing, or is not closed before the one around it."""
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


def unclosed(read: list[Token]) -> Slip | None:
    """Return the last bracket that is not closed; it may be the effect of another mistake."""
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


def missing_stops(read: list[Token]) -> Iterator[Slip]:
    """Find four terms in a row in statements, or more terms than a `;` or `,` allows."""
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


def misplaced_modifiers(read: list[Token]) -> Iterator[Slip]:
    """Find a modifier (ORDER, GROUP, LIMIT …) inside braces that are no query of their own."""
    inside: list[bool] = []
    last = max((token.start for token in read if token.text == "}"), default=0)
    for token, later in pairwise(read):
        if token.text == "{":
            inside.append(later.shape != "SELECT")
        elif token.text == "}" and inside:
            inside.pop()
        elif token.is_word and token.shape in _MODIFIERS and inside[-1:] == [True] and token.start < last:
            found = f"{token.shape} inside the braces"
            yield Slip(token.start, found, "it after the last brace", "Move it there.")
            return


def ungrouped(read: list[Token]) -> Iterator[Slip]:
    """Find columns beside an aggregate, or beside GROUP BY, by which the query does not group."""
    shapes = [token.shape for token in read]
    for first in (place for place, shape in enumerate(shapes) if shape == "SELECT"):
        opened = next((place for place in range(first, len(read)) if shapes[place] == "{"), len(read))
        grouped = _group_keys(shapes, _closing(shapes, opened))
        if grouped or _SUMS & {*shapes[first:opened]}:
            yield from (_no_group(token) for token in _columns(read[first:opened]) if token.text[1:] not in grouped)


def _columns(head: list[Token]) -> Iterator[Token]:
    """Yield the variables of a SELECT that are not inside an expression."""
    depth = 0
    for token in head:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if not depth and token.text[0] in "?$" and len(token.text) > 1:
            yield token


def _closing(shapes: list[str], opened: int) -> int:
    """Return the place after the brace that closes the one at a place."""
    depth = 0
    for place in range(opened, len(shapes)):
        depth += {"{": 1, "}": -1}.get(shapes[place], 0)
        if not depth:
            return place + 1
    return len(shapes)


def _group_keys(shapes: list[str], place: int) -> set[str]:
    """Return the variables in GROUP BY, without their mark."""
    if shapes[place : place + 2] != ["GROUP", "BY"]:
        return set()
    rest = takewhile(lambda shape: shape not in {"HAVING", "ORDER", "LIMIT", "OFFSET", "}"}, shapes[place + 2 :])
    return {shape[1:] for shape in rest if shape[0] in "?$"}


def _no_group(token: Token) -> Slip:
    remedy = f"Write GROUP BY with {token.text} after the last brace, or take {token.text} out."
    return Slip(token.start, f"{token.text} beside a sum or a group", "a column of GROUP BY", remedy)


def bound_before(read: list[Token]) -> Iterator[Slip]:
    """Find a variable after AS that the statements before it bind."""
    seen: list[set[str]] = [set()]
    for before, token, after in zip(read, read[1:], read[2:], strict=False):
        if token.text in "{}":
            seen = [*seen, set()] if token.text == "{" else seen[:-1] or [set()]
        elif token.text[0] in "?$":
            if before.shape == "AS" and after.text == ")" and len(seen) > 1 and token.text[1:] in seen[-1]:
                found = f"{token.text} after AS, which is bound before it"
                yield Slip(token.start, found, "a name of its own", "Use another name, or FILTER to compare.")
            seen[-1].add(token.text[1:])
