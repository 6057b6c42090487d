"""The content of a claims file as plain data: sections, quotes, the facts under each; drafts have the same form.

It knows neither the layout of the file nor the meaning of its words. Objects are equal if their content is equal,
wherever it is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from alliancegraph.graph.model.reports import Origin
from alliancegraph.graph.model.texts import Text


@dataclass(frozen=True)
class FileReview:
    """A review: the word of its state, its date, a note, and the ids of the claims that replace these."""

    state: Text
    on: Text | None = None
    note: Text | None = None
    replaced_by: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Field:
    """The value of a key of a fact: a text, or several in a list.

    `split` are texts with a comma that the brackets of the list may have made two.
    """

    key: Text
    values: tuple[Text, ...]
    is_list: bool = False
    split: tuple[str, ...] = field(default=(), compare=False)

    @property
    def origin(self) -> Origin | None:
        """Where its first text is written."""
        return self.values[0].origin

    def text(self) -> Text:
        """Return its one text; raise ClaimsError for a list."""
        if self.is_list:
            raise self.values[0].error("found a sequence", "a text", "Write it on one line, or quote it.")
        return self.values[0]


@dataclass(frozen=True)
class FactLine:
    """One fact: the words of its head, its fields, and its review if that differs from its item's."""

    head: Text
    fields: tuple[Field, ...] = ()
    review: FileReview | None = None

    @cached_property
    def words(self) -> list[Text]:
        return [Text(word, self.head.origin) for word in self.head.split()]

    def field(self, name: str) -> Field | None:
        """Return the field of that key; None if the fact has none."""
        return next((field for field in self.fields if field.key == name), None)

    def text(self, name: str) -> Text | None:
        """Return the text of that key, None if the fact has none; raise ClaimsError for a list."""
        found = self.field(name)
        return found.text() if found else None


@dataclass(frozen=True)
class Item:
    """A quote and the facts that it states, or `nothing` with a word of reason.

    `context` are words of the same section that have to be read with it; `stated_by` is whose words they are, if not
    the member's; `because` is the reader's reason if the facts are only implied.
    """

    quote: Text
    facts: tuple[FactLine, ...] = ()
    context: Text | None = None
    stated_by: Text | None = None
    reviewed_by: Text | None = None
    because: Text | None = None
    review: FileReview | None = None
    nothing: Text | None = None


@dataclass(frozen=True)
class FileSection:
    """The items on one section of the report, by the section's code."""

    code: Text
    items: tuple[Item, ...]
    review: FileReview | None = None


@dataclass(frozen=True)
class ClaimsFile:
    """A claims file; `language` is that of its labels and descriptions, None if it is the report's.

    `things_of` are other reports whose claims introduce things that this file names; `review` applies to all claims
    that have none of their own.
    """

    report: Text
    authority: tuple[Text, ...]
    recorded_by: Text
    sections: tuple[FileSection, ...]
    things_of: tuple[Text, ...] = ()
    reviewed_by: Text | None = None
    language: Text | None = None
    review: FileReview | None = None

    def items(self) -> list[tuple[FileSection, Item]]:
        """Return all items, in order, each with its section."""
        return [(section, item) for section in self.sections for item in section.items]

    def facts(self) -> Iterator[FactLine]:
        """Return all facts, in order."""
        return (line for _, item in self.items() for line in item.facts)
