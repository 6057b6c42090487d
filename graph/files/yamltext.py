"""Reads YAML that people wrote so that nothing is lost: what YAML would silently drop or change is refused."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from alliancegraph.graph.errors import InputError, Problem
from alliancegraph.graph.files.yamlcomments import doubtful_comments
from alliancegraph.graph.words.folding import readable

NULL = "tag:yaml.org,2002:null"
_UNREADABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_DEEPEST = 50  # lists and keys inside each other
_OPENING = (
    *(yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken),
    *(yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken),
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_WHOLE = r"-?(?:0|[1-9][0-9]*)"
_QUOTED = ("a text, a list or keys", "Put a text that begins with this sign in quotation marks.")


class _Loader(yaml.CSafeLoader):
    """Resolves null, true, false and plain numbers; `no`, `010`, `1_000` and `2014-02-01` are texts."""


_Loader.yaml_implicit_resolvers = {
    None: [
        (NULL, re.compile(r"(?:~|null|Null|NULL|)\Z")),
        ("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z")),
        ("tag:yaml.org,2002:int", re.compile(rf"{_WHOLE}\Z")),
        ("tag:yaml.org,2002:float", re.compile(rf"{_WHOLE}\.[0-9]+\Z")),
    ]
}


def composed(text: str, path: Path) -> yaml.Node | None:
    """Return the document of a YAML text, None if it is empty; raise InputError with all that is wrong, by line.

    Refused besides malformed YAML: comments that may be meant as text, tags, directives, anchors without an alias,
    merge keys, repeated keys, control characters.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse(path, _unreadable(text))
    try:
        tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader))
        _refuse(path, [*_too_deep(tokens), *_signs(tokens), *doubtful_comments(tokens, text)])
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise InputError(_slip(error)._replace(file=path)) from None
    _refuse(path, (problem for each in _nodes(node) for problem in _changes(each)))
    return node


def loaded(text: str, path: Path) -> dict[str, Any]:
    """Return the keys and values of a YAML text as Python values; raise InputError as `composed` does."""
    node = composed(text, path)
    if not isinstance(node, yaml.MappingNode):
        raise InputError(Problem("holds no keys", "keys with values", "Write `key: value`.", path, 1))
    values: dict[str, Any] = _Loader("").construct_document(node)
    return values


def _refuse(path: Path, problems: Iterable[Problem]) -> None:
    if found := [problem._replace(file=path) for problem in problems]:
        raise InputError(*found)


def _unreadable(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for character in _UNREADABLE.findall(line):
            yield _stray(character, number)


def _stray(character: str, line: int) -> Problem:
    name = unicodedata.name(character, "a control character").lower()
    found = f"the character U+{ord(character):04X} ({name})"
    return Problem(found, "letters, signs, blanks and line ends", "Delete it, or put a blank there.", line=line)


def _too_deep(tokens: Sequence[yaml.Token]) -> Iterator[Problem]:
    depths = accumulate(isinstance(token, _OPENING) - isinstance(token, _CLOSING) for token in tokens)
    at = next((token for token, depth in zip(tokens, depths, strict=True) if depth > _DEEPEST), None)
    if at:
        expected = f"at most {_DEEPEST} lists and keys inside each other"
        remedy = "Check whether brackets are left open."
        yield Problem("lists and keys too deep", expected, remedy, line=at.start_mark.line + 1)


def _signs(tokens: Sequence[yaml.Token]) -> Iterator[Problem]:
    """Yield a problem for each sign at a text's beginning that YAML interprets and drops."""
    used = {token.value for token in tokens if isinstance(token, yaml.AliasToken)}
    for token in tokens:
        line = token.start_mark.line + 1
        if isinstance(token, yaml.AnchorToken) and token.value not in used:
            yield Problem(f"the mark '&{token.value}', to which no alias refers", *_QUOTED, line=line)
        elif isinstance(token, yaml.TagToken):
            yield Problem("a mark that begins with '!', which YAML drops", *_QUOTED, line=line)
        elif isinstance(token, yaml.DirectiveToken):
            yield Problem("a line that begins with '%', which YAML drops", *_QUOTED, line=line)


def _nodes(node: yaml.Node | None) -> Iterable[yaml.Node]:
    """Return a node and all distinct nodes below it."""
    found: dict[int, yaml.Node] = {}
    left = [node] if node else []
    while left:
        each = left.pop()
        if id(each) not in found:
            found[id(each)] = each
            left += _below(each)
    return found.values()


def _below(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _changes(node: yaml.Node) -> Iterator[Problem]:
    """Yield a problem for each part of the node that would be lost or changed by reading."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        yield from (_stray(character, line) for character in _UNREADABLE.findall(node.value))
    if isinstance(node, yaml.MappingNode):
        keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        lines = {readable(key.value): key.start_mark.line + 1 for key in keys}
        counts = Counter(readable(key.value) for key in keys)
        yield from (_repeated(key, count, lines[key]) for key, count in counts.items() if count > 1)
        yield from (_merge(key) for key in keys if key.value == "<<" and not key.style)


def _repeated(key: str, count: int, line: int) -> Problem:
    times = "twice" if count == 2 else f"{count} times"
    return Problem(f"the key '{key}' occurs {times}", "it once", "Join them.", line=line)


def _merge(key: yaml.ScalarNode) -> Problem:
    return Problem("a merge key (<<)", "keys written out", "Write the keys here.", line=key.start_mark.line + 1)


def _slip(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    if isinstance(error, yaml.composer.ComposerError) and "single document" in str(error.context):
        return Problem("a second document (---)", "one in a file", "Write one file for each.", line=line)
    remedy = (
        "Line up keys and list dashes with those above, close quotation marks, put a space after each colon; "
        f"a text that holds ': ' or begins with a sign needs quotes or `>-`. (The YAML reader says: {error.problem}.)"
    )
    return Problem("not YAML from here or just above", "keys, lists and texts, each at its indent", remedy, line=line)
