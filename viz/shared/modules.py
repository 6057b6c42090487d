"""Bundles the ES modules of a page as inline scripts, in the order of their imports.

A browser that opens a page from disk loads no module from a file beside it. So each module becomes an inline script of
its own, which takes its imports from `modules` and puts its exports there. Each line keeps its number, and the script
bears the name of its file, so that the browser's errors name both.

Supported are imports of names from a file, before all else, and exports of a function, a class or one constant where it
is declared. Any other import or export is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.errors import InputError, Problem

ROOM = Path(__file__).parent.parent
FIRST = "const modules = {};\n"  # the script that goes before those of the modules
_HEAD = re.compile(r'\s+|//[^\n]*|/\*.*?\*/|import \{([\w$,\s]+)\} from "([^"\n]+)";', re.DOTALL)
_NAME = re.compile(r"([\w$]+)(?:\s+as\s+[\w$]+)?")
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) ([\w$]+)\b)", re.MULTILINE)
_ELSE = re.compile(
    r"^(?![ \t]*(?://|/?\*)).*?(?:(?:^|[;{}])[ \t]*(?:import|export)\b|\bimport[ \t]*[(.]).*", re.MULTILINE
)
_CLOSING = re.compile(r".*(?:</script|<!--).*", re.IGNORECASE)
_FORMS = (
    '`import { one, other as another } from "./file.js";` before all else, or `export` before function, class, const'
)


class Import(NamedTuple):
    """Names that a module imports from a file (relative to the room), and the line of the import."""

    names: str
    file: str
    line: int


@dataclass(frozen=True)
class Module:
    """A module: its file (relative to the room), text, imports and exports, and the script made from it."""

    file: str
    text: str
    imports: Sequence[Import]
    exports: Sequence[str]
    script: str


def modules(main: str, room: Path = ROOM) -> list[Module]:
    """Return the module of that file and all that it imports, each after its imports.

    Raise InputError, with file and line, for an import that does not exist, for circular imports, and for unsupported
    syntax.
    """
    reader = _Reader(room)
    reader.read(main, ())
    return list(reader.found.values())


def scripts(main: str, room: Path = ROOM) -> list[str]:
    """Return those modules as scripts, to be run one after the other."""
    return [FIRST, *(module.script for module in modules(main, room))]


class _Reader:
    """Reads modules; `found` are those read so far, with all their imports."""

    def __init__(self, room: Path) -> None:
        self.found: dict[str, Module] = {}
        self._room = room.resolve()

    def read(self, file: str, way: tuple[str, ...]) -> None:
        """Read a module, after the modules that it imports; `way` are the modules that import it."""
        module = self._module(file)
        for wanted in module.imports:
            if wanted.file in (*way, file):
                circle = " imports ".join([*way[way.index(wanted.file) if wanted.file in way else len(way) :], file])
                remedy = "Move what both need into a module of its own."
                raise self._wrong(file, wanted.line, f"{circle} imports {wanted.file}", "no circle", remedy)
            if wanted.file not in self.found:
                self.read(wanted.file, (*way, file))
            self._look_for(wanted, file)
        self.found[file] = module

    def _look_for(self, wanted: Import, file: str) -> None:
        exports = self.found[wanted.file].exports
        for name in _NAME.findall(wanted.names):
            if name not in exports:
                expected = f"one of {', '.join(exports)}"
                raise self._wrong(file, wanted.line, f"'{name}' of {wanted.file}", expected, "Export it there.")

    def _module(self, file: str) -> Module:
        text = (self._room / file).read_text(encoding="utf-8")
        parts = list(_head(text))
        end = parts[-1].end() if parts else 0
        body, exports = _EXPORT.sub("", text[end:]), _EXPORT.findall(text)
        self._refuse(file, text[:end] + body, _ELSE.search(text[:end] + body, text.rfind("\n", 0, end) + 1), _FORMS)
        self._refuse(file, text, _CLOSING.search(text), "no text that a browser reads as the end of a script")
        taken = {part: self._import(file, part) for part in parts if part[2]}
        head = "".join(_taking(taken[part]) if part in taken else part[0] for part in parts)
        return Module(file, text, list(taken.values()), exports, _script(file, head + body, exports))

    def _import(self, file: str, part: re.Match[str]) -> Import:
        line = _line(part.string, part.start())
        path = (self._room / file).parent.joinpath(part[2]).resolve()
        if not (part[2].startswith(".") and path.is_relative_to(self._room) and path.is_file()):
            raise self._wrong(file, line, f'"{part[2]}"', "a file of this room, such as ./search.js", "Is it misspelt?")
        return Import(part[1], path.relative_to(self._room).as_posix(), line)

    def _refuse(self, file: str, text: str, found: re.Match[str] | None, expected: str) -> None:
        if found:
            raise self._wrong(file, _line(text, found.start()), f"`{found[0].strip()}`", expected, "Write it so.")

    def _wrong(self, file: str, line: int, found: str, expected: str, remedy: str) -> InputError:
        return InputError(Problem(found, expected, remedy, self._room / file, line))


def _head(text: str) -> Iterator[re.Match[str]]:
    """Yield what is before the module's own text: comments, blanks, imports."""
    at = 0
    while part := _HEAD.match(text, at):
        at = part.end()
        yield part


def _taking(wanted: Import) -> str:
    """Return the import as JavaScript for a script, on the same number of lines."""
    names = re.sub(r"\s+as\b", ":", wanted.names)
    return f'const {{{names}}} = modules["{wanted.file}"];'


def _script(file: str, text: str, exports: Sequence[str]) -> str:
    end = f"return {{ {', '.join(exports)} }};\n}})();\n//# sourceURL=viz/{file}\n"
    return f'modules["{file}"] = (() => {{ "use strict"; {text}{end}'


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
