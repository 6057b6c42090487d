"""Finds comments in YAML that may be meant as text: YAML drops what follows ` #`, in `label: Project #3` too.

No doubt is raised by comments on lines of their own, outside brackets and no deeper than the key above, and by those
behind a `key:` with lists or keys below, behind a closed bracket and behind a closed quotation mark.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import yaml

from alliancegraph.graph.errors import Problem

_BRACKETS = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_CLOSING = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_BLOCKS = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.BlockEntryToken)
_BEFORE_A_VALUE = (yaml.ValueToken, yaml.BlockEntryToken, yaml.AnchorToken)
_COMPLETE = (*_CLOSING, yaml.AliasToken, yaml.DocumentStartToken, yaml.DocumentEndToken)


class _Comment(NamedTuple):
    """A comment, the number of its line (from 0), whether it is alone on the line, and its column (from 0)."""

    words: str
    line: int
    alone: bool
    column: int


def doubtful_comments(tokens: Sequence[yaml.Token], text: str) -> Iterator[Problem]:
    """Yield a problem for each comment that may be meant as text; the tokens are all those of the text."""
    lines = text.split("\n")
    depths = accumulate(isinstance(token, _BRACKETS) - isinstance(token, _CLOSING) for token in tokens)
    for depth, before, (token, after) in zip(depths, (tokens[0], *tokens), pairwise(tokens), strict=False):
        for comment in (*_behind_the_sign(token, lines), *_between(token, after, lines)):
            if depth or _hides_text(comment, token, after) or _continues(comment, token, _home(before, lines)):
                yield _problem(comment)


def _problem(comment: _Comment) -> Problem:
    remedy = "Put a text that holds ' #' in quotation marks; move a comment to a line of its own, outside brackets."
    return Problem(f"'{comment.words}' is cut off as a comment", "all of the text", remedy, line=comment.line + 1)


def _behind_the_sign(token: yaml.Token, lines: Sequence[str]) -> Iterator[_Comment]:
    """Yield the comment between `>` or `|` and the text."""
    if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
        yield from _in(lines, token.start_mark.line, token.start_mark.column, None)


def _between(token: yaml.Token, after: yaml.Token, lines: Sequence[str]) -> Iterator[_Comment]:
    """Yield the comments between two tokens."""
    (first, start), (last, end) = ((mark.line, mark.column) for mark in (token.end_mark, after.start_mark))
    for number in range(first, min(last + 1, len(lines))):
        yield from _in(lines, number, start if number == first else 0, end if number == last else None)


def _in(lines: Sequence[str], number: int, start: int, end: int | None) -> Iterator[_Comment]:
    before, sign, words = lines[number][start:end].partition("#")
    if sign:
        before = lines[number][:start] + before
        yield _Comment(sign + words.rstrip(), number, not before.strip(), len(before))


def _hides_text(comment: _Comment, token: yaml.Token, after: yaml.Token) -> bool:
    if isinstance(token, _BEFORE_A_VALUE) and isinstance(after, yaml.ScalarToken):
        return True
    return not (comment.alone or _is_complete(token) or _opens(token, after))


def _continues(comment: _Comment, token: yaml.Token, home: int) -> bool:
    """Return whether a text without quotation marks could go on in the comment: it is deeper than the text's key."""
    open_ended = isinstance(token, yaml.ScalarToken) and token.style not in ("'", '"')
    return open_ended and comment.alone and comment.column > home


def _home(before: yaml.Token, lines: Sequence[str]) -> int:
    """Return the column of the dash or the key after which a text begins."""
    if isinstance(before, yaml.BlockEntryToken):
        return int(before.start_mark.column)
    line = lines[before.start_mark.line]
    return len(line) - len(line.lstrip(" -"))


def _is_complete(token: yaml.Token) -> bool:
    """Return whether only a comment can follow the token on its line."""
    return isinstance(token, _COMPLETE) or (isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'))


def _opens(token: yaml.Token, after: yaml.Token) -> bool:
    """Return whether lists or keys follow a `key:`, or keys follow a dash."""
    return isinstance(token, yaml.ValueToken | yaml.BlockEntryToken) and isinstance(after, (*_BLOCKS, *_BRACKETS))
