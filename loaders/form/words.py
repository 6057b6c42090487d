"""The words of a language around headings and in answers, read from `words/<language>.yaml`."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.yamlfile import Value, read_yaml

FOLDER = Path(__file__).parent / "words"
_LISTS = (
    *("structural", "continued", "joiners", "links", "closing", "closing with", "leftovers"),
    *(
        "negation",
        "about",
        "things",
        "definite",
        "not",
        "doing",
        "filler",
        "pointing",
        "pointed",
        "pointing filler",
        "before",
        "after",
        "elsewhere",
        "same",
    ),
)


class Words:
    """The words of one or several languages, by their use; the kinds of declines, each with its phrases.

    `language` is the first of them, `months` are the names of the twelve months in each language.
    """

    def __init__(self, language: str, files: Iterable[Mapping[str, Value]]) -> None:
        self.language, read = language, list(files)
        self._lists = {use: frozenset(w for file in read for w in texts(file.get(use))) for use in _LISTS}
        self.months = tuple(texts(file["months"]) for file in read if "months" in file)
        kinds = [pair for file in read if "kinds" in file for pair in file["kinds"].pairs()]
        self.kinds = tuple((str(kind.text()), texts(phrases)) for kind, phrases in kinds)
        self.most = max((file["most words"].text().number() for file in read if "most words" in file), default=0)
        pointers = (file["most words of a pointer"] for file in read if "most words of a pointer" in file)
        self.most_of_pointer = max((value.text().number() for value in pointers), default=0)

    def __getitem__(self, use: str) -> frozenset[str]:
        return self._lists[use]


def words(languages: Iterable[str]) -> Words:
    """Return the words of several languages together; languages without a file have none."""
    return _together(tuple(dict.fromkeys(languages)))


@lru_cache(maxsize=16)
def _together(languages: tuple[str, ...]) -> Words:
    paths = [path for language in languages if (path := FOLDER / f"{language}.yaml").exists()]
    optional = ("kinds", "months", "most words", "most words of a pointer", *_LISTS)
    return Words(languages[0], [read_yaml(path).record((), optional) for path in paths])


def texts(value: Value | None) -> tuple[str, ...]:
    """Return the texts of a list in a YAML file; none if there is no list."""
    return tuple(str(element.text()) for element in value.elements()) if value else ()


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern of any of the phrases, the longest first; `*` in them is any words or letters, `%` a number."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first)) or '(?!)'})(?!\w)"


def _pattern(phrase: str) -> str:
    words = (_word(word) for word in folded(phrase).casefold().split())
    return r"[\s.,:()\[\]]+".join(words)


def _word(word: str) -> str:
    if word == "*":
        return r"\w+(?:\W+\w+){0,5}?"
    return re.escape(word).replace(r"\*", r"\w*").replace("%", r"\d+")
