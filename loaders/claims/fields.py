"""Which fields a class can have in claims files and authority lists, read from fields.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from alliancegraph.graph.model.texts import Text
from alliancegraph.graph.words.suggestions import suggestion
from alliancegraph.loaders.yamlfile import read_yaml
from alliancegraph.ontology.terms import AG
from alliancegraph.ontology.vocabulary import Vocabulary

SOURCE = Path(__file__).with_name("fields.yaml")
OF_THE_FORM = AG.Section  # files say something of sections, and introduce none


def fields(cls: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the fields that things of a class (by IRI) can have; none if files cannot describe the class."""
    lineage = [cls, *vocabulary.ancestors(cls)]
    return tuple(dict.fromkeys(word for each in lineage for word in _by_class().get(vocabulary.short(each), ())))


def can_be_introduced(cls: str, vocabulary: Vocabulary) -> bool:
    """Return whether files can introduce things of a class (by IRI)."""
    return cls != OF_THE_FORM and vocabulary.has_instances(cls) and bool(fields(cls, vocabulary))


def check_field(word: Text, cls: str, vocabulary: Vocabulary) -> None:
    """Raise ClaimsError unless things of the class (by IRI) can have that field."""
    known = fields(cls, vocabulary)
    if word not in known:
        name = vocabulary.short(cls)
        found = f"'{word}' on something of class {name}, which has no such field"
        raise word.error(found, f"a field of {name}", suggestion(word, known))


@cache
def _by_class() -> Mapping[str, tuple[str, ...]]:
    return {cls.text(): tuple(word.text() for word in words.elements()) for cls, words in read_yaml(SOURCE).pairs()}
