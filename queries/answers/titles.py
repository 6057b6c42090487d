"""The titles of columns: what people read in place of the names of variables."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Self

from alliancegraph.graph.files.yamltext import loaded

SOURCE = Path(__file__).with_name("titles.yaml")
NONE: Mapping[str, str] = MappingProxyType({})
_BETWEEN_WORDS = re.compile(r"_+|(?<=[^\W_A-Z])(?=[A-Z])")


class _Rules(NamedTuple):
    """The last word that titles do without, the exceptions by variable, and words with capitals by their small form."""

    left_out: str
    titles: Mapping[str, str]
    written_so: Mapping[str, str]

    @classmethod
    @cache
    def load(cls) -> Self:
        data = loaded(SOURCE.read_text(encoding="utf-8"), SOURCE)
        return cls(data["left_out"], data["titles"], {word.lower(): word for word in data["written_so"]})


def title(variable: str) -> str:
    """Return the title of a column with that variable.

    >>> [title(variable) for variable in ("goalNumber", "valueAsWritten", "actor_iri", "n")]
    ['Goal', 'Value as written', 'Actor IRI', 'N']
    """
    rules = _Rules.load()
    return rules.titles.get(variable) or _words(re.sub(rf"(?<=[^_])_?{rules.left_out}$", "", variable))


def titles(variables: Sequence[str], own: Mapping[str, str] = NONE) -> tuple[str, ...]:
    """Return the titles of an answer's columns, no two alike; `own` are those that its question names.

    Where two would be alike, they say all words of their variables, and if that does not help, the variable.

    >>> titles(["goalNumber", "goalName", "year"])
    ('Goal number', 'Goal name', 'Year')
    """
    short = [own.get(name) or title(name) for name in variables]
    whole = [each if short.count(each) == 1 else _words(name) for name, each in zip(variables, short, strict=True)]
    pairs = zip(variables, whole, strict=True)
    return tuple(each if whole.count(each) == 1 else f"{each} ({name})" for name, each in pairs)


def _words(variable: str) -> str:
    """Return the words of a variable's name as the beginning of a sentence."""
    words = " ".join(map(_word, filter(None, _BETWEEN_WORDS.split(variable)))) or variable
    return words[0].upper() + words[1:]


def _word(word: str) -> str:
    """Return a word in small letters, unless it is an abbreviation."""
    known = _Rules.load().written_so.get(word.lower())
    return known or (word if len(word) > 1 and word.isupper() else word.lower())
