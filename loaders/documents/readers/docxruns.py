"""How runs of a DOCX file are set, by themselves or by their style: struck out, hidden, raised, in symbols."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from alliancegraph.loaders.documents.omissions import Omitted
from alliancegraph.loaders.documents.readers.packages import Package, W, attribute

NO = ("0", "false", "off")
_OMITTED = {"vanish": Omitted.HIDDEN, "strike": Omitted.STRUCK, "dstrike": Omitted.STRUCK}
_MOST_STYLES = 20  # that are based on each other


class Setting(NamedTuple):
    """How a run is set: as what it is left out, if it is; whether it is raised or lowered; its font."""

    omitted: Omitted | None = None
    is_raised: bool = False
    is_lowered: bool = False
    font: str = ""


class Runs:
    """The settings of the runs of a file."""

    def __init__(self, package: Package) -> None:
        styles = package.part("word/styles.xml").iter(f"{W}style")
        self._styles = {attribute(style, "styleId"): style for style in styles}

    def setting(self, run: Element, style: str) -> Setting:
        """Return the setting of a run in a paragraph of that style."""
        own = run.find(f"{W}rPr")
        character = attribute(own.find(f"{W}rStyle")) if own is not None else ""
        sources = [own, *self._properties(character), *self._properties(style)]
        known = [source for source in sources if source is not None]
        if not known:
            return Setting()
        omitted = (kind for name, kind in _OMITTED.items() if _is_on(known, name))
        place, height = attribute(_first(known, "vertAlign")), attribute(_first(known, "position"))
        return Setting(
            next(omitted, None),
            is_raised=place == "superscript" or (not place and height.isdecimal() and int(height) > 0),
            is_lowered=place == "subscript" or (not place and height.startswith("-")),
            font=next(filter(None, (attribute(_first(known, "rFonts"), name) for name in ("ascii", "hAnsi"))), ""),
        )

    def style_name(self, style: str) -> str:
        """Return the name of a style in English, in small letters, whatever language of Word called it by its id."""
        name = self._styles[style].find(f"{W}name") if style in self._styles else None
        return (attribute(name) or style).casefold()

    def _properties(self, style: str) -> Iterator[Element]:
        """Yield the properties of runs in a style, and in those that it is based on."""
        for _ in range(_MOST_STYLES):
            if style not in self._styles:
                return
            found = self._styles[style].find(f"{W}rPr")
            if found is not None:
                yield found
            style = attribute(self._styles[style].find(f"{W}basedOn"))


def _first(sources: list[Element], name: str) -> Element | None:
    return next((found for source in sources if (found := source.find(f"{W}{name}")) is not None), None)


def _is_on(sources: list[Element], name: str) -> bool:
    found = _first(sources, name)
    return found is not None and attribute(found) not in NO
