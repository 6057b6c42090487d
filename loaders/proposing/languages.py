"""The language of a text, found by its commonest words (`languages.yaml`)."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from alliancegraph.loaders.yamlfile import read_yaml

_FILE = Path(__file__).with_name("languages.yaml")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language with the most of its commonest words in the text; empty for none."""
    counts = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    sums = {language: sum(counts[word] for word in words) for language, words in _commonest().items()}
    best = max(sums, key=sums.__getitem__)
    return best if sums[best] else ""


@cache
def _commonest() -> dict[str, frozenset[str]]:
    pairs = read_yaml(_FILE).pairs()
    return {str(key.text()): frozenset(str(word.text()) for word in value.elements()) for key, value in pairs}
