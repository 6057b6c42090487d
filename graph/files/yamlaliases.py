"""Aliases (*name) in YAML that is edited: each is a node of its own, and is kept when its anchor is removed."""

from collections.abc import Iterable, Iterator, Sequence

import yaml

from alliancegraph.graph.files.textedits import Edit, end_of, start_of
from alliancegraph.graph.files.yamlwriting import Plain, pair
from alliancegraph.graph.words.folding import readable


class Aliases:
    """The aliases (*name) of a text, and the nodes to which they refer."""

    def __init__(self, text: str) -> None:
        tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader)) if "*" in text else []
        self._anchors = [token for token in tokens if isinstance(token, yaml.AnchorToken)]
        self._aliases = [token for token in tokens if isinstance(token, yaml.AliasToken)]
        self._named: dict[str, yaml.Node] = {}

    def with_alias_nodes(self, node: yaml.Node) -> yaml.Node:
        """Return the node with each alias in it as a node of its own, at the alias's place."""
        return self._with_alias_nodes(node, iter(self._aliases), set())

    def _with_alias_nodes(self, node: yaml.Node, aliases: Iterator[yaml.AliasToken], seen: set[int]) -> yaml.Node:
        if id(node) in seen:
            alias = next(aliases)
            self._named[alias.value] = node
            return yaml.ScalarNode(node.tag, alias.value, alias.start_mark, alias.end_mark, style="*")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            pairs = [tuple(self._with_alias_nodes(each, aliases, seen) for each in pair) for pair in node.value]
            return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
        if isinstance(node, yaml.SequenceNode):
            elements = [self._with_alias_nodes(each, aliases, seen) for each in node.value]
            return yaml.SequenceNode(node.tag, elements, node.start_mark, node.end_mark, node.flow_style)
        return node

    def moved(self, lines: Sequence[str], edits: Sequence[Edit]) -> Iterator[Edit]:
        """Yield edits that write out a removed anchor at its first remaining alias, and drop unused anchors."""
        for anchor in self._anchors:
            left = [each for each in self._aliases if each.value == anchor.value and not _goes(each, edits)]
            if left and _goes(anchor, edits):
                yield self._written_out(left[0], lines)
            elif not (left or _goes(anchor, edits)):
                line, column = end_of(anchor)
                blanks = len(lines[line]) - column - len(lines[line][column:].lstrip())
                yield Edit(start_of(anchor), (line, column + blanks), "")

    def _written_out(self, alias: yaml.AliasToken, lines: Sequence[str]) -> Edit:
        line = lines[alias.start_mark.line]
        written = "\n".join(pair("x", _plain(self._named[alias.value]), len(line) - len(line.lstrip(" -"))))
        return Edit(start_of(alias), end_of(alias), f"&{alias.value}{written.removeprefix('x:')}")


def _goes(token: yaml.Token, edits: Iterable[Edit]) -> bool:
    return any(edit.start <= start_of(token) < edit.end for edit in edits)


def _plain(node: yaml.Node) -> Plain:
    """Return the content of a node as plain data."""
    if isinstance(node, yaml.MappingNode):
        return {readable(str(key.value)): _plain(value) for key, value in node.value}
    return [_plain(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else readable(str(node.value))
