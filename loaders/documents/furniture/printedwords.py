"""Words by which page furniture is known, from `words.yaml`."""

import re
from functools import cache
from pathlib import Path

from alliancegraph.loaders.yamlfile import read_yaml

SOURCE = Path(__file__).with_name("words.yaml")
_KEYS = ("page", "of", "watermark", "contents", "answer")


@cache
def words_for(name: str) -> frozenset[str]:
    """Return the words under that key, without capitals."""
    record = read_yaml(SOURCE).record(_KEYS)
    return frozenset(value.text().casefold() for value in record[name].elements())


def any_word(name: str) -> str:
    """Return a pattern of the words under that key, the longest first."""
    return "|".join(sorted(map(re.escape, words_for(name)), key=len, reverse=True))
