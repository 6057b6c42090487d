"""YAML files in which every value knows its file and line; unknown keys are refused."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml

from alliancegraph.graph.errors import ClaimsError, InputError, Problem, every
from alliancegraph.graph.files.textfile import read_text
from alliancegraph.graph.files.yamltext import NULL, composed
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.suggestions import suggestion

ENDINGS = (".yaml", ".yml")
_FILL = "Write it, or leave the key out; a text that reads ~ or null needs quotation marks."


@dataclass(frozen=True)
class Value:
    """A YAML value with its file and place."""

    file: Path
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line of the value, counted from 1."""
        return int(self.node.start_mark.line) + 1

    def error(self, found: str, expected: str, remedy: str) -> ClaimsError:
        """Return the error to raise when this value is not as it should be."""
        return ClaimsError(Problem(found, expected, remedy, self.file, self.line))

    @property
    def kind(self) -> str:
        """The kind of the value: scalar, sequence or mapping."""
        return type(self.node).__name__.removesuffix("Node").lower()

    @property
    def is_text(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_empty(self) -> bool:
        """Whether the value has no visible text, or is ~ or null without quotation marks."""
        if not isinstance(self.node, yaml.ScalarNode):
            return False
        return self.node.tag == NULL or not any(sign.isprintable() for sign in "".join(self.node.value.split()))

    def text(self) -> Text:
        """Return the value as a text; raise ClaimsError if it is empty or no text."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(f"found a {self.kind}", "a text", "Write it on one line, or quote it.")
        if self.is_empty:
            raise self.error("found nothing here", "a text", _FILL)
        return Text(self.node.value, (self.file, self.line))

    def words(self) -> Text:
        """Return the value as a text, which may be empty in quotation marks; raise ClaimsError as `text` does."""
        if isinstance(self.node, yaml.ScalarNode) and self.node.tag != NULL and not self.node.value.strip():
            return Text("", (self.file, self.line))
        return self.text()

    def elements(self) -> list["Value"]:
        """Return the elements of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Value(self.file, node) for node in self.node.value]
        return [self]

    def split(self) -> list[str]:
        """Return each two unquoted neighbours of a list in brackets, joined by a comma, as they may be one text."""
        if not (isinstance(self.node, yaml.SequenceNode) and self.node.flow_style):
            return []
        plain = [isinstance(node, yaml.ScalarNode) and not node.style for node in self.node.value]
        neighbours = zip(pairwise(self.elements()), pairwise(plain), strict=True)
        return [f"{one.text()}, {other.text()}" for (one, other), both in neighbours if all(both)]

    def some(self) -> list["Value"]:
        """Return the elements of a list, or a single value; raise ClaimsError if the list is empty."""
        if not self.elements():
            raise self.error("an empty list", "at least one element", "Write one, or leave the key out.")
        return self.elements()

    def pairs(self) -> list[tuple["Value", "Value"]]:
        """Return the keys and values of a mapping, in order; raise ClaimsError if a key or its value is empty."""
        pairs = self.written()
        every(lambda pair: pair[0].refuse_empty(pair[1]), pairs)
        return pairs

    def written(self) -> list[tuple["Value", "Value"]]:
        """Return the keys and values of a mapping, in order, empty ones included."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"found a {self.kind}", "keys with values", "Write `key: value`.")
        return [(Value(self.file, key), Value(self.file, value)) for key, value in self.node.value]

    def refuse_empty(self, value: "Value") -> None:
        """Raise ClaimsError if this key has no value."""
        if self.is_empty:
            raise self.error("a key that is empty", "a word before the colon", "Write it, or remove the line.")
        if value.is_empty:
            remedy = _FILL
            if ":" in self.text():
                remedy = "Put a space after the colon."
            elif self.node.end_mark.index == value.node.start_mark.index:
                remedy = f"If the comma before it belongs to a text, put that text in quotation marks. {_FILL}"
            raise self.error(f"'{self.text()}' is empty", "a value after the key", remedy)

    def record(self, required: Collection[str], optional: Collection[str] = ()) -> dict[str, "Value"]:
        """Return the mapping by key; raise ClaimsError that lists the keys that are missing or unknown."""
        checks: list[Callable[[], object]] = [
            self.pairs,
            lambda: self.refuse_unknown([*required, *optional]),
            lambda: every(self.require, required),
        ]
        every(lambda check: check(), checks)
        return self.by_key()

    def by_key(self) -> dict[str, "Value"]:
        """Return the mapping by key, whatever its keys and values are."""
        return {key.text(): value for key, value in self.written() if not key.is_empty}

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Raise ClaimsError for each key that is none of those."""
        named = [key for key, _ in self.written() if not key.is_empty]
        every(lambda key: key.refuse_other_than(known), named)

    def refuse_other_than(self, words: Collection[str]) -> None:
        """Raise ClaimsError if the value is none of those words."""
        if self.text() not in words:
            expected = "one of " + ", ".join(words)
            raise self.error(f"unknown key '{self.text()}'", expected, suggestion(self.text(), words))

    def require(self, name: str) -> None:
        """Raise ClaimsError if the mapping lacks that key."""
        if not any(key.text() == name for key, _ in self.written() if not key.is_empty):
            raise self.error(f"'{name}' is missing", f"the key {name}", f"Add `{name}: …`.")


def read_yaml(path: Path) -> Value:
    """Return the file's document; raise InputError if it is missing or empty, or if reading it would lose content."""
    return parse_yaml(read_text(path, "a YAML file"), path)


def parse_yaml(text: str, path: Path) -> Value:
    """Return the document in a text; raise InputError, which names the path, as `read_yaml` does."""
    node = composed(text, path)
    if node is None:
        raise InputError(Problem("is empty", "a YAML file", "Write it, or remove it.", path))
    return Value(path, node)
