"""Mistakes in single tokens of a query: words, texts, prefixes and signs that SPARQL does not have."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from alliancegraph.graph.sparql.commonslips import Slip
from alliancegraph.graph.sparql.tokens import Token
from alliancegraph.graph.words.suggestions import near

_WORDS = frozenset(Path(__file__).with_name("keywords.txt").read_text(encoding="utf-8").split())
_UPDATES = {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"}
_NUMBER = re.compile(r"\d+(?:e\d+)?", re.IGNORECASE)
_NO_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?P<at>\\[^tbnrf\"'\\uU])")


def no_form(read: list[Token]) -> Iterator[Slip]:
    """Find an update, which is no query."""
    words = [token for token in read if token.is_word]
    if words and words[0].text.upper() in _UPDATES:
        found = f"an update ({words[0].text})"
        yield Slip(words[0].start, found, "a query: the graph is only read", "Updates are not queries.")


def unknown_words(read: list[Token]) -> Iterator[Slip]:
    """Find words that are no keyword of SPARQL, and name the nearest one."""
    for token in read:
        word = token.text.rstrip(".-")
        if token.is_word and word.upper() not in _WORDS and word not in _WORDS and not _NUMBER.fullmatch(word):
            yield Slip(token.start, f"the word '{word}'", "a keyword or function of SPARQL", _instead(word))


def _instead(word: str) -> str:
    guess = near(word.upper(), _WORDS) if len(word) > 2 else ""
    return guess or "A name wants a prefix (ag:…), a text wants quotes, a variable a question mark."


def open_texts(read: list[Token]) -> Iterator[Slip]:
    """Find texts that do not end."""
    for token in read:
        if token.text in ("'", '"'):
            yield Slip(token.start, f"a text that begins with {token.text} and does not end", token.text, "Close it.")


def unknown_prefixes(read: list[Token], prefixes: Mapping[str, str]) -> Iterator[Slip]:
    """Find prefixes that are neither declared nor known."""
    declared = {later.text for word, later in pairwise(read) if word.text.upper() == "PREFIX"}
    known = {name.rstrip(":") for name in declared} | set(prefixes)
    for token in read:
        name, colon, _ = token.text.partition(":")
        if colon and re.fullmatch(r"[\w.-]*", name) and name not in known:
            remedy = near(name, known) or f"Known: {', '.join(sorted(known))}."
            yield Slip(token.start, f"the prefix '{name}:'", "one that is declared with PREFIX, or known", remedy)


def foreign_signs(read: list[Token]) -> Iterator[Slip]:
    """Find signs that word processors insert: curly quotes, dashes, special blanks."""
    for token in read:
        if len(token.text) == 1 and not token.text.isascii() and not token.is_word:
            name = unicodedata.name(token.text, "no name").lower()
            quote = unicodedata.category(token.text) in ("Pi", "Pf") or token.text in "„‚′″"
            remedy = "Write straight quotes." if quote else "Type it again, or remove it."
            yield Slip(token.start, f"the sign '{token.text}' ({name})", "signs of SPARQL, outside texts", remedy)


def escapes(read: list[Token]) -> Iterator[Slip]:
    """Find backslashes in texts that escape nothing."""
    for token in read:
        if token.shape == '""' and (escape := _NO_ESCAPE.search(token.text)):
            found = f"'{escape['at']}' in a text"
            yield Slip(token.start + escape.start("at"), found, "'\\\\' for a backslash", "Write the backslash twice.")
