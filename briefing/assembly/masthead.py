"""The head of the first page, the drafted title, and the words at the foot of every page."""

from briefing.assembly.press import Material
from briefing.assembly.witnesses import SPECIFIC
from briefing.assembly.wording import date_words, range_words
from briefing.model.document import Masthead
from briefing.model.report import PartialDate

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
    labels, area = material.labels, material.settled.area
    named = labels.join(list(places)[:_TITLE_PLACES])
    if area and named:
        return labels.say("title-area", area=area, places=named)
    return area or named or labels.say("untitled")


def build_masthead(material: Material, product: str, title: str, *, full: bool, sources: int) -> Masthead:
    """Fill the masthead; without ``full`` only the title is left."""
    settled, request, labels = material.settled, material.request, material.labels
    if not full:
        return Masthead(product="", unit="", issue="", area="", title=title, meta="")
    as_of = date_words(settled.as_of, labels) if settled.as_of else ""
    period = range_words(settled.first, settled.last, labels) if settled.first and settled.last else ""
    meta = [
        labels.say("covers", period=period) if period else "",
        labels.say("as-of", date=as_of) if as_of else labels.say("as-of-none"),
        labels.say("cut-off", when=request.cut_off) if request.cut_off else "",
        labels.say("n-reports", number=len(material.reports)),
        labels.say("n-sources", number=sources),
        labels.say("prepared-by", author=request.author) if request.author else "",
        labels.say("issued", date=date_words(PartialDate.of(request.issued), labels)) if request.issued else "",
        labels.say("distribution", words=request.distribution) if request.distribution else "",
        labels.say("next-issue", when=request.next_issue) if request.next_issue else "",
    ]
    return Masthead(
        product=product,
        unit=request.unit,
        issue=" · ".join(part for part in (_number(material), as_of) if part),
        area=settled.area if not title.startswith(f"{settled.area}:") else "",
        title=title,
        meta=" · ".join(part for part in meta if part),
    )


def _number(material: Material) -> str:
    number = material.request.number
    return material.labels.say("number", issue=number) if number else ""


def footer_words(material: Material, product: str) -> str:
    """Write what stands at the foot of every page beside the page number."""
    settled = material.settled
    parts = [
        f"{settled.area} {product.lower()}".strip().capitalize() if not settled.area else f"{settled.area} · {product}",
        _number(material),
        date_words(settled.as_of, material.labels) if settled.as_of else "",
    ]
    return " · ".join(part for part in parts if part)
