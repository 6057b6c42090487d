"""Changes to YAML that people wrote: what says the same keeps its lines to the byte, comments and layout included.

What is to change is found key by key and element by element, and written in the smallest part that has lines of its
own; inside brackets, in the smallest brackets. Texts compare as people read them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypeGuard

import yaml

from alliancegraph.graph.files.yamltext import composed
from alliancegraph.graph.files.yamlwriting import WIDTH, Plain, element, in_brackets, pair
from alliancegraph.graph.words.folding import readable

_END = re.compile(r"\r\n|\n|\r")
_Place = tuple[int, int]  # line and column, counted from 0


class _Edit(NamedTuple):
    """Words to put in place of what stands between two places."""

    start: _Place
    end: _Place
    words: str


class _Part(NamedTuple):
    """A key with its value, or a list's element with its dash (then without a key), and where it begins."""

    start: _Place
    key: str
    node: yaml.Node

    def written(self, value: Plain) -> str:
        """The part with that value, its first line without the indent."""
        column = self.start[1]
        return "\n".join(pair(self.key, value, column) if self.key else element(value, column))


def edited(text: str, old: Plain, new: Plain, path: Path) -> str:
    """A YAML text, of a file at that path, that says `old`, changed so that it says `new`.

    What aliases stand for is written at the first that is left, where its place goes. Raises InputError where the
    text is no YAML. Whether it then says `new` has to be looked at by whoever can read it.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    node = composed(text, path)
    if node is None:
        return text
    lines = _END.split(body)
    aliases = _Aliases("\n".join(lines))
    edits = _Lines(lines).inside(aliases.told_apart(node), old, new) or []
    return mark + _applied(body, [*edits, *aliases.moved(lines, edits)])


class _Aliases:
    """The aliases (*name) of a text, and what each stands for."""

    def __init__(self, text: str) -> None:
        tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader)) if "*" in text else []
        self._anchors = [token for token in tokens if isinstance(token, yaml.AnchorToken)]
        self._aliases = [token for token in tokens if isinstance(token, yaml.AliasToken)]
        self._named: dict[str, yaml.Node] = {}

    def told_apart(self, node: yaml.Node) -> yaml.Node:
        """The node with one for each alias in it, that stands where the alias does."""
        return self._told_apart(node, iter(self._aliases), set())

    def _told_apart(self, node: yaml.Node, aliases: Iterator[yaml.AliasToken], seen: set[int]) -> yaml.Node:
        if id(node) in seen:
            alias = next(aliases)
            self._named[alias.value] = node
            return yaml.ScalarNode(node.tag, alias.value, alias.start_mark, alias.end_mark, style="*")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            pairs = [tuple(self._told_apart(each, aliases, seen) for each in pair) for pair in node.value]
            return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
        if isinstance(node, yaml.SequenceNode):
            elements = [self._told_apart(each, aliases, seen) for each in node.value]
            return yaml.SequenceNode(node.tag, elements, node.start_mark, node.end_mark, node.flow_style)
        return node

    def moved(self, lines: Sequence[str], edits: Sequence[_Edit]) -> Iterator[_Edit]:
        """What stands for each name whose place goes, where the first alias is left; names that no alias has left."""
        for anchor in self._anchors:
            left = [each for each in self._aliases if each.value == anchor.value and not _goes(each, edits)]
            if left and _goes(anchor, edits):
                yield self._written_out(left[0], lines)
            elif not (left or _goes(anchor, edits)):
                line, column = _end_of(anchor)
                blanks = len(lines[line]) - column - len(lines[line][column:].lstrip())
                yield _Edit(_start(anchor), (line, column + blanks), "")

    def _written_out(self, alias: yaml.AliasToken, lines: Sequence[str]) -> _Edit:
        line = lines[alias.start_mark.line]
        said = "\n".join(pair("x", _said(self._named[alias.value]), len(line) - len(line.lstrip(" -"))))
        return _Edit(_start(alias), _end_of(alias), f"&{alias.value}{said.removeprefix('x:')}")


def _goes(token: yaml.Token, edits: Iterable[_Edit]) -> bool:
    return any(edit.start <= _start(token) < edit.end for edit in edits)


def _said(node: yaml.Node) -> Plain:
    """What a node says."""
    if isinstance(node, yaml.MappingNode):
        return {readable(str(key.value)): _said(value) for key, value in node.value}
    return [_said(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else readable(str(node.value))


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    ends = [end[0] for end in _END.finditer(text)]
    starts = [*accumulate((len(line) + len(end) for line, end in zip(_END.split(text), ends, strict=False)), initial=0)]
    for (first, column), (last, behind), words in sorted(edits, reverse=True):
        stop = starts[last] + behind if last < len(starts) else len(text)
        text = text[: starts[first] + column] + words.replace("\n", (*ends, "\n")[0]) + text[stop:]
    return text


class _Lines:
    """The lines of a text, without their ends, in which changes are to be made."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def inside(self, node: yaml.Node, old: Plain, new: Plain) -> list[_Edit] | None:
        """What to change inside a node, which says `old`, so that it says `new`; None where all of it is to change."""
        if not isinstance(node, yaml.CollectionNode) or node.flow_style:
            return self._in_line(node, old, new)
        parts = self._parts(node)
        if _is_keyed(old) and _is_keyed(new) and {part.key for part in parts} == set(old):
            return self._keys({part.key: part for part in parts}, old, new)
        if _is_list(old) and _is_list(new) and new and isinstance(node, yaml.SequenceNode) and len(parts) == len(old):
            return self._elements(parts, old, new)
        return None

    def _parts(self, node: yaml.CollectionNode) -> list[_Part]:
        if isinstance(node, yaml.MappingNode):
            return [_Part(_start(key), readable(str(key.value)), value) for key, value in node.value]
        column = node.start_mark.column
        return [_Part((self._dash(each.start_mark.line, column), column), "", each) for each in node.value]

    def _dash(self, line: int, column: int) -> int:
        """The line of the dash in that column, before an element that begins on that line."""
        return line if self._lines[line][column : column + 1] == "-" else self._dash(line - 1, column)

    def _changed(self, part: _Part, old: Plain, new: Plain) -> list[_Edit]:
        if old == new:
            return []
        edits = self.inside(part.node, old, new)
        return [_Edit(part.start, self._end(part.node), part.written(new))] if edits is None else edits

    def _keys(
        self, parts: Mapping[str, _Part], old: Mapping[str, Plain], new: Mapping[str, Plain]
    ) -> list[_Edit] | None:
        kept, gone = [key for key in old if key in new], [parts[key] for key in old if key not in new]
        if not kept or kept != [key for key in new if key in old] or not all(map(self._begins_line, gone)):
            return None
        edits = [edit for key in kept for edit in self._changed(parts[key], old[key], new[key])]
        edits += [self._removed(part, parts.values()) for part in gone]
        for before, added in _runs(new, old):
            words = [_Part(parts[kept[0]].start, key, parts[kept[0]].node).written(new[key]) for key in added]
            edits.append(self._added(parts.get(before), parts.values(), words))
        return edits

    def _elements(self, parts: Sequence[_Part], old: Sequence[Plain], new: Sequence[Plain]) -> list[_Edit] | None:
        if not all(map(self._begins_line, parts)):
            return None
        edits: list[_Edit] = []
        before, after = ([json.dumps(each) for each in side] for side in (old, new))
        for tag, first, last, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                both = min(last - first, stop - start)
                for at in range(both):
                    edits += self._changed(parts[first + at], old[first + at], new[start + at])
                edits += [self._removed(part, parts) for part in parts[first + both : last]]
                if added := [parts[0].written(value) for value in new[start + both : stop]]:
                    edits.append(self._added(parts[first + both - 1] if first + both else None, parts, added))
        return edits

    def _in_line(self, node: yaml.Node, old: Plain, new: Plain) -> list[_Edit] | None:
        """What to change in a text or in brackets; None where that is better written on lines of its own."""
        edits = list(_in_brackets(node, old, new))
        last, column = self._end(node)
        has_comment = bool(self._lines[last][column:].strip())
        is_short = isinstance(node, yaml.CollectionNode) and all(map(self._fits, edits))
        return edits if has_comment or is_short else None

    def _fits(self, edit: _Edit) -> bool:
        rest = len(self._lines[edit.end[0]]) - edit.end[1]
        return edit.start[1] + len(edit.words) + rest <= WIDTH

    def _added(self, before: _Part | None, siblings: Iterable[_Part], words: Iterable[str]) -> _Edit:
        """Parts put in behind that one, or before the first, with blank lines between where the siblings have them."""
        first, *others = siblings
        indent = " " * first.start[1]
        gap = "\n\n" if self._are_apart([first, *others]) else "\n"
        if before is None and self._begins_line(first):
            return _Edit((first.start[0], 0), (first.start[0], 0), "".join(f"{indent}{each}{gap}" for each in words))
        last = self._end((before or first).node)[0]
        place = last, len(self._lines[last])
        return _Edit(place, place, "".join(f"{gap}{indent}{each}" for each in words))

    def _removed(self, part: _Part, siblings: Iterable[_Part]) -> _Edit:
        """The part's lines taken out, with the blank ones behind them where blank ones stand before them."""
        first, last = part.start[0], self._end(part.node)[0] + 1
        if self._is_blank(first - 1) or part == next(iter(siblings)):
            while self._is_blank(last):
                last += 1
        while last >= len(self._lines) and self._is_blank(first - 1):
            first -= 1
        return _Edit((first, 0), (last, 0), "")

    def _are_apart(self, siblings: Sequence[_Part]) -> bool:
        """Whether blank lines stand between most of the parts; behind it, if there is but one, and that a long one."""
        if len(siblings) == 1:
            last = self._end(siblings[0].node)[0] + 1
            return len(siblings[0].node.value) > 1 and last < len(self._lines) - 1 and self._is_blank(last)
        return 2 * sum(self._is_blank(part.start[0] - 1) for part in siblings[1:]) >= len(siblings)

    def _begins_line(self, part: _Part) -> bool:
        return not self._lines[part.start[0]][: part.start[1]].strip()

    def _is_blank(self, line: int) -> bool:
        return 0 <= line < len(self._lines) and not self._lines[line].strip()

    def _end(self, node: yaml.Node) -> _Place:
        """Where a node ends, without what stands between it and the next."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)
        line, column = _end_of(node)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            line = line if column else line - 1
            while self._is_blank(line):
                line -= 1
            return line, len(self._lines[line])
        return line, column


def _in_brackets(node: yaml.Node, old: Plain, new: Plain) -> Iterator[_Edit]:
    """What to change in a text, or inside brackets, which stay where they are as far as they hold as much."""
    if old == new:
        return
    if children := _children(node, old, new):
        for child in children:
            yield from _in_brackets(*child)
    else:
        yield _Edit(_start(node), _end_of(node), in_brackets(new))


def _children(node: yaml.Node, old: Plain, new: Plain) -> list[tuple[yaml.Node, Plain, Plain]]:
    """The values inside a node with what they say and are to say; none where others come or go."""
    if isinstance(node, yaml.MappingNode) and _is_keyed(old) and _is_keyed(new):
        keys = [readable(str(key.value)) for key, _ in node.value]
        same = keys == list(old) == list(new)
        return [(value, old[key], new[key]) for key, (_, value) in zip(keys, node.value, strict=True)] if same else []
    if isinstance(node, yaml.SequenceNode) and _is_list(old) and _is_list(new):
        same = len(node.value) == len(old) == len(new)
        return [*zip(node.value, old, new, strict=True)] if same else []
    return []


def _runs(new: Iterable[str], old: Mapping[str, Plain]) -> list[tuple[str, list[str]]]:
    """The new keys, those together that stand together, behind the old key before them, if there is one."""
    runs: dict[str, list[str]] = {}
    before = ""
    for key in new:
        if key in old:
            before = key
        else:
            runs.setdefault(before, []).append(key)
    return [*runs.items()]


def _start(part: yaml.Node | yaml.Token) -> _Place:
    return part.start_mark.line, part.start_mark.column


def _end_of(part: yaml.Node | yaml.Token) -> _Place:
    return part.end_mark.line, part.end_mark.column


def _is_keyed(value: Plain) -> TypeGuard[Mapping[str, Plain]]:
    return isinstance(value, Mapping)


def _is_list(value: Plain) -> TypeGuard[Sequence[Plain]]:
    return not isinstance(value, str | Mapping)
