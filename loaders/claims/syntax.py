"""The syntax of a claims file: sections, quotes in reading order, the facts that each quote states."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from alliancegraph.graph.errors import ClaimsError, Problem, problems_of, sifted
from alliancegraph.loaders.yamlfile import Value

_HEADER = ("report", "authority", "recorded by", "sections")
_MORE = ("things of", "reviewed by", "language")
_SAID = ("context", "stated by", "reviewed by", "inferred because")


@dataclass(frozen=True)
class FactLine:
    """One fact as written: the words of its head, and the `key: value` fields behind it."""

    head: Value
    fields: tuple[tuple[Value, Value], ...]

    @property
    def words(self) -> list[str]:
        return [] if self.head.is_empty else self.head.text().split()

    def field(self, name: str) -> Value | None:
        """The value behind that key, if the fact has it."""
        return next((value for key, value in self.fields if key.text() == name), None)

    def has(self, name: str) -> bool:
        """Whether the fact has that key."""
        return self.field(name) is not None


@dataclass(frozen=True)
class Item:
    """A quote, the section where it stands, and what it states.

    `context` are words of the same section that have to be read with it; `because` is the reader's reason where the
    facts are only implied; `nothing` the word that says why the quote states nothing. `slips` are those in the
    form of its facts.
    """

    section: Value
    quote: Value
    facts: tuple[FactLine, ...] = ()
    context: Value | None = None
    stated_by: Value | None = None
    reviewed_by: str = ""
    because: str = ""
    nothing: str = ""
    slips: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class ClaimsFile:
    """A claims file as written; `language` is the one of its labels and descriptions, empty if it is the report's.

    `things_of` are other reports whose claims introduce things that this file names. `unread` are the slips in the form
    of items that are not among the `items` because of them.
    """

    report: Value
    authority: tuple[Value, ...]
    things_of: tuple[Value, ...]
    recorded_by: str
    reviewed_by: str
    language: str
    items: tuple[Item, ...]
    unread: tuple[Problem, ...] = ()

    @property
    def slips(self) -> tuple[Problem, ...]:
        """All slips in the form of items."""
        return (*self.unread, *(slip for item in self.items for slip in item.slips))


def refuse(problems: Collection[Problem]) -> None:
    """Raises ClaimsError if there are problems."""
    if problems:
        raise ClaimsError(*problems)


def parse_claims(file: Value) -> ClaimsFile:
    """The claims file in a YAML document; raises ClaimsError, which lists all slips in its form, for a wrong header.

    Slips in the form of items are kept in it, so that they hide none in what other items say.
    """
    items, unread = _items(file)
    try:
        return _file(file.record(_HEADER, _MORE), items, unread)
    except ClaimsError as error:
        raise ClaimsError(*error.problems, *unread, *(slip for item in items for slip in item.slips)) from None


def _file(record: Mapping[str, Value], items: Iterable[Item], unread: tuple[Problem, ...]) -> ClaimsFile:
    return ClaimsFile(
        report=record["report"],
        authority=tuple(record["authority"].elements()),
        things_of=tuple(record["things of"].elements()) if "things of" in record else (),
        recorded_by=record["recorded by"].text(),
        reviewed_by=_text(record, "reviewed by"),
        language=record["language"].language() if "language" in record else "",
        items=tuple(items),
        unread=unread,
    )


def _items(file: Value) -> tuple[list[Item], tuple[Problem, ...]]:
    """The items, and the slips in the form of those that cannot be read."""
    sections = [value for key, value in file.written() if not key.is_empty and key.text() == "sections"]
    pairs, misshapen = sifted(lambda value: value.written(), sections)
    _, empty = sifted(lambda value: value.pairs(), sections)
    elements = [
        (section, element)
        for each in pairs
        for section, items in each
        if not (section.is_empty or items.is_empty)
        for element in items.elements()
    ]
    items, errors = sifted(lambda pair: _item(*pair), elements)
    return items, problems_of([*misshapen, *empty, *errors])


def _item(section: Value, element: Value) -> Item:
    keys = [key.text() for key, _ in element.written() if not key.is_empty]
    return _nothing(section, element) if "nothing" in keys else _facts(section, element)


def _nothing(section: Value, element: Value) -> Item:
    record = element.record(("quote", "nothing"))
    reason = record["nothing"].text()
    if not re.fullmatch(r"\w[\w-]*", reason):
        raise record["nothing"].error(f"found '{reason}'", "one word of reason", "Write `nothing: heading`, or wish.")
    return Item(section, record["quote"], nothing=reason)


def _facts(section: Value, element: Value) -> Item:
    _, missing = sifted(element.require, ["facts"])
    records, unknown = sifted(lambda value: value.record(("quote",), ("facts", *_SAID)), [element])
    if unknown:
        raise ClaimsError(*problems_of([*unknown, *missing]))
    (record,) = records
    facts, errors = sifted(_fact, record["facts"].some() if "facts" in record else ())
    return Item(
        section=section,
        quote=record["quote"],
        facts=tuple(facts),
        context=record.get("context"),
        stated_by=record.get("stated by"),
        reviewed_by=_text(record, "reviewed by"),
        because=_text(record, "inferred because"),
        slips=problems_of([*missing, *errors]),
    )


def _text(record: Mapping[str, Value], key: str) -> str:
    """The text behind an optional key."""
    return record[key].text() if key in record else ""


def _fact(line: Value) -> FactLine:
    if line.is_text:
        return FactLine(line, ())
    pairs = line.pairs()
    if len(pairs) != 1:
        remedy = "Write each fact as a list element of its own: `- head: {field: value}`."
        raise line.error(f"found {len(pairs)} heads", "one fact", remedy)
    head, fields = pairs[0]
    return FactLine(head, tuple(fields.pairs()))
