"""Writes YAML as people do: short values in brackets, long texts folded, quotation marks where they are needed."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import TypeAlias

import yaml

Plain: TypeAlias = str | Sequence["Plain"] | Mapping[str, "Plain"]

WIDTH = 120
_WORD = re.compile(r"[a-z0-9][\w./-]*")
_TEXT = "tag:yaml.org,2002:str"
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}(?:-[0-9]{2}){0,2}"
_MISTAKEN = rf"(?!(?:{_NUMBER})\Z)[-+.]?[0-9][0-9a-f_xo.:+-]*|~|null|true|false|yes|no|=|<<|[-+]?\.(?:inf|nan)"


class _Dumper(yaml.SafeDumper):
    """Quotes the texts that some reader of YAML takes for null, a boolean, or another number."""


_Dumper.yaml_implicit_resolvers = {None: [("mistaken", re.compile(rf"(?i:{_MISTAKEN})\Z"))]}


def pair(key: str, value: Plain, indent: int) -> list[str]:
    """Return the lines of a key and its value, the first without its indent."""
    lead = f"{_scalar(key)}:"
    if (short := _short(value)) and indent + len(lead) + 1 + len(short) <= WIDTH:
        return [f"{lead} {short}"]
    if isinstance(value, str):
        folded = _folded(value, indent + 2)
        return [f"{lead} >-", *_indented(folded, indent + 2)] if folded else [f"{lead} {short}"]
    return [lead, *_indented(_block(value, indent + 2), indent + 2)]


def element(value: Plain, indent: int) -> list[str]:
    """Return the lines of a list's element with its dash, the first without its indent."""
    if isinstance(value, str):
        short = _scalar(value)
        folded = _folded(value, indent + 2) if indent + 2 + len(short) > WIDTH else []
        return ["- >-", *_indented(folded, indent + 2)] if folded else [f"- {short}"]
    first, *others = _block(value, indent + 2)
    return [f"- {first}", *_indented(others, indent + 2)]


def in_brackets(value: Plain) -> str:
    """Return the value on one line, as it can be written inside brackets."""
    if isinstance(value, str):
        return _scalar(value, inside=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar(key, inside=True)}: {in_brackets(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(_undivided(each) if len(value) > 1 else in_brackets(each) for each in value)}]"


def _short(value: Plain) -> str:
    """Return the value on one line after its key; empty for a list that is better written below it."""
    if isinstance(value, str):
        return _scalar(value)
    is_short = isinstance(value, Mapping) or all(isinstance(each, str) and _WORD.fullmatch(each) for each in value)
    return in_brackets(value) if is_short else ""


def _undivided(value: Plain) -> str:
    """Return an element of a list, quoted if it is no plain word, so that a comma in it divides nothing."""
    if isinstance(value, str) and not _WORD.fullmatch(value):
        return _quoted(value)
    return in_brackets(value)


def _block(value: Mapping[str, Plain] | Sequence[Plain], indent: int) -> list[str]:
    """Return the lines of keys or of a list, each element on lines of its own, without the common indent."""
    if not value:
        return [in_brackets(value)]
    if isinstance(value, Mapping):
        parts = (pair(key, each, indent) for key, each in value.items())
    else:
        parts = (element(each, indent) for each in value)
    return [line if at == 0 else line[indent:] for lines in parts for at, line in enumerate(lines)]


def _indented(lines: Sequence[str], indent: int) -> Iterator[str]:
    return map("".join, zip(repeat(" " * indent), lines))


def _folded(text: str, indent: int) -> list[str]:
    """Return the text on several lines; none if blanks would be lost."""
    lines = textwrap.wrap(text, max(WIDTH - indent, WIDTH // 2), break_long_words=False, break_on_hyphens=False)
    return lines if " ".join(lines) == text and text.isprintable() else []


def _scalar(text: str, *, inside: bool = False) -> str:
    """Return the text on one line, in quotation marks if it needs them."""
    written = _serialized(yaml.ScalarNode(_TEXT, text), inside=inside)
    return _quoted(text) if not text or written.startswith(("'", '"', "|", ">", "?")) else written


def _quoted(text: str) -> str:
    return _serialized(yaml.ScalarNode(_TEXT, text, style='"'), inside=True)


def _serialized(node: yaml.Node, *, inside: bool) -> str:
    whole = yaml.SequenceNode("tag:yaml.org,2002:seq", [node], flow_style=inside)
    written = yaml.serialize(whole, Dumper=_Dumper, width=1 << 30, allow_unicode=True)
    return written.strip()[1:-1] if inside else written.removeprefix("- ").removesuffix("\n")
