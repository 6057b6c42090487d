"""Files in an archive: the parts of a DOCX file, or a report that is packed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from alliancegraph.graph.errors import DocumentError, Problem

LARGEST = 64 << 20  # bytes of a file, unpacked
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()  # of files that Word saves so
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    ElementTree.ParseError,
)


class Package:
    """An archive; raises DocumentError where it is damaged."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path = path
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGE as error:
            raise self._damaged(error) from None

    @property
    def names(self) -> list[str]:
        """The names of the files in the archive."""
        return self._archive.namelist()

    def has(self, name: str) -> bool:
        """Return whether a file is in the archive."""
        return name in self._archive.NameToInfo

    def content(self, name: str) -> bytes:
        """Return the content of a file in the archive."""
        size = self._archive.getinfo(name).file_size
        if size > LARGEST:
            found = f"{name} has {size >> 20} MiB"
            raise DocumentError(Problem(found, f"at most {LARGEST >> 20} MiB", "Leave pictures out.", self._path))
        try:
            return self._archive.read(name)
        except _DAMAGE as error:
            raise self._damaged(error) from None

    def part(self, name: str) -> Element:
        """Return the root of a part; an empty element if the file has no such part."""
        try:
            return ElementTree.fromstring(self.content(name).replace(*_STRICT)) if self.has(name) else Element("none")
        except _DAMAGE as error:
            raise self._damaged(error) from None

    def parts(self, start: str) -> Iterator[Element]:
        """Yield the roots of the parts whose names begin so, in the order of their names."""
        yield from (self.part(name) for name in sorted(self.names) if name.startswith(start))

    def _damaged(self, error: Exception) -> DocumentError:
        remedy = "Get it again, or save it anew in a word processor."
        return DocumentError(Problem(f"is damaged as an archive or DOCX ({error})", "a whole file", remedy, self._path))


@cache
def local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]


def attribute(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element in whichever namespace; empty if it has none."""
    found = (value for key, value in element.items() if local(key) == name) if element is not None else iter(())
    return next(found, "")
