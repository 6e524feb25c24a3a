"""The head of the first page, the drafted title, and the words at the foot of every page."""

from briefing.assembly.press import Material
from briefing.assembly.witnesses import SPECIFIC
from briefing.assembly.wording import count_words, date_words, join_words, range_words
from briefing.model.document import Masthead

_TITLE_PLACES = 4


def draft_title(material: Material) -> str:
    """Draft a title from the area and the places of the first developments; it states no judgement."""
    places: dict[str, None] = {}
    claimed = [row.place for row in material.cities if row.claims]
    for located in [claimed, *(draft.best.places for draft in material.drafts)]:
        for place in located:
            at_home = not material.settled.country or place.country == material.settled.country
            if at_home and place.kind in SPECIFIC and place.name != material.settled.area:
                places[place.name] = None
    named = join_words(list(places)[:_TITLE_PLACES])
    area = material.settled.area
    if area and named:
        return f"{area}: {named}"
    return area or named or "Situation briefing"


def build_masthead(material: Material, product: str, title: str, *, full: bool, sources: int) -> Masthead:
    """Fill the masthead; without ``full`` only the title is left."""
    settled, request = material.settled, material.request
    if not full:
        return Masthead(product="", unit="", issue="", area="", title=title, meta="")
    number = f"No. {request.number}" if request.number else ""
    as_of = date_words(settled.as_of) if settled.as_of else ""
    covers = f"Covers {range_words(settled.first, settled.last)}" if settled.first and settled.last else ""
    meta = [
        covers,
        f"information as of {as_of}" if as_of else "no report is dated",
        count_words(len(material.reports), "report", "reports"),
        count_words(sources, "source", "sources"),
        f"prepared by {request.author}" if request.author else "",
    ]
    return Masthead(
        product=product,
        unit=request.unit,
        issue=" · ".join(part for part in (number, as_of) if part),
        area=settled.area if not title.startswith(f"{settled.area}:") else "",
        title=title,
        meta=" · ".join(part for part in meta if part),
    )


def footer_words(material: Material, product: str) -> str:
    """Write what stands at the foot of every page beside the page number."""
    settled = material.settled
    parts = [
        f"{settled.area} {product.lower()}".strip().capitalize() if not settled.area else f"{settled.area} · {product}",
        f"No. {material.request.number}" if material.request.number else "",
        date_words(settled.as_of) if settled.as_of else "",
    ]
    return " · ".join(part for part in parts if part)
