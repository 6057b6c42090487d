"""Pointers: which section an answer such as "See section 1.1 B" or "Idem" means."""

import re
from collections.abc import Sequence

from alliancegraph.graph.words.folding import folded
from alliancegraph.loaders.form.words import Words

_BETWEEN = r"[\s.,:/()–-]*(?:[^\W\d_]+\s+)?"


def targets(answer: str, code: str, codes: Sequence[str], words: Words) -> tuple[str, ...]:
    """Return the codes of the sections that the answer of one points at; none if it leaves open which.

    A goal alone means the same question under it; a question alone the one under the same goal; "idem" the section
    before.
    """
    plain = " ".join(folded(answer).casefold().split())
    goal, _, label = code.rpartition("/")
    others = [other for other in codes if other != code]
    whole = [other for other in others if _names(plain, *other.rsplit("/", 1))]
    if whole:
        return tuple(whole)
    of_goals = [
        other
        for other in others
        if "/" in other and other.endswith(f"/{label}") and _names(plain, other.rsplit("/", 1)[0])
    ]
    if of_goals:
        return tuple(of_goals)
    own = [other for other in others if other.startswith(f"{goal}/") and _names(plain, other.rsplit("/", 1)[1])]
    if own and not re.search(r"\d", plain):
        return tuple(own)
    before = codes[: codes.index(code)]
    same = any(word in words["same"] for word in re.findall(r"\w+", plain))
    return tuple(before[-1:]) if same else ()


def _names(plain: str, *parts: str) -> bool:
    """Return whether a text has those parts of a code side by side, and no other code around them."""
    pattern = _BETWEEN.join(re.escape(part.casefold()) for part in parts)
    return re.search(rf"(?<![\w.]){pattern}(?!\w|\.\d)", plain) is not None
