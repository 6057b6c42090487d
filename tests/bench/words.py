"""The words and shares that made-up reports are made of, as words.yaml has them."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import yaml

FILE = Path(__file__).with_name("words.yaml")
WORDS: Mapping[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def chance(*parts: object) -> Random:
    """Return numbers that depend on the parts alone: the same for the same parts, on any machine."""
    return Random("/".join(str(part) for part in parts))


def drawn(random: Random, name: str) -> str:
    """Return one word of that set of shares."""
    words, limits = _limits(name)
    return random.choices(words, cum_weights=limits)[0]


def land(number: int) -> str:
    """Return the invented name of a member, told apart by its number (from 1)."""
    first, middle, last = WORDS["land"]
    name = first[number % len(first)] + middle[number // len(first) % len(middle)] + last[number % len(last)]
    return f"{name} {number:02}"


@cache
def _limits(name: str) -> tuple[Sequence[str], Sequence[int]]:
    shares: Mapping[str, int] = WORDS["shares"][name]
    return list(shares), list(accumulate(shares.values()))
