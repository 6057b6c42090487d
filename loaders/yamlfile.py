"""YAML files in which every value knows its file and line, read strictly: each key is expected or refused."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.errors import ClaimsError, InputError, Problem, suggestion
from graph.textfile import read_text


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

    def text(self) -> str:
        """The value as text, white space collapsed."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(f"found a {self.kind}", "a text", "Write it on one line, or quote it.")
        return " ".join(self.node.value.split())

    def name(self) -> str:
        """The value as a name that an IRI can hold: letters, digits, hyphens, dots and underscores."""
        if not re.fullmatch(r"\w[\w.-]*", self.text()):
            found = f"'{self.text()}' is no short name"
            raise self.error(found, "letters, digits and hyphens, without blanks", "Shorten it: river-police.")
        return self.text()

    def number(self) -> int:
        """The value as a whole number."""
        try:
            return int(self.text())
        except ValueError:
            raise self.error(f"found '{self.text()}'", "a whole number", "Write digits only.") from None

    def elements(self) -> list["Value"]:
        """The elements of a list; a single value counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Value(self.file, node) for node in self.node.value]
        return [self]

    def pairs(self) -> list[tuple["Value", "Value"]]:
        """The keys and values of a mapping, in order; raises if a key stands twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"found a {self.kind}", "keys with values", "Write `key: value`.")
        pairs = [(Value(self.file, key), Value(self.file, value)) for key, value in self.node.value]
        seen: set[str] = set()
        for key, _ in pairs:
            if key.text() in seen:
                raise key.error(f"the key '{key.text()}' stands twice", "it once", "Join the two.")
            seen.add(key.text())
        return pairs

    def record(self, required: Collection[str], optional: Collection[str] = ()) -> dict[str, "Value"]:
        """The mapping by key; raises if a key is missing or unknown."""
        record = {}
        for key, value in self.pairs():
            if key.text() not in {*required, *optional}:
                raise key.error(
                    f"unknown key '{key.text()}'",
                    "one of " + ", ".join([*required, *optional]),
                    suggestion(key.text(), [*required, *optional]),
                )
            record[key.text()] = value
        for name in required:
            if name not in record:
                raise self.error(f"'{name}' is missing", f"the key {name}", f"Add `{name}: …`.")
        return record


def read_yaml(path: Path) -> Value:
    """The file's document; raises InputError when it is missing, empty or no YAML."""
    try:
        node = yaml.compose(read_text(path, "a YAML file"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise InputError(_slip(path, error)) from None
    except yaml.YAMLError as error:
        problem = Problem(f"not YAML ({error})", "text without control characters", "Take them out.", path)
        raise InputError(problem) from None
    if node is None:
        raise InputError(Problem("is empty", "a YAML file", "Write it, or remove it.", path))
    return Value(path, node)


def _slip(path: Path, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    remedy = (
        "Line up keys and list dashes with those above, close quotation marks, put a space after each colon; "
        f"a text that holds ': ' needs quotes or `>-`. (The YAML reader says: {error.problem}.)"
    )
    return Problem("not YAML from here or just above", "keys, lists and texts, each at its indent", remedy, path, line)
