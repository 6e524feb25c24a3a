"""The legend: what the marks, grades, words and short names that the briefing really uses mean."""

from collections.abc import Iterable, Mapping

from briefing.assembly.press import Press
from briefing.assembly.sections.judgements import find_likelihood
from briefing.assembly.sections.parts import section_heading
from briefing.assembly.wording import capital
from briefing.data.tables import load_table
from briefing.model.briefing import SourceRow
from briefing.model.document import Block, ParagraphRole, Prose, Text
from briefing.model.section import SectionChoice

Terms = Mapping[str, str]


def print_legend(press: Press, rows: tuple[SourceRow, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print a paragraph for each kind of word that is used; what is not used is not explained."""
    say, scale = press.material.labels.say, press.material.request.likelihood_scale.value
    lists: tuple[tuple[str, Terms], ...] = (
        (say("legend-marks"), _marks(press)),
        (say("legend-status"), _statuses(press)),
        (say("legend-reliability"), _used(press, "reliability", _grades(press, rows, 0))),
        (say("legend-credibility"), _used(press, "credibility", _grades(press, rows, 1))),
        (say("legend-likelihood", scale=scale), _likelihoods(press)),
        (say("legend-confidence"), _confidences(press)),
        (say("legend-acronyms"), _acronyms(press)),
        (say("legend-spellings"), _spellings(press, rows)),
    )
    blocks = tuple(_paragraph(press, title, terms) for title, terms in lists if terms)
    return (section_heading(press, choice), *blocks) if blocks else ()


def _paragraph(press: Press, title: str, terms: Terms) -> Prose:
    """Print the words of one kind in one paragraph of small print, so that a legend does not fill a page."""
    say = press.material.labels.say
    inlines = [Text(text=say("legend-title", title=title), bold=True)]
    for number, (word, meaning) in enumerate(terms.items()):
        inlines.append(Text(text=" · " if number else " "))
        inlines.append(Text(text=word, italic=True))
        inlines.append(Text(text=say("legend-meaning", meaning=meaning)))
    return Prose(inlines=tuple(inlines), role=ParagraphRole.NOTE)


def _used(press: Press, vocabulary: str, words: Iterable[str]) -> Terms:
    """Return the words of a vocabulary that are used, in the order of the vocabulary, with their meanings."""
    used = set(words)
    return {
        word: press.material.labels.name(vocabulary, word)
        for word in load_table("vocabularies")[vocabulary]
        if word in used
    }


def _marks(press: Press) -> Terms:
    return _used(press, "tlp", {press.material.settled.marking})


def _statuses(press: Press) -> Terms:
    entries, labels = (*press.entries.values(), *press.background.values()), press.material.labels
    used = {entry.status.value for entry in entries}
    words: list[str] = load_table("vocabularies")["status"]
    return {labels.name("status", word): labels.name("status-meaning", word) for word in words if word in used}


def _confidences(press: Press) -> Terms:
    labels = press.material.labels
    found = _used(press, "confidence", {row.confidence for row in press.judgements})
    return {labels.name("grade-of-confidence", word): meaning for word, meaning in found.items()}


def _grades(press: Press, rows: tuple[SourceRow, ...], at: int) -> set[str]:
    return {grade[at] for grade in [*(row.grade for row in rows), *(e.grade for e in press.entries.values())] if grade}


def _likelihoods(press: Press) -> Terms:
    """Return the whole scale where one of its words is used, since a word means its place among the others."""
    scale = press.material.request.likelihood_scale
    if not any(find_likelihood(scale, row.likelihood) for row in press.judgements):
        return {}
    say, name = press.material.labels.say, press.material.labels.name
    return {
        " / ".join(name("likely", word) for word in term["words"]): say(
            "percent-range", low=term["low"], high=term["high"]
        )
        for term in load_table("vocabularies")["likelihood"][scale.value]
    }


def _printed_words(press: Press) -> set[str]:
    """Return all words that the entries print."""
    entries = (*press.entries.values(), *press.background.values(), *(e for made in press.own.values() for e in made))
    return {word.strip(".,;:()“”\"'’") for entry in entries for word in entry.text.split()}


def _acronyms(press: Press) -> Terms:
    """Return the short names in capitals that are printed, with the full name that a report gives."""
    printed = _printed_words(press)
    found: dict[str, str] = {}
    for findings in press.material.findings:
        for mention in findings.actors:
            for short in (mention.name, *mention.aliases):
                if short in printed and short.isupper() and len(short) > 1 and short != mention.name:
                    found.setdefault(short, mention.name)
    names = press.material.names
    for full, aliases in names.aliases.items():
        for short in aliases:
            if short in printed and short.isupper() and short != full:
                found.setdefault(short, full)
    return {short: capital(found[short]) for short in sorted(found)}


def _spellings(press: Press, rows: tuple[SourceRow, ...]) -> Terms:
    """Return the other spellings of the places and sources that are printed, as met in the reports."""
    met: dict[str, dict[str, None]] = {}
    shown = {row.place.id: row.place.name for row in press.cities}
    for report, findings in zip(press.material.reports, press.material.findings, strict=True):
        for mention in findings.places:
            spelling = report.quote(mention.start, mention.end)
            name = shown.get(mention.place.id)
            if name and spelling.casefold() != name.casefold():
                met.setdefault(name, {})[" ".join(spelling.split())] = None
    for row in rows:
        long = [alias for alias in row.aliases if not alias.isupper()]
        if long:
            met.setdefault(row.name, {}).update(dict.fromkeys(long))
    return {capital(name): press.material.labels.row(list(met[name])) for name in sorted(met)}
