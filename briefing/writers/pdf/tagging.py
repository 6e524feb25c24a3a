"""The structure of the document beside its look: what is a heading, a list, a cell (PDF 32000-1, 14.7 and 14.8)."""

from dataclasses import dataclass, field

Kind = str


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a page's content: page (from 0) and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link annotation on a page (from 0), known in the file by ``name``."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Element:
    """A structure element; its children stand in reading order.

    ``alternative`` is the text that replaces a picture, ``scope`` what a header cell heads ("Row", "Column"), ``box``
    the place of a picture on its page in the file's own coordinates. ``language`` is that of its words where it is
    another one than the document's, ``actual`` is the text that its shapes stand for.
    """

    kind: Kind
    alternative: str = ""
    scope: str = ""
    language: str = ""
    actual: str = ""
    placed: bool = False
    box: tuple[float, float, float, float] | None = None
    children: "list[Element | Mark | LinkArea]" = field(default_factory=list)

    def add(self, kind: Kind, *, alternative: str = "", scope: str = "") -> "Element":
        """Append a child and return it."""
        child = Element(kind, alternative=alternative, scope=scope)
        self.place(child)
        return child

    def place(self, child: "Element") -> None:
        """Append a child made before, once: a link takes its place among the words when these are painted."""
        if not child.placed:
            child.placed = True
            self.children.append(child)
