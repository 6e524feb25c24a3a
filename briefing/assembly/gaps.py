"""What the reports do not tell: said, so that silence is not read as good news."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from briefing.assembly.cities import CityDraft
from briefing.assembly.developments import Draft
from briefing.assembly.occurrences import find_occurrence
from briefing.assembly.responsibility import says_who
from briefing.assembly.witnesses import SPECIFIC
from briefing.assembly.wording import readable
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import Gap, Status
from briefing.model.findings import Findings, Role
from briefing.model.report import Report

_NAMED = 3
# So many developments are asked for what they leave open, and so many gaps of one kind are told.
_FOREMOST, _OPEN = 12, 2
_HARM = frozenset({"killed", "injured", "missing", "casualties"})
# Kinds of action that somebody does to others; the rest happens.
_DONE = frozenset({"attack", "strike", "shelling", "explosion", "casualties"})
_UNTOLD = frozenset({Role.FURNITURE, Role.HEADLINE, Role.BACKGROUND})


# Languages whose sentences are analysed; "und" are texts too short to tell.
_ANALYSED = frozenset({"en", "und"})


def is_analysed(report: Report) -> bool:
    """Tell whether what a report says is found, and not only its places, dates and figures."""
    return report.language in _ANALYSED


def build_gaps(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    cities: Sequence[CityDraft],
    drafts: Sequence[Draft],
    labels: Labels,
) -> tuple[Gap, ...]:
    """Return what is not known: topics, who, where and how many, what rests on parties, and reports not read or dated.

    Silence is told only where it could have been heard: not when no report is in a language that is analysed.
    """
    undated = sorted(report.title for report in reports if report.published is None)
    unread = sorted(report.title for report in reports if not is_analysed(report))
    told = [item for found in findings for item in found.statements if item.role not in _UNTOLD]
    measures = {figure.measure for statement in told for figure in statement.figures}
    kinds = {action.kind for statement in told for action in statement.actions}
    families = {family for kind, family in _families().items() if kind in kinds}
    families |= {"conflict"} if any(statement.controls for statement in told) else set()
    gaps = [
        _gap(f"g-{topic['id']}", labels.say(f"gap-{topic['id']}-text"), topic["id"], labels)
        for topic in load_table("gap_topics")["topic"]
        if len(unread) < len(reports)
        and families & set(topic["families"])
        and not measures & set(topic["measures"])
        and not kinds & set(topic["kinds"])
    ]
    gaps += open_questions(drafts, labels)
    if unread:
        words = labels.say("gap-language", number=len(unread), reports=_named(unread, labels))
        gaps.append(Gap(id="g-language", text=words))
    claimed = [row.place.name for row in cities if row.claims and row.status is Status.CLAIMED]
    if claimed:
        places = labels.join(list(dict.fromkeys(claimed)))
        gaps.append(Gap(id="g-claimed", text=labels.say("gap-claimed", places=places)))
    if undated:
        words = labels.say("gap-undated", number=len(undated), reports=_named(undated, labels))
        gaps.append(Gap(id="g-undated", text=words))
    return tuple(gaps)


def _gap(identity: str, text: str, topic: str, labels: Labels) -> Gap:
    question, answer = labels.say(f"gap-{topic}-question"), labels.say(f"gap-{topic}-answer")
    return Gap(id=identity, text=f"{text} {question} {answer}", question=question)


def open_questions(drafts: Sequence[Draft], labels: Labels) -> list[Gap]:
    """Return what the foremost developments leave open: who did it, where it was, and how many were harmed."""
    table: dict[str, dict[str, Any]] = load_table("gap_topics")["open"]
    found: dict[str, Gap] = {}
    for draft in drafts[:_FOREMOST]:
        for key, asked in table.items():
            kinds = [kind for kind in asked["kinds"] if kind in draft.best.kinds]
            if kinds and _is_open(key, draft) and sum(each.startswith(f"g-{key}-") for each in found) < _OPEN:
                words = labels.say(
                    f"gap-{key}-text",
                    what=labels.name("action", kinds[0]),
                    where=draft.lead,
                    report=labels.say("quotation", words=readable(draft.best.report.title)),
                )
                identity = f"g-{key}-{draft.id.removeprefix('e-')}"
                if all(words not in gap.text for gap in found.values()):
                    found[identity] = _gap(identity, words, key, labels)
    return list(found.values())


def _is_open(key: str, draft: Draft) -> bool:
    """Tell whether none of the passages on a development says who, where or how many."""
    if key == "where":
        best = draft.best
        return not draft.lead and not find_occurrence(best, best.statements[0].start).places and not best.places
    if not any(place.kind in SPECIFIC for place in draft.places):
        return False
    if key == "many":
        return not any(figure.measure in _HARM for witness in draft.witnesses for figure in witness.figures)
    acts = [action for witness in draft.witnesses for action in witness.actions]
    named = any(action.actor is not None for action in acts if action.kind in _DONE)
    return not named and not any(says_who(witness) for witness in draft.witnesses)


@cache
def _families() -> dict[str, str]:
    return {row["id"]: row["family"] for row in load_table("actions")["action"]}


def _named(titles: Sequence[str], labels: Labels) -> str:
    """Name up to three reports in quotation marks."""
    quoted = [labels.say("quotation", words=readable(title)) for title in titles[:_NAMED]]
    if len(titles) > _NAMED:
        return labels.say("list-others", list=labels.row(quoted))
    return labels.join(quoted)
