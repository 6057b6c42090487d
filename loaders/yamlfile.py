"""YAML files in which every value knows its file and line, read strictly: each key is expected or refused."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import yaml

from alliancegraph.graph.errors import ClaimsError, InputError, Problem, every
from alliancegraph.graph.files.textfile import read_text
from alliancegraph.graph.files.yamltext import NULL, composed
from alliancegraph.graph.model.dates import NoPeriod, Period, day
from alliancegraph.graph.words.folding import readable
from alliancegraph.graph.words.numbers import DECIMAL, WHOLE, decimal, whole
from alliancegraph.graph.words.suggestions import suggestion

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]{2,8})*")
_CASES = {2: str.upper, 4: str.capitalize}  # a country, a script
ENDINGS = (".yaml", ".yml")
_FILL = "Write it, or leave the key out; a text that reads ~ or null needs quotation marks."


@dataclass(frozen=True)
class Value:
    """A YAML value and where it stands."""

    file: Path
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line of the value, counted from 1."""
        return int(self.node.start_mark.line) + 1

    def error(self, found: str, expected: str, remedy: str) -> ClaimsError:
        """The error to raise when this value is not as it should be."""
        return ClaimsError(Problem(found, expected, remedy, self.file, self.line))

    @property
    def kind(self) -> str:
        """What the value is: scalar, sequence or mapping."""
        return type(self.node).__name__.removesuffix("Node").lower()

    @property
    def is_text(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_empty(self) -> bool:
        """Whether nothing that can be seen is written, or a word for nothing: ~ or null without quotation marks."""
        if not isinstance(self.node, yaml.ScalarNode):
            return False
        return self.node.tag == NULL or not any(sign.isprintable() for sign in "".join(self.node.value.split()))

    def text(self) -> str:
        """The value as text: composed, without characters that nobody sees, white space collapsed; raises if empty."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(f"found a {self.kind}", "a text", "Write it on one line, or quote it.")
        if self.is_empty:
            raise self.error("found nothing here", "a text", _FILL)
        return readable(self.node.value)

    def name(self) -> str:
        """The value as a name that an IRI can hold: letters, digits, hyphens, dots and underscores."""
        return self.named(self.text())

    def named(self, word: str) -> str:
        """That word of the value as such a name."""
        if not re.fullmatch(r"\w[\w.-]*", word):
            found = f"'{word}' is no short name"
            raise self.error(found, "letters, digits and hyphens, without blanks", "Shorten it: river-police.")
        return word

    def number(self) -> int:
        """The value as a whole number."""
        try:
            return whole(self.text())
        except ValueError:
            raise self.error(f"found '{self.text()}'", WHOLE, "Write digits only.") from None

    def decimal(self) -> Decimal:
        """The value as a number."""
        try:
            return decimal(self.text())
        except ValueError:
            raise self.error(f"found '{self.text()}'", DECIMAL, "Write digits only.") from None

    def day(self) -> date:
        """The value as a day."""
        try:
            return day(self.text())
        except ValueError:
            raise self.error(
                f"'{self.text()}' is no day", "a day such as 2014-02-01", "Look it up in the text."
            ) from None

    def language(self) -> str:
        """The value as a language tag (BCP 47) whose language is in ISO 639, in capitals as that writes them."""
        if not is_language(self.text()):
            remedy = "Write the language's code, with a script or country behind a hyphen if need be."
            raise self.error(f"'{self.text()}' is no language tag", "a tag such as ro, en-GB or sr-Latn", remedy)
        return canonical_language(self.text())

    def year(self) -> int:
        """The value as a year of four digits."""
        if not re.fullmatch("[1-9][0-9]{3}", self.text()):
            raise self.error(f"found '{self.text()}'", "a year of four digits", "Look it up in the text.")
        return int(self.text())

    def period(self) -> Period:
        """The value as a period."""
        try:
            return Period.parse(self.text())
        except NoPeriod as error:
            raise self.error(*error.problem[:3]) from None

    def elements(self) -> list["Value"]:
        """The elements of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Value(self.file, node) for node in self.node.value]
        return [self]

    def split(self) -> list[str]:
        """Each two neighbours of a list in brackets as one text, which may be meant; quotation marks say no."""
        if not (isinstance(self.node, yaml.SequenceNode) and self.node.flow_style):
            return []
        plain = [isinstance(node, yaml.ScalarNode) and not node.style for node in self.node.value]
        neighbours = zip(pairwise(self.elements()), pairwise(plain), strict=True)
        return [f"{one.text()}, {other.text()}" for (one, other), both in neighbours if all(both)]

    def some(self) -> list["Value"]:
        """The elements of a list, or a single value; raises if the list is empty."""
        if not self.elements():
            raise self.error("an empty list", "at least one element", "Write one, or leave the key out.")
        return self.elements()

    def pairs(self) -> list[tuple["Value", "Value"]]:
        """The keys and values of a mapping, in order; raises if a key is empty or has nothing behind it."""
        pairs = self.written()
        every(lambda pair: pair[0].refuse_empty(pair[1]), pairs)
        return pairs

    def written(self) -> list[tuple["Value", "Value"]]:
        """The keys and values of a mapping, in order, whatever is empty in them."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"found a {self.kind}", "keys with values", "Write `key: value`.")
        return [(Value(self.file, key), Value(self.file, value)) for key, value in self.node.value]

    def refuse_empty(self, value: "Value") -> None:
        """Raises ClaimsError if nothing stands behind this key."""
        if self.is_empty:
            raise self.error("a key that is empty", "a word before the colon", "Write it, or remove the line.")
        if value.is_empty:
            remedy = _FILL
            if ":" in self.text():
                remedy = "Put a space after the colon."
            elif self.node.end_mark.index == value.node.start_mark.index:
                remedy = f"If the comma before it belongs to a text, put that text in quotation marks. {_FILL}"
            raise self.error(f"'{self.text()}' is empty", "something behind the key", remedy)

    def record(self, required: Collection[str], optional: Collection[str] = ()) -> dict[str, "Value"]:
        """The mapping by key; raises ClaimsError that lists the keys that are missing or unknown."""
        named = [key for key, _ in self.written() if not key.is_empty]
        checks: list[Callable[[], object]] = [
            self.pairs,
            lambda: every(lambda key: key.refuse_other_than([*required, *optional]), named),
            lambda: every(self.require, required),
        ]
        every(lambda check: check(), checks)
        return {key.text(): value for key, value in self.pairs()}

    def refuse_other_than(self, words: Collection[str]) -> None:
        """Raises ClaimsError if the value is none of those words."""
        if self.text() not in words:
            expected = "one of " + ", ".join(words)
            raise self.error(f"unknown key '{self.text()}'", expected, suggestion(self.text(), words))

    def require(self, name: str) -> None:
        """Raises ClaimsError if the mapping lacks that key."""
        if name not in (key.text() for key, _ in self.written() if not key.is_empty):
            raise self.error(f"'{name}' is missing", f"the key {name}", f"Add `{name}: …`.")


def is_language(tag: str) -> bool:
    """Whether a text is a language tag whose first part ISO 639 knows.

    >>> is_language("sr-Latn"), is_language("me"), is_language("fr_FR")
    (True, False, False)
    """
    import pycountry

    parts = _TAG.fullmatch(tag)
    language, known = parts["language"].lower() if parts else "", pycountry.languages
    return bool(language and (known.get(alpha_2=language) or known.get(alpha_3=language)))


def canonical_language(tag: str) -> str:
    """The tag with small and capital letters as BCP 47 has them: nobody may tell two apart by these.

    >>> canonical_language("EN-gb"), canonical_language("SR-LATN-rs")
    ('en-GB', 'sr-Latn-RS')
    """
    language, *others = tag.lower().split("-")
    return "-".join([language, *(_CASES.get(len(part), str)(part) for part in others)])


def read_yaml(path: Path) -> Value:
    """The file's document; raises InputError when it is missing or empty, or when something in it would be lost."""
    node = composed(read_text(path, "a YAML file"), path)
    if node is None:
        raise InputError(Problem("is empty", "a YAML file", "Write it, or remove it.", path))
    return Value(path, node)
