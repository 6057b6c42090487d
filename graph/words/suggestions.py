"""Suggestions for an unknown word: similar known words, never its opposite."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import partial

from alliancegraph.graph.words.codes import in_order

MOST = 12  # choices that a message lists
OFFERED = 5  # suggestions that a message lists
_TYPED = 3  # letters needed to match the beginning of a name
_NEAR, _WORD, _SAME, _MARGIN = 0.6, 0.8, 0.9, 0.15  # of difflib's ratio
_NEGATION = re.compile(r"(?:not|non|no|un|in|im|dis|never)[-_ ]?", re.IGNORECASE)


def near(word: str, known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str:
    """Return a sentence that offers the nearest known words; empty if none is near.

    `synonyms` maps other words to the known word of the same meaning.

    >>> near("ledas", ["leads", "hosts"])
    'Did you mean leads?'
    >>> near("Ministry", ["Industry", "Ministry of Education", "Ministry of Labour"])
    'Did you mean Ministry of Education or Ministry of Labour?'
    >>> near("participates", ["takesPart"], {"participates": "takesPart"})
    'Did you mean takesPart?'
    >>> near("not-done", ["done"])
    ''
    """
    return did_you_mean(nearest(word, known, synonyms))


def did_you_mean(choices: Sequence[str]) -> str:
    """Return a question that offers the first few choices; empty if there are none.

    >>> did_you_mean(["leads", "hosts", "funds"])
    'Did you mean leads, hosts or funds?'
    """
    *most, last = choices[:OFFERED] or ("",)
    return f"Did you mean {', '.join(most)}{' or ' if most else ''}{last}?" if last else ""


def suggestion(word: str, known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str:
    """Return a sentence that offers the nearest known words, or else lists some of the known."""
    choices = sorted(set(known), key=in_order)
    listed = ", ".join(choices[:MOST])
    return near(word, choices, synonyms) or f"Known: {listed}{', …' if len(choices) > MOST else ''}."


def spelt(name: str) -> str:
    """Return a name folded and without capitals, for comparison."""
    from alliancegraph.graph.words.folding import folded

    return folded(name).casefold()


def nearest(word: str, known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> list[str]:
    """Return the known words near a word: its synonym; or names that begin with it, then those with all its words.

    If there are none, those spelt almost like it, or names that contain a similar word, or any similar ones.
    """
    others = {spelt(name): known for name, known in (synonyms or {}).items()}
    plain = {spelt(name): name for name in sorted(set(known))}
    sought = spelt(word)
    if sought in others:
        return [others[sought]]
    meant = {**others, **plain}
    alike = [name for name in _spelt_like(sought, meant) if not _opposite(sought, name)]
    whole = [*_beginning(sought, plain), *_with_all_words(sought, plain)]
    holding = () if any(map(partial(_same, sought), alike)) else _holding(sought, plain)
    found = whole + list(holding or () if whole else holding or alike)
    return list(dict.fromkeys(meant[name] for name in found if not _opposite(sought, name)))


def _beginning(sought: str, names: Iterable[str]) -> list[str]:
    """Return the names that begin with the text."""
    return [name for name in names if len(sought) >= _TYPED and name.startswith(sought)]


def _with_all_words(sought: str, names: Iterable[str]) -> list[str]:
    """Return the names that contain every word of the text."""
    wanted = set(re.findall(r"\w+", sought))
    return [name for name in names if wanted and wanted <= set(re.findall(r"\w+", name))]


def _spelt_like(sought: str, names: Iterable[str]) -> list[str]:
    """Return the names spelt like the word, leaving out those much less similar than the first."""
    close = get_close_matches(sought, names, cutoff=_NEAR)
    return [name for name in close if _ratio(sought, name) > _ratio(sought, close[0]) - _MARGIN]


def _holding(sought: str, names: Iterable[str]) -> list[str]:
    """Return the names of several words that contain the word, or a similar one."""
    words = {name: re.findall(r"\w+", name) for name in names}
    alike = get_close_matches(sought, {word for found in words.values() for word in found}, cutoff=_WORD)
    return [name for word in alike for name, found in words.items() if len(found) > 1 and word in found]


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _same(one: str, other: str) -> bool:
    return _ratio(one, other) >= _SAME


def _opposite(one: str, other: str) -> bool:
    """Return whether one of the words is a negation of the other, or nearly."""
    return _negates(one, other) or _negates(other, one)


def _negates(negated: str, word: str) -> bool:
    negation = _NEGATION.match(negated)
    rest = negated[negation.end() :] if negation else ""
    if not negation or not rest or _NEGATION.match(word):
        return False
    words = re.findall(r"\w+", word)
    is_negated = negation.group().rstrip("-_ ") in words
    return any(_ratio(rest, part) >= _WORD for part in (word, *(() if is_negated else words)))
