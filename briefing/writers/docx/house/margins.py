"""The page of a house style: paper, margins, and the headers and footers of its last section."""

from dataclasses import dataclass
from typing import Any

from briefing.writers.docx.house.names import R, W
from briefing.writers.docx.house.opening import HouseFile, HouseFileError

_PAPER = {"w": 11906, "h": 16838}  # A4 in twips, for a file that says nothing
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720, "gutter": 0}
_LEAST_WIDTH, _LEAST_HEIGHT = 3400, 3400  # twips, 6 cm
_LARGEST = 31680  # twips, 22 inches, the largest page of Word
_ON = {None, "1", "true", "on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePage:
    """Paper and margins in twips, whether it lies on its side, and the parts with its headers and footers.

    ``stories`` are names of parts by kind ("header", "footer") and page ("default", "first", "even").
    """

    paper: dict[str, int]
    margins: dict[str, int]
    landscape: bool
    first: bool
    even: bool
    stories: dict[tuple[str, str], str]

    @property
    def width(self) -> int:
        """Return the width of the text in twips."""
        return self.paper["w"] - self.margins["left"] - self.margins["right"] - self.margins["gutter"]

    @property
    def height(self) -> int:
        """Return the height of the text in twips."""
        return self.paper["h"] - abs(self.margins["top"]) - abs(self.margins["bottom"])

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the kinds of pages that have headers and footers of their own."""
        return ("default", *(("first",) if self.first else ()), *(("even",) if self.even else ()))


def read_page(file: HouseFile) -> HousePage:
    """Read the page of the last section; raises HouseFileError where no text fits on it."""
    sections = list(file.tree(file.main).iter(f"{W}sectPr"))
    section = sections[-1] if sections else None
    settings = file.related("settings")
    page = HousePage(
        paper=_measures(section, "pgSz", _PAPER),
        margins=_measures(section, "pgMar", _MARGINS),
        landscape=section is not None and _attribute(section, "pgSz", "orient") == "landscape",
        first=_switch(section, "titlePg"),
        even=_switch(file.tree(settings) if settings else None, "evenAndOddHeaders"),
        stories=_stories(file, sections),
    )
    if page.width < _LEAST_WIDTH or page.height < _LEAST_HEIGHT or max(page.paper.values()) > _LARGEST:
        raise HouseFileError(
            "narrow-page",
            "The page of the file leaves less than 6 cm for the text, or is larger than Word can have.",
            "Set paper and margins in Word (Layout), save the file and choose it again.",
        )
    return page


def _stories(file: HouseFile, sections: list[Any]) -> dict[tuple[str, str], str]:
    """Return the headers and footers of the last section; one that has none takes those of the section before it."""
    relations, found = file.relations(file.main), {}
    for section in sections:
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                relation = relations.get(reference.get(f"{R}id") or "")
                if relation and not relation.external and relation.target in file.parts:
                    found[kind, str(reference.get(f"{W}type") or "default")] = relation.target
    return found


def _measures(section: Any, name: str, defaults: dict[str, int]) -> dict[str, int]:
    found = {}
    for key, default in defaults.items():
        try:
            found[key] = round(float(_attribute(section, name, key) or default))
        except ValueError:
            found[key] = default
    return found


def _attribute(section: Any, name: str, key: str) -> str:
    element = section.find(f"{W}{name}") if section is not None else None
    return str(element.get(f"{W}{key}") or "") if element is not None else ""


def _switch(parent: Any, name: str) -> bool:
    element = parent.find(f"{W}{name}") if parent is not None else None
    return element is not None and element.get(f"{W}val") in _ON
