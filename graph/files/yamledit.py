"""Edits YAML that people wrote: whatever keeps its meaning keeps its lines to the byte, with comments and layout.

Differences are found key by key and element by element, and written in the smallest part that has lines of its own;
inside brackets, in the smallest brackets. Texts are compared as people read them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple, TypeGuard

import yaml

from alliancegraph.graph.files.textedits import Edit, Place, applied, end_of, lines_of, start_of
from alliancegraph.graph.files.yamlaliases import Aliases
from alliancegraph.graph.files.yamltext import composed
from alliancegraph.graph.files.yamlwriting import WIDTH, Plain, element, in_brackets, pair
from alliancegraph.graph.words.folding import readable


class _Part(NamedTuple):
    """A key with its value, or an element of a list with its dash (then without a key), and where it begins."""

    start: Place
    key: str
    node: yaml.Node

    def written(self, value: Plain) -> str:
        """Return the part with that value, its first line without the indent."""
        column = self.start[1]
        return "\n".join(pair(self.key, value, column) if self.key else element(value, column))


def edited(text: str, old: Plain, new: Plain, path: Path) -> str:
    """Return a YAML text with the content `old`, changed to have the content `new`; `path` is for errors.

    The value of an anchor that is removed is written out at its first remaining alias. Raise InputError if the text is
    not YAML. The caller has to check that the result has the content `new`.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    node = composed(text, path)
    if node is None:
        return text
    lines = lines_of(body)
    aliases = Aliases("\n".join(lines))
    edits = _Lines(lines).inside(aliases.with_alias_nodes(node), old, new) or []
    return mark + applied(body, [*edits, *aliases.moved(lines, edits)])


