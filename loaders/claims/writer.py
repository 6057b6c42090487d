"""Writes claims files: a new one whole; in an existing one, only the lines whose content changes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from alliancegraph.graph.errors import ClaimsError, InputError, Problem
from alliancegraph.graph.files.textfile import decode
from alliancegraph.graph.files.writing import write_whole
from alliancegraph.graph.files.yamledit import edited
from alliancegraph.graph.files.yamlwriting import Plain, pair
from alliancegraph.graph.model.claimsfile import ClaimsFile, FactLine, Field, FileReview, Item
from alliancegraph.loaders.claims.syntax import REVIEW, REVIEWS, parse_claims, refuse
from alliancegraph.loaders.yamlfile import parse_yaml

_NEW = Path("a new claims file")
_SECTION, _ITEM = re.compile(r" {2}\S"), re.compile(r" {4}- ")


def save_claims(file: ClaimsFile, path: Path) -> None:
    """Write the claims file to the path; in an existing file, lines with unchanged content stay as they are.

    Raise InputError, and write nothing, if the existing file cannot be read or the content cannot be written.
    """
    write_whole(path, changed(_text(path), file, path) if path.exists() else written(file, path))


def written(file: ClaimsFile, path: Path = _NEW) -> str:
    """Return the text of a new claims file; raise InputError for content that it cannot hold, such as no words."""
    lines = [line for key, value in _plain(file).items() for line in pair(key, value, 0)]
    return _checked("\n".join(_spaced(lines)) + "\n", file, path)


def changed(text: str, file: ClaimsFile, path: Path = _NEW) -> str:
    """Return the text of a claims file with the content of `file`; raise InputError if it cannot be written."""
    return _checked(edited(text, _plain(_read(text, path)), _plain(file), path), file, path)


def _text(path: Path) -> str:
    """Return the text of a file with its line ends and its byte-order mark."""
    decode(path.read_bytes(), path)
    return path.read_bytes().decode()


def _read(text: str, path: Path) -> ClaimsFile:
    file, slips = parse_claims(parse_yaml(text, path))
    refuse(slips)
    return file


def _checked(text: str, file: ClaimsFile, path: Path) -> str:
    """Return the text; raise ClaimsError unless it reads back as the file."""
    try:
        found = "" if _read(text, path) == file else "it would say something else"
    except InputError as error:
        found = f"it would read: {error.problems[0].found}"
    if found:
        remedy = (
            "Give each text words, write out what aliases (*name) stand for, and put comments on lines of their own."
        )
        raise ClaimsError(
            Problem(f"cannot be written, because {found}", "content that reads back unchanged", remedy, path)
        )
    return text


def _spaced(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a new file, with blank lines between its sections and between its items."""
    for before, line in pairwise(("", *lines)):
        if _SECTION.match(line) or (_ITEM.match(line) and not _SECTION.match(before)):
            yield ""
        yield line


def _plain(file: ClaimsFile) -> dict[str, Plain]:
    return _without_nothing({
        "report": file.report,
        "authority": file.authority,
        "things of": file.things_of or None,
        "recorded by": file.recorded_by,
        "reviewed by": file.reviewed_by,
        "language": file.language,
        REVIEW: _review(file.review),
        REVIEWS: _without_nothing({section.code: _review(section.review) for section in file.sections}) or None,
        "sections": {section.code: [_item(item) for item in section.items] for section in file.sections},
    })  # fmt: skip


def _item(item: Item) -> Plain:
    return _without_nothing({
        "quote": item.quote,
        "context": item.context,
        "stated by": item.stated_by,
        "reviewed by": item.reviewed_by,
        "inferred because": item.because,
        REVIEW: _review(item.review),
        "facts": [_fact(line) for line in item.facts] or None,
        "nothing": item.nothing,
    })  # fmt: skip


def _fact(line: FactLine) -> Plain:
    fields: dict[str, Plain | None] = {str(field.key): _values(field) for field in line.fields}
    behind = _without_nothing({**fields, REVIEW: _review(line.review)})
    return {line.head: behind} if behind else line.head


def _values(field: Field) -> Plain:
    return field.values if field.is_list else field.text()


def _review(review: FileReview | None) -> Plain | None:
    if review is None:
        return None
    values = {"state": review.state, "on": review.on, "note": review.note, "replaced by": review.replaced_by or None}
    kept = _without_nothing(values)
    return review.state if len(kept) == 1 else kept


def _without_nothing(values: Mapping[str, Plain | None]) -> dict[str, Plain]:
    return {key: value for key, value in values.items() if value is not None}
