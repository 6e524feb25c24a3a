"""The passages that carry an entry, each with the words that say whose they are."""

from collections.abc import Mapping

from briefing.assembly.press import Press
from briefing.assembly.wording import capital, readable
from briefing.data.labels import Labels
from briefing.model.briefing import Citation, Note
from briefing.model.document import EntryEvidence, EvidencePassage


def passage_label(citation: Citation, note: Note, forms: Mapping[int, str], labels: Labels) -> tuple[str, str]:
    """Say whose words a passage is, after the number or short form of its note; and of which report and day it is."""
    say = labels.say
    chain = say("by-way-of", source=note.originator, carrier=note.carrier) if note.carrier else note.originator
    who = chain or note.publisher or say("own-words-alone")
    from_report = say("report-id", id=citation.span.report_id)
    named = capital(forms.get(citation.number, f"{citation.number}  {who}"))
    return named, f" · {note.publisher or note.file} · {note.date} · {from_report}"


def entry_evidence(press: Press) -> tuple[EntryEvidence, ...]:
    """Return for each printed entry all its passages, in the order of their notes."""
    labels, forms = press.material.labels, press.short_forms()
    notes = {note.number: note for note in press.numbering.notes(labels)}
    found: dict[str, dict[tuple[int, str, int], Citation]] = {}
    for entry, _, citation in press.cited:
        key = (citation.number, citation.span.report_id, citation.span.start)
        found.setdefault(entry, {}).setdefault(key, citation)
    return tuple(
        EntryEvidence(
            entry=entry,
            passages=tuple(
                EvidencePassage(
                    source="".join(passage_label(citation, notes[citation.number], forms, labels)),
                    quote=readable(citation.quote),
                )
                for _, citation in sorted(citations.items())
            ),
        )
        for entry, citations in found.items()
    )
