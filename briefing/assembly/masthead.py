"""The head of the first page, the drafted title, and the words at the foot of every page."""

from collections import Counter
from collections.abc import Sequence

from briefing.assembly.developments import Draft
from briefing.assembly.foremost import topic_of
from briefing.assembly.grouping import main_kind
from briefing.assembly.press import Material
from briefing.assembly.witnesses import SPECIFIC
from briefing.assembly.wording import capital, date_words, range_words
from briefing.model.document import Masthead
from briefing.model.findings import Place
from briefing.model.report import PartialDate

# Of so many developments so many kinds and places are named: a title is one line.
_FOREMOST, _TITLE_KINDS, _TITLE_PLACES = 16, 3, 3


def draft_title(material: Material) -> str:
    """Draft a title from the area, and the kinds of action and places of the first developments.

    It names what the reports tell about and judges nothing: "Syria: control and casualties in Daraa, Homs and Aleppo".
    What only one of the foremost developments tells is left out, so that no chance word makes the title.
    """
    labels, area = material.labels, material.settled.area
    told = [(_title_kind(draft), _title_places(material, draft.best.places)) for draft in material.drafts[:_FOREMOST]]
    often, placed = Counter(kind for kind, _ in told), {kind for kind, named in told if named}
    known = [kind for kind, _ in told if often[kind] > 1 and kind in placed and labels.knows("title", kind)]
    kinds = list(dict.fromkeys(known))[:_TITLE_KINDS]
    places = dict.fromkeys(name for kind, named in told if kind in kinds or not kinds for name in named)
    kinds = [labels.name("title", kind) for kind in kinds]
    what, where = labels.join(kinds), labels.join(list(places)[:_TITLE_PLACES])
    if what and where:
        words = labels.say("title-told", what=what, where=where)
        return labels.say("title-area", area=area, places=words) if area else capital(words)
    return (
        labels.say("title-area", area=area, places=where) if area and where else area or where or labels.say("untitled")
    )


def _title_kind(draft: Draft) -> str:
    """Return what a development is about; a place changes hands only where somebody is said to hold or leave it."""
    kind = topic_of(main_kind(draft.best.kinds))
    return "" if kind == "control" and not draft.best.controls else kind


def _title_places(material: Material, places: Sequence[Place]) -> list[str]:
    """Return the names of the places that lie in the country of the briefing and are not the area itself."""
    settled = material.settled
    return [
        place.name
        for place in places
        if place.kind in SPECIFIC
        and place.name != settled.area
        and (not settled.country or place.country == settled.country)
    ]


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
