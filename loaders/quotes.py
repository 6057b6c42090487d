"""Where a quote stands in a text, through the noise that PDF extractors leave.

White space is free where the quote has any; a line may break inside a word (superscripts on a line of their own),
with or without a hyphen; typographic quotes and dashes equal their plain forms. Nothing else is forgiven.
"""

import re
from functools import lru_cache

from graph.model import Span

_LOOKALIKES = ("'’‘‛´`", '"“”„‟«»', "-‐‑‒–—−")
_BREAK = r"(?:\u00ad?(?:[-‐\u00ad]?\s*\n\s*)?)"


def occurrences(quote: str, text: str, within: Span) -> list[Span]:
    """Each place of the text, inside the span, at which the quote stands as whole words."""
    matches = _pattern(quote).finditer(text, within.start, within.end)
    return [Span(match.start(), match.end()) for match in matches]


def collapsed(text: str) -> str:
    """The text on one line, its white space collapsed."""
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def _pattern(quote: str) -> re.Pattern[str]:
    words = r"\s+".join(_BREAK.join(_character(c) for c in word) for word in quote.split())
    before = r"(?<!\w)" if quote[:1].isalnum() else ""
    after = r"(?!\w)" if quote[-1:].isalnum() else ""
    return re.compile(before + words + after)


def _character(character: str) -> str:
    for alike in _LOOKALIKES:
        if character in alike:
            return f"[{alike}]"
    return re.escape(character)
