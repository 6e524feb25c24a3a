"""What the words around a single mention settle: the country it lies in, and names that only hold the name of a place.

One name has one sense in a document, unless words beside a mention say otherwise: "Lebanon's Tripoli" in a report on
Libya, "neighbouring Niger" in one on Nigeria, a section headed "Lebanon", "Los Ángeles" with its accent.
"""

from collections.abc import Iterator, Sequence

from briefing.analysis.gazetteer import FEDERAL, Gazetteer, Sense
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.analysis.place_words import PlaceWords
from briefing.data.place_names import fold_name
from briefing.model.findings import PlaceKind, Words
from briefing.model.report import ParagraphKind, Report

_POSSESSIVE = frozenset({"’s ", "'s "})
_REACH = 4  # words between a demonym and the name: "the Lebanese port city of Tripoli"
_NEIGHBOURING = frozenset({"neighbouring", "neighboring", "neighbour", "neighbor"})
_ROADS = frozenset({"Street", "Avenue", "Boulevard", "Road", "Square", "Bridge", "Lane", "Roundabout"})
_SEAT = frozenset({"capital", "port"})


def find_named_after(
    report: Report, paragraphs: Sequence[ParagraphWords], gazetteer: Gazetteer, words: PlaceWords
) -> tuple[Words, ...]:
    """Return the names of streets, bridges and bodies that only hold the name of a place or a person.

    "Syria Street" lies in no Syria, "Transport for London" is a body, and so is the report's own publisher.
    """
    return tuple(
        found for p in paragraphs for finder in (_roads, _bodies_for) for found in finder(p, gazetteer, words)
    ) + tuple(_publisher(report))


def _roads(p: ParagraphWords, gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Words]:
    """Yield roads and bridges that are named after a country or a person."""
    for index in p.marked:
        if p.words[index] not in _ROADS or not p.joined(index) or not p.capital(index - 1):
            continue
        first = index - 1
        while p.joined(first) and p.capital(first - 1) and p.words[first - 1] not in words.never:
            first -= 1
        name = p.words[first:index]
        senses = gazetteer.look_up(fold_name(" ".join(name))).senses
        country = bool(senses) and senses[0].place.kind is PlaceKind.COUNTRY
        if country or (len(name) > 1 and any(word in words.first_names for word in name)):
            yield Words(start=p.starts[first], end=p.ends[index])


def _bodies_for(p: ParagraphWords, gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Words]:
    """Yield bodies such as "Transport for London"."""
    for index in p.marked:
        if p.words[index] in words.bodies_for and p.word(index + 1) == "for" and p.capital(index + 2):
            last = p.end_of_run(index + 2, words.joints)
            if gazetteer.look_up(fold_name(p.words[index + 2])).senses:
                yield Words(start=p.starts[index], end=p.ends[last])


def _publisher(report: Report) -> Iterator[Words]:
    """Yield the mentions of the report's own publisher, where its name has several words."""
    name = report.publisher or ""
    start = report.text.find(name) if " " in name else -1
    while start >= 0:
        yield Words(start=start, end=start + len(name))
        start = report.text.find(name, start + len(name))


def set_apart(
    candidates: Sequence[Candidate], paragraphs: Sequence[ParagraphWords], report: Report, gazetteer: Gazetteer
) -> None:
    """Give each mention whose country is told beside it the senses in that country only, under a key of its own."""
    sections, written_twice = _sections(candidates, report), _written_twice(candidates, report)
    before: Candidate | None = None
    for candidate in candidates:
        p = paragraphs[candidate.paragraph]
        code = _told_country(candidate, before, p, gazetteer) or sections.get(candidate.paragraph, "")
        before = candidate
        if candidate.guessed or candidate.abbreviated:
            continue
        if candidate.key in written_twice and not report.text[candidate.start : candidate.end].isascii():
            candidate.key += "@accent"
        own = _as_country(candidate, p)
        kept = own or tuple(sense for sense in candidate.senses if sense.place.country == code)
        if kept and len(kept) < len(candidate.senses) and (own or not candidate.country):
            candidate.senses = kept
            candidate.key += "@" + (kept[0].place.country or "")


def _told_country(candidate: Candidate, before: Candidate | None, p: ParagraphWords, gazetteer: Gazetteer) -> str:
    """Return the country that the words right before a name say it lies in: "Lebanon's", "the Lebanese city of"."""
    index = candidate.first
    owner = before if before is not None and before.country and before.paragraph == candidate.paragraph else None
    if owner is not None and owner.last == index - 1 and p.gap(index) in _POSSESSIVE:
        return owner.senses[0].place.country or ""
    near = range(index - 1, max(-1, index - 1 - _REACH), -1)
    told = False
    for at in near:
        if told and (country := gazetteer.country_of_people(p.words[at])):
            return country
        told = told or p.words[at].lower() in _SEAT | {"city", "town", "village"}
        if not told and p.words[at] != "of":
            break
    return ""


def _as_country(candidate: Candidate, p: ParagraphWords) -> tuple[Sense, ...]:
    """Return the country alone for "neighbouring Niger" and "the government of Niger"; a US state is left in doubt."""
    index = candidate.first - 1
    governed = p.word(index) == "of" and p.word(index - 1).lower() == "government"
    if candidate.cue is not None or not (governed or p.word(index).lower() in _NEIGHBOURING):
        return ()
    if any(s.place.kind is PlaceKind.PROVINCE and s.place.country in FEDERAL and s.rank == 0 for s in candidate.senses):
        return ()
    return tuple(sense for sense in candidate.senses if sense.place.kind is PlaceKind.COUNTRY)


def _written_twice(candidates: Sequence[Candidate], report: Report) -> frozenset[str]:
    """Return the names that the report writes both with an accent and without, so that it means two places."""
    ways: dict[str, set[bool]] = {}
    for candidate in candidates:
        if len({sense.place.country for sense in candidate.senses}) > 1:
            ways.setdefault(candidate.key, set()).add(report.text[candidate.start : candidate.end].isascii())
    return frozenset(key for key, ascii_too in ways.items() if len(ascii_too) > 1)


def _sections(candidates: Sequence[Candidate], report: Report) -> dict[int, str]:
    """Return the country of each paragraph that stands under a heading with the name of one and nothing else."""
    headings = {
        candidate.paragraph: candidate.senses[0].place.country or ""
        for candidate in candidates
        if candidate.country and _is_alone(candidate, report)
    }
    found: dict[int, str] = {}
    country = ""
    for number, paragraph in enumerate(report.paragraphs if headings else ()):
        if paragraph.kind is ParagraphKind.HEADING:
            country = headings.get(number, "")
        elif country:
            found[number] = country
    return found


def _is_alone(candidate: Candidate, report: Report) -> bool:
    paragraph = report.paragraphs[candidate.paragraph]
    if paragraph.kind is not ParagraphKind.HEADING:
        return False
    return report.text[paragraph.start : paragraph.end].strip(" #:*") == report.text[candidate.start : candidate.end]