class _Lines:
    """The lines of a text, without their ends, in which changes are to be made."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def inside(self, node: yaml.Node, old: Plain, new: Plain) -> list[Edit] | None:
        """Return the edits inside a node that change its content `old` to `new`; None to replace all of it."""
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
            return [_Part(start_of(key), readable(str(key.value)), value) for key, value in node.value]
        column = node.start_mark.column
        return [_Part((self._dash(each.start_mark.line, column), column), "", each) for each in node.value]

    def _dash(self, line: int, column: int) -> int:
        """Return the line of the dash in that column, for an element that begins on that line."""
        return line if self._lines[line][column : column + 1] == "-" else self._dash(line - 1, column)

    def _changed(self, part: _Part, old: Plain, new: Plain) -> list[Edit]:
        if old == new:
            return []
        edits = self.inside(part.node, old, new)
        return [Edit(part.start, self._end(part.node), part.written(new))] if edits is None else edits

    def _keys(
        self, parts: Mapping[str, _Part], old: Mapping[str, Plain], new: Mapping[str, Plain]
    ) -> list[Edit] | None:
        kept, gone = [key for key in old if key in new], [parts[key] for key in old if key not in new]
        if not kept or kept != [key for key in new if key in old] or not all(map(self._begins_line, gone)):
            return None
        edits = [edit for key in kept for edit in self._changed(parts[key], old[key], new[key])]
        edits += [self._removed(part, parts.values()) for part in gone]
        for before, added in _runs(new, old):
            words = [_Part(parts[kept[0]].start, key, parts[kept[0]].node).written(new[key]) for key in added]
            edits.append(self._added(parts.get(before), parts.values(), words))
        return edits

    def _elements(self, parts: Sequence[_Part], old: Sequence[Plain], new: Sequence[Plain]) -> list[Edit] | None:
        if not all(map(self._begins_line, parts)):
            return None
        edits: list[Edit] = []
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

    def _in_line(self, node: yaml.Node, old: Plain, new: Plain) -> list[Edit] | None:
        """Return the edits in a text or in brackets; None if it is better written on lines of its own."""
        edits = list(_in_brackets(node, old, new))
        last, column = self._end(node)
        has_comment = bool(self._lines[last][column:].strip())
        is_short = isinstance(node, yaml.CollectionNode) and all(map(self._fits, edits))
        return edits if has_comment or is_short else None

    def _fits(self, edit: Edit) -> bool:
        rest = len(self._lines[edit.end[0]]) - edit.end[1]
        return edit.start[1] + len(edit.words) + rest <= WIDTH

    def _added(self, before: _Part | None, siblings: Iterable[_Part], words: Iterable[str]) -> Edit:
        """Insert parts after that one, or before the first, with blank lines between if the siblings have them."""
        first, *others = siblings
        indent = " " * first.start[1]
        gap = "\n\n" if self._are_apart([first, *others]) else "\n"
        if before is None and self._begins_line(first):
            return Edit((first.start[0], 0), (first.start[0], 0), "".join(f"{indent}{each}{gap}" for each in words))
        last = self._end((before or first).node)[0]
        place = last, len(self._lines[last])
        return Edit(place, place, "".join(f"{gap}{indent}{each}" for each in words))

    def _removed(self, part: _Part, siblings: Iterable[_Part]) -> Edit:
        """Remove the part's lines, with the blank lines after them if there are blank lines before them."""
        first, last = part.start[0], self._end(part.node)[0] + 1
        if self._is_blank(first - 1) or part == next(iter(siblings)):
            while self._is_blank(last):
                last += 1
        while last >= len(self._lines) and self._is_blank(first - 1):
            first -= 1
        return Edit((first, 0), (last, 0), "")

    def _are_apart(self, siblings: Sequence[_Part]) -> bool:
        """Return whether blank lines separate most of the parts; of a single long part, whether one follows it."""
        if len(siblings) == 1:
            last = self._end(siblings[0].node)[0] + 1
            return len(siblings[0].node.value) > 1 and last < len(self._lines) - 1 and self._is_blank(last)
        return 2 * sum(self._is_blank(part.start[0] - 1) for part in siblings[1:]) >= len(siblings)

    def _begins_line(self, part: _Part) -> bool:
        return not self._lines[part.start[0]][: part.start[1]].strip()

    def _is_blank(self, line: int) -> bool:
        return 0 <= line < len(self._lines) and not self._lines[line].strip()

    def _end(self, node: yaml.Node) -> Place:
        """Return where a node ends, without the blank lines and comments before the next."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)
        line, column = end_of(node)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            line = line if column else line - 1
            while self._is_blank(line):
                line -= 1
            return line, len(self._lines[line])
        return line, column


def _in_brackets(node: yaml.Node, old: Plain, new: Plain) -> Iterator[Edit]:
    """Yield the edits in a text, or inside brackets that keep their number of values."""
    if old == new:
        return
    if children := _children(node, old, new):
        for child in children:
            yield from _in_brackets(*child)
    else:
        yield Edit(start_of(node), end_of(node), in_brackets(new))


def _children(node: yaml.Node, old: Plain, new: Plain) -> list[tuple[yaml.Node, Plain, Plain]]:
    """Return the values inside a node with their old and new content; empty if keys or elements come or go."""
    if isinstance(node, yaml.MappingNode) and _is_keyed(old) and _is_keyed(new):
        keys = [readable(str(key.value)) for key, _ in node.value]
        same = keys == list(old) == list(new)
        return [(value, old[key], new[key]) for key, (_, value) in zip(keys, node.value, strict=True)] if same else []
    if isinstance(node, yaml.SequenceNode) and _is_list(old) and _is_list(new):
        same = len(node.value) == len(old) == len(new)
        return [*zip(node.value, old, new, strict=True)] if same else []
    return []


def _runs(new: Iterable[str], old: Mapping[str, Plain]) -> list[tuple[str, list[str]]]:
    """Return the new keys in runs, each with the old key before it (empty if there is none)."""
    runs: dict[str, list[str]] = {}
    before = ""
    for key in new:
        if key in old:
            before = key
        else:
            runs.setdefault(before, []).append(key)
    return [*runs.items()]


def _is_keyed(value: Plain) -> TypeGuard[Mapping[str, Plain]]:
    return isinstance(value, Mapping)


def _is_list(value: Plain) -> TypeGuard[Sequence[Plain]]:
    return not isinstance(value, str | Mapping)
