"""First stage of reading a claims file: sections, quotes in reading order, the facts under each quote.

The second stage, which gives the words their meaning, is `alliancegraph.loaders.claims.meaning`.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from alliancegraph.graph.errors import AllianceGraphError, ClaimsError, Problem, every, problems_of, sifted
from alliancegraph.graph.model.claimsfile import ClaimsFile, FactLine, Field, FileReview, FileSection, Item
from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.yamlfile import Value, read_yaml

REVIEW, REVIEWS = "review", "reviews of sections"
_HEADER = ("report", "authority", "recorded by", "sections")
_MORE = ("things of", "reviewed by", "language", REVIEW, REVIEWS)
_BESIDE_FACTS = ("context", "stated by", "reviewed by", "inferred because", REVIEW)
_Errors = list[AllianceGraphError]


class Parsed(NamedTuple):
    """A claims file, and the slips in the form of its items, of which the readable ones are in the file."""

    file: ClaimsFile
    slips: tuple[Problem, ...]


def read_claims(path: Path) -> Parsed:
    """Return the claims file; raise InputError if it is not YAML, or has a wrong header."""
    return parse_claims(read_yaml(path))


def parse_claims(file: Value) -> Parsed:
    """Return the claims file in a YAML document; raise ClaimsError for a wrong header, with all slips."""
    sections, errors = _sections(file)
    try:
        return Parsed(_file(file.record(_HEADER, _MORE), sections), problems_of(errors))
    except ClaimsError as error:
        raise ClaimsError(*problems_of([error, *errors])) from None


def refuse(problems: Collection[Problem]) -> None:
    """Raise ClaimsError if there are problems."""
    if problems:
        raise ClaimsError(*problems)


def fact_field(key: Value, value: Value) -> Field:
    """Return the field of a fact or of a list's entry; raise ClaimsError if its value is empty or has keys."""
    texts = tuple(element.text() for element in value.some())
    return Field(key.text(), texts, not value.is_text, tuple(value.split()))


def _file(record: Mapping[str, Value], sections: Iterable[FileSection]) -> ClaimsFile:
    language = _text(record, "language")
    if language:
        language.language()
    return ClaimsFile(
        report=record["report"].text(),
        authority=_texts(record, "authority"),
        recorded_by=record["recorded by"].text(),
        sections=tuple(_with_reviews(sections, record)),
        things_of=_texts(record, "things of"),
        reviewed_by=_text(record, "reviewed by"),
        language=language,
        review=_review(record),
    )


def _with_reviews(sections: Iterable[FileSection], record: Mapping[str, Value]) -> list[FileSection]:
    """Return the sections, each with the review that the header gives it."""
    sections = list(sections)
    reviews = (
        {key.text(): _review({REVIEW: value}) for key, value in record[REVIEWS].pairs()} if REVIEWS in record else {}
    )
    every(lambda code: _refuse_without_items(code, sections), reviews)
    return [replace(section, review=reviews.get(section.code)) for section in sections]


def _refuse_without_items(code: Text, sections: Iterable[FileSection]) -> None:
    known = [section.code for section in sections]
    if code not in known:
        raise code.error(
            f"a review of '{code}', of which nothing is quoted", "a section below", suggestion(code, known)
        )


def _sections(file: Value) -> tuple[list[FileSection], _Errors]:
    """Return the readable sections, and the errors in the others."""
    values = [value for key, value in file.written() if not key.is_empty and key.text() == "sections"]
    pairs, misshapen = sifted(lambda value: value.written(), values)
    _, empty = sifted(lambda value: value.pairs(), values)
    read = [_section(*pair) for each in pairs for pair in each if not any(part.is_empty for part in pair)]
    return [section for section, _ in read], [*misshapen, *empty, *(error for _, errors in read for error in errors)]


def _section(code: Value, value: Value) -> tuple[FileSection, _Errors]:
    """Return a section with its readable items, and the errors in the others."""
    found, unread = sifted(_item, value.elements())
    slips = [error for _, errors in found for error in errors]
    return FileSection(code.text(), tuple(item for item, _ in found)), [*unread, *slips]


def _item(element: Value) -> tuple[Item, _Errors]:
    """Return an item with its readable facts, and the errors in the others."""
    keys = [key.text() for key, _ in element.written() if not key.is_empty]
    return (_nothing(element), []) if "nothing" in keys else _facts(element)


def _nothing(element: Value) -> Item:
    record = element.record(("quote", "nothing"), (REVIEW,))
    reason = record["nothing"].text()
    if not re.fullmatch(r"\w[\w-]*", reason):
        raise reason.error(f"found '{reason}'", "one word of reason", "Write `nothing: heading`, or wish.")
    return Item(record["quote"].text(), nothing=reason, review=_review(record))


def _facts(element: Value) -> tuple[Item, _Errors]:
    _, missing = sifted(element.require, ["facts"])
    records, unknown = sifted(lambda value: value.record(("quote",), ("facts", *_BESIDE_FACTS)), [element])
    if unknown:
        raise ClaimsError(*problems_of([*unknown, *missing]))
    (record,) = records
    read, errors = sifted(_fact, record["facts"].some() if "facts" in record else ())
    item = Item(
        quote=record["quote"].text(),
        facts=tuple(line for line, _ in read),
        context=_text(record, "context"),
        stated_by=_text(record, "stated by"),
        reviewed_by=_text(record, "reviewed by"),
        because=_text(record, "inferred because"),
        review=_review(record),
    )
    return item, [*missing, *errors, *(error for _, wrong in read for error in wrong)]


def _fact(line: Value) -> tuple[FactLine, _Errors]:
    """Return a fact with its readable fields, and the errors in the others."""
    if line.is_empty:
        raise line.error("found 0 words", "a fact", "Write it after the dash, or remove the line.")
    if line.is_text:
        return FactLine(line.text()), []
    pairs = line.pairs()
    if len(pairs) != 1:
        remedy = "Write each fact as a list element of its own: `- head: {field: value}`."
        raise line.error(f"found {len(pairs)} heads", "one fact", remedy)
    head, behind = pairs[0]
    by_key: dict[str, tuple[Value, Value]] = {pair[0].text(): pair for pair in behind.pairs()}
    fields, errors = sifted(lambda key: fact_field(*by_key[key]), [key for key in by_key if key != REVIEW])
    reviews, wrong = sifted(_review, [{key: value for key, (_, value) in by_key.items()}])
    return FactLine(head.text(), tuple(fields), next(iter(reviews), None)), [*errors, *wrong]


def _review(record: Mapping[str, Value]) -> FileReview | None:
    """Return the review in a record: a state alone, or with a day, a note and the ids of replacements."""
    if REVIEW not in record:
        return None
    value = record[REVIEW]
    if value.is_text:
        return FileReview(value.text())
    values = value.record(("state",), ("on", "note", "replaced by"))
    if "on" in values:
        values["on"].text().day()
    return FileReview(values["state"].text(), _text(values, "on"), _text(values, "note"), _texts(values, "replaced by"))


def _text(record: Mapping[str, Value], key: str) -> Text | None:
    """Return the text of an optional key."""
    return record[key].text() if key in record else None


def _texts(record: Mapping[str, Value], key: str) -> tuple[Text, ...]:
    """Return the texts of an optional key."""
    return tuple(element.text() for element in record[key].elements()) if key in record else ()
