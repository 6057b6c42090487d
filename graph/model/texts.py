"""Texts from users' files: each knows its file and line, and can be read as a number, a day or a name."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from alliancegraph.graph.errors import ClaimsError, Problem
from alliancegraph.graph.model.dates import NoPeriod, Period, day
from alliancegraph.graph.model.reports import Origin
from alliancegraph.graph.words.folding import readable
from alliancegraph.graph.words.languages import canonical_language, is_language
from alliancegraph.graph.words.numbers import DECIMAL, WHOLE, decimal, whole


class Text(str):
    """Words as people read them, on one line, with the file and line (from 1) where they are written, if any.

    It compares as a plain str. The methods that convert it raise ClaimsError, with its place.

    >>> Text("two  words\\n", (Path("a.yaml"), 3)) == "two words"
    True
    """

    __slots__ = ("origin",)
    origin: Origin | None

    def __new__(cls, words: str, origin: Origin | None = None) -> "Text":
        text = super().__new__(cls, readable(words))
        text.origin = origin
        return text

    def __reduce__(self) -> "tuple[type[Text], tuple[str, Origin | None]]":
        return Text, (str(self), self.origin)

    @property
    def folder(self) -> Path:
        """The folder of its file; the working directory for a text that is in no file."""
        return self.origin[0].parent if self.origin else Path()

    def error(self, found: str, expected: str, remedy: str) -> ClaimsError:
        """Return the error to raise when this text is not as it should be."""
        return ClaimsError(Problem(found, expected, remedy, *(self.origin or ())))

    def name(self) -> str:
        """Return the text if an IRI can hold it as a name: letters, digits, hyphens, dots and underscores."""
        return self.named(self)

    def named(self, word: str) -> str:
        """Return that word of the text if an IRI can hold it as a name."""
        if not re.fullmatch(r"\w[\w.-]*", word):
            found = f"'{word}' is not a short name"
            raise self.error(found, "letters, digits and hyphens, without blanks", "Shorten it: river-police.")
        return word

    def number(self) -> int:
        """Return the text as a whole number."""
        try:
            return whole(self)
        except ValueError:
            raise self.error(f"found '{self}'", WHOLE, "Write digits only.") from None

    def decimal(self) -> Decimal:
        """Return the text as a number."""
        try:
            return decimal(self)
        except ValueError:
            raise self.error(f"found '{self}'", DECIMAL, "Write digits only.") from None

    def day(self) -> date:
        """Return the text as a day."""
        try:
            return day(self)
        except ValueError:
            raise self.error(
                f"'{self}' is not a date", "a date such as 2014-02-01", "Look it up in the text."
            ) from None

    def year(self) -> int:
        """Return the text as a year of four digits."""
        if not re.fullmatch("[1-9][0-9]{3}", self):
            raise self.error(f"found '{self}'", "a year of four digits", "Look it up in the text.")
        return int(self)

    def period(self) -> Period:
        """Return the text as a period."""
        try:
            return Period.parse(str(self))
        except NoPeriod as error:
            raise self.error(*error.problem[:3]) from None

    def language(self) -> str:
        """Return the text as a language tag (BCP 47) whose language is in ISO 639, in canonical case."""
        if not is_language(self):
            remedy = "Write the language's code, with a script or country after a hyphen if needed."
            raise self.error(f"'{self}' is not a language tag", "a tag such as ro, en-GB or sr-Latn", remedy)
        return canonical_language(self)
