"""The tokens of a query, in which mistakes are found whether or not an engine can parse it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alliancegraph.graph.sparql.guard import tokens

_OPTIONAL_STEP = re.compile(r"(?<=[\w>)])\?(?=[\s)/|])")  # of a path; replaced by a star, which is as long
_BLANKS = " \t\r\n"


class Token(NamedTuple):
    """A piece of a query and its start, in characters; words are keywords, numbers, and names without a colon."""

    start: int
    text: str
    is_word: bool

    @property
    def shape(self) -> str:
        """The token as patterns name it: words in capitals, `""` for a text, `<i>` for an IRI."""
        if self.is_word and self.text != "a":
            return self.text.upper()
        opening = self.text[0] if len(self.text) > 1 else ""
        return '""' if opening in ("'", '"') else "<i>" if opening == "<" and self.text != "<>" else self.text


def read_tokens(sparql: str) -> Iterator[Token]:
    """Yield the tokens in order; prefixed names are one token, comments and white space are left out."""
    pending: Token | None = None
    for match in tokens().finditer(_OPTIONAL_STEP.sub("*", sparql)):
        token = Token(match.start(), match[0], bool(match[1]))
        if pending and token.text.startswith(":") and token.start == pending.start + len(pending.text):
            token, pending = Token(pending.start, pending.text + token.text, False), None
        if pending:
            if token.start == pending.start + len(pending.text) and (token.text in "-." or token.is_word):
                pending = Token(pending.start, pending.text + token.text, True)
                continue
            yield pending
            pending = None
        if token.is_word:
            pending = token
        elif token.text.strip(_BLANKS) and not token.text.startswith("#"):
            yield token
    if pending:
        yield pending
