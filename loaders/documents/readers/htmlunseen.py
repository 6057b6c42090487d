"""Elements of a web page whose words are not written: those that nobody sees, or that are struck out, and pictures."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import TreeBuilder

from alliancegraph.loaders.documents.omissions import Omitted

_NEVER_SEEN = ("script", "style", "template", "noscript", "head", "datalist")
_OMITTED = {
    "svg": Omitted.PICTURE,
    "math": Omitted.FORMULA,
    **dict.fromkeys(("del", "s", "strike"), Omitted.STRUCK),
    **dict.fromkeys(("object", "iframe", "canvas", "video", "audio"), Omitted.OBJECT),
}
_STYLES = {
    Omitted.HIDDEN: re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b"),
    Omitted.STRUCK: re.compile(r"\btext-decoration[\w-]*\s*:[^;]*\bline-through\b"),
}


class Unseen:
    """An element whose words are not written: the kind of its omission, if it is one, and what is inside."""

    def __init__(self, kind: Omitted | None, words: str = "") -> None:
        self.kind = kind
        self.words = words
        self.depth = 0  # how many elements are open with it
        self.formula = TreeBuilder() if kind is Omitted.FORMULA else None
        self._never_seen = 0
        if self.formula:
            self.formula.start("math", {})

    @property
    def is_told(self) -> bool:
        """Whether somebody who sees the page would miss it: all but passages without words."""
        return self.kind not in (Omitted.STRUCK, Omitted.HIDDEN) or bool(self.words.strip())

    def begin(self, tag: str) -> None:
        """Begin an element inside."""
        self._never_seen += tag in _NEVER_SEEN
        if self.formula:
            self.formula.start(tag, {})

    def end(self, tag: str) -> None:
        """End an element inside, or this one."""
        self._never_seen -= tag in _NEVER_SEEN and self._never_seen > 0
        if self.formula:
            self.formula.end(tag)

    def data(self, words: str) -> None:
        """Note words inside."""
        self.words += words * (not self._never_seen)
        if self.formula:
            self.formula.data(words)


def unseen_element(tag: str, attributes: Mapping[str, str]) -> Unseen | None:
    """Return an element whose words are not written; None if they are."""
    styles = (kind for kind, style in _STYLES.items() if style.search(attributes.get("style", "")))
    if tag in _NEVER_SEEN or (tag == "option" and "selected" not in attributes):
        return Unseen(None)
    if "hidden" in attributes:
        return Unseen(Omitted.HIDDEN)
    kind = _OMITTED.get(tag) or next(styles, None)
    if kind is Omitted.PICTURE and is_ornament(attributes):
        return Unseen(None)
    return Unseen(kind, attributes.get("aria-label", "")) if kind else None


def is_ornament(attributes: Mapping[str, str]) -> bool:
    """Return whether a picture is none that says something, by its own account, or too small to be seen."""
    is_named_so = attributes.get("alt") == "" or attributes.get("role") in ("presentation", "none")
    is_tiny = all(attributes.get(side, "") in ("0", "1", "2") for side in ("width", "height"))
    return is_named_so or is_tiny or attributes.get("aria-hidden") == "true"
