"""The print of a file while a reader writes it: its text, piece by piece, with its furniture and omissions."""

from alliancegraph.loaders.documents.omissions import Omission, Omitted
from alliancegraph.loaders.documents.prints import Kind, Print, Stretch
from alliancegraph.loaders.documents.readers.raised import is_mark, is_power, lowered, raised

_NEAR = 20  # characters before a raised digit that tell what it is


class Draft:
    """What is written so far, and in `before` what will part the next words from it."""

    def __init__(self) -> None:
        self.before = ""
        self.length = 0
        self._parts: list[str] = []
        self._stretches: list[Stretch] = []
        self._omissions: list[Omission] = []

    @property
    def print(self) -> Print:
        """The print as written."""
        return Print("".join(self._parts), tuple(self._stretches), omissions=tuple(self._omissions))

    @property
    def end(self) -> str:
        """The last words that are written."""
        return "".join(self._parts[-_NEAR:])[-_NEAR:]

    def write(self, text: str, kind: Kind | None) -> None:
        """Write characters, as furniture of that kind if it is one, behind what parts them from those before."""
        if not text:
            return
        whole = (self.before if self.length else self.before.lstrip(" \n")) + text
        if kind:
            self._stretches.append(Stretch(self.length, self.length + len(whole), kind))
        self.before = ""
        self._parts.append(whole)
        self.length += len(whole)

    def write_raised(self, words: str, kind: Kind | None) -> None:
        """Write words that are printed raised: powers as such, and marks of notes as furniture."""
        is_digits, is_of_note = self._is_power(words), not self.before and is_mark(words, self.end)
        self.write(raised(words) if is_digits else words, kind or (Kind.FOOTNOTE_MARK if is_of_note else None))

    def write_lowered(self, words: str, kind: Kind | None) -> None:
        """Write words that are printed lowered."""
        self.write(lowered(words) if self._is_power(words) else words, kind)

    def _is_power(self, words: str) -> bool:
        return not self.before and is_power(words, self.end)

    def omit(self, omitted: Omitted, words: str, kind: Kind | None) -> None:
        """Note what is left out here, unless it is in furniture."""
        if not kind:
            self._omissions.append(Omission(self.length, omitted, words))
