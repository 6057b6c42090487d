"""YAML files in which every value knows its file and line, read strictly: each key is expected or refused."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.errors import ClaimsError, InputError, Problem, both, every, suggestion


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
        """The mapping by key; raises ClaimsError that lists the keys that are missing or unknown."""
        pairs = self.pairs()
        both(
            lambda: every(lambda pair: pair[0].refuse_other_than([*required, *optional]), pairs),
            lambda: every(lambda name: self._require(name, pairs), required),
        )
        return {key.text(): value for key, value in pairs}

    def refuse_other_than(self, words: Collection[str]) -> None:
        """Raises ClaimsError if the value is none of those words."""
        if self.text() not in words:
            expected = "one of " + ", ".join(words)
            raise self.error(f"unknown key '{self.text()}'", expected, suggestion(self.text(), words))

    def _require(self, name: str, pairs: Iterable[tuple["Value", "Value"]]) -> None:
        if name not in (key.text() for key, _ in pairs):
            raise self.error(f"'{name}' is missing", f"the key {name}", f"Add `{name}: …`.")


def read_yaml(path: Path) -> Value:
    """The file's document; raises InputError when it is missing, empty or no YAML."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        problem = Problem(f"cannot be read ({error.strerror})", "a YAML file", "Check the path.", path)
        raise InputError(problem) from None
    except UnicodeDecodeError:
        raise InputError(Problem("is not UTF-8", "a text file", "Save it as UTF-8.", path)) from None
    except yaml.MarkedYAMLError as error:
        raise InputError(_slip(path, error)) from None
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
