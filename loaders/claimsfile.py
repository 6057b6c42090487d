"""The syntax of a claims file: sections, quotes in reading order, the facts that each quote states."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.yamlfile import Value

_HEADER = ("report", "authority", "recorded by", "sections")
_ITEM = ("quote", "facts")


@dataclass(frozen=True)
class FactLine:
    """One fact as written: the words of its head, and the `key: value` fields behind it."""

    head: Value
    fields: tuple[tuple[Value, Value], ...]

    @property
    def words(self) -> list[str]:
        return self.head.text().split()


@dataclass(frozen=True)
class Item:
    """A quote, the section where it stands, and what it states."""

    section: Value
    quote: Value
    facts: tuple[FactLine, ...]
    stated_by: Value | None


@dataclass(frozen=True)
class ClaimsFile:
    """A claims file as written; `language` is the one of its labels and descriptions, empty if it is the report's."""

    report: Value
    authority: tuple[Value, ...]
    recorded_by: str
    reviewed_by: str
    language: str
    items: tuple[Item, ...]


def parse_claims(file: Value) -> ClaimsFile:
    """The claims file in a YAML document; raises ClaimsError with file and line where its form is wrong."""
    record = file.record(_HEADER, ("reviewed by", "language"))
    sections = record["sections"].pairs()
    return ClaimsFile(
        report=record["report"],
        authority=tuple(record["authority"].elements()),
        recorded_by=record["recorded by"].text(),
        reviewed_by=record["reviewed by"].text() if "reviewed by" in record else "",
        language=record["language"].text() if "language" in record else "",
        items=tuple(item for code, items in sections for item in _items(code, items)),
    )


def _items(section: Value, items: Value) -> Iterator[Item]:
    for element in items.elements():
        record = element.record(_ITEM, ("stated by",))
        facts = tuple(_fact(line) for line in record["facts"].elements())
        if not record["quote"].text():
            raise record["quote"].error("the quote is empty", "the report's own words", "Quote them.")
        yield Item(section, record["quote"], facts, record.get("stated by"))


def _fact(line: Value) -> FactLine:
    if line.is_text:
        return FactLine(line, ())
    pairs = line.pairs()
    if len(pairs) != 1:
        remedy = "Write each fact as a list element of its own: `- head: {field: value}`."
        raise line.error(f"found {len(pairs)} heads", "one fact", remedy)
    head, fields = pairs[0]
    return FactLine(head, tuple(fields.pairs()))
