"""Characters of fonts of symbols, such as Wingdings, as those of Unicode: bullets, boxes and ticks."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alliancegraph.loaders.yamlfile import read_yaml

SOURCE = Path(__file__).with_name("symbols.yaml")
PRIVATE = 0xF000  # added to the codes of fonts
_FONTS = ("wingdings", "wingdings 2", "symbol")
_ANY = "any"


def as_unicode(text: str, font: str = "") -> str:
    """Return a text of the same length, with characters of Unicode for those of a font of symbols.

    >>> as_unicode("\uf0b7 Ponds"), as_unicode("þ", "Wingdings"), as_unicode("þ", "Times")
    ('• Ponds', '☑', 'þ')
    """
    return text.translate(_characters(font.casefold() if font.casefold() in _FONTS else _ANY))


@cache
def _characters(font: str) -> Mapping[int, str]:
    codes = read_yaml(SOURCE).record((_ANY, *_FONTS))[font].by_key()
    found: dict[int, str] = {int(code, 16): value.text() for code, value in codes.items()}
    private = {PRIVATE + code: character for code, character in found.items()}
    return private if font == _ANY else found | private
