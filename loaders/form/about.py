"""The metadata of a report beside its text: `<report>.yaml` next to the document, every key optional."""

from dataclasses import dataclass
from pathlib import Path

from alliancegraph.graph.errors import InputError, Problem, every
from alliancegraph.graph.files.seen import is_there
from alliancegraph.graph.model.texts import Text
from alliancegraph.loaders.documents.document import Document
from alliancegraph.loaders.yamlfile import ENDINGS, Value, read_yaml

_KEYS = (
    *("title", "form", "member", "year", "language", "document", "sha256"),
    *("reporter type", "as of", "as of because", "rights of quotes", "cite as", "expected", "left out"),
)


@dataclass(frozen=True)
class About:
    """The keys of an about file, by name."""

    values: dict[str, Value]

    def text(self, key: str, default: str = "") -> str:
        """Return the text of a key."""
        return self.values[key].text() if key in self.values else default


def read_about(document: Document) -> About:
    """Return the about file beside the document, without any one that has no keys; raise ClaimsError for a template."""
    path = about_path(document.path)
    if not is_there(path):
        return About({})
    file = read_yaml(path)
    if file.kind == "mapping" and "scheme" in file.by_key():
        remedy = f"Give it another name, such as {path.stem}-form.yaml, and name that with --form."
        raise file.error("a template with the name of the report", "what is known about the report", remedy)
    return About(file.record((), _KEYS))


def check_about(about: About, document: Document) -> None:
    """Raise ClaimsError for dates and a language that are none, and if the SHA-256 is not the document's."""
    checks = {"as of": Text.period, "year": Text.year, "language": Text.language}
    every(lambda key: checks[key](about.values[key].text()), (key for key in checks if key in about.values))
    if about.text("sha256", document.sha256) != document.sha256:
        remedy = "The document changed after it was read: check the claims against it, then correct the number."
        raise about.values["sha256"].error("another SHA-256", document.sha256, remedy)


def about_path(document: Path) -> Path:
    """Return the path of a document's about file; raise InputError if there are two."""
    return _beside(document, "")


def claims_path(document: Path) -> Path:
    """Return the path of a document's claims file; raise InputError if there are two."""
    return _beside(document, ".claims")


def _beside(document: Path, kind: str) -> Path:
    first, *_ = paths = [document.with_suffix(f"{kind}{ending}") for ending in ENDINGS]
    found = [path for path in paths if is_there(path)] or [first]
    if len(found) > 1:
        remedy = "Join them, and remove the other."
        raise InputError(Problem(f"{' and '.join(path.name for path in found)}", "one of them", remedy, first))
    return found[0]
