"""What a sentence does in its report: tells of a development, of the past, of a plan, describes, or judges."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from briefing.analysis.action_words import read_actions
from briefing.analysis.modality import read_modality
from briefing.analysis.worded_patterns import WordedPatterns, build_worded
from briefing.data.tables import load_table
from briefing.model.findings import (
    Action,
    Attribution,
    ControlClaim,
    ControlRelation,
    Figure,
    Modality,
    PlaceMention,
    Role,
    TimeExpression,
    TimeType,
)
from briefing.model.report import PartialDate

_CHANGES = frozenset({ControlRelation.TOOK, ControlRelation.LOST, ControlRelation.LEFT})
_HAPPENED = frozenset({Modality.ASSERTED, Modality.NEGATED, Modality.POSSIBLE})
_PLAIN_COUNT = "count"  # "two plates meet" counts nothing that happened
_TOTAL_WITHIN = timedelta(days=366)
# "contaminated water" and "is measured in metres" tell of no past.
_ATTRIBUTIVE = re.compile(
    r"\b(?:the|an?|of|by|through|in|with|from|and|or|to|for|on|no|any|its|their) \w+ed\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:is|are|be|being) (?:\w+ly |not |often |also )?\w{2,}ed\b", re.IGNORECASE)
_ONGOING = re.compile(r"\b(?:continu\w+|remain\w*|still|now|ongoing|currently|will|(?:is|are) \w+ing)\b", re.IGNORECASE)
_GENERIC = re.compile(r"\b(?:is|are|has|have|can|may|[a-z]{3,}s)\b")
_STANDS = re.compile(r"\b(?:is|are|now|stands|reaches|tops|exceeds|rises)\b")
# "If the volcano erupts, ash could reach the coast": what may follow is no news; a threat says "will".
_CONDITION = re.compile(
    r"\W*(?:[Ii]f|[Uu]nless|Should)\s[^.;]{3,160}?,[^.;]*?\b(?:could|may|might|can|(?P<sure>will|would)\s+(?P<verb>\w*))\b"
)
# "The highest since 2008", "the worst for 40 years": what is news is compared with the past.
_RECORD = re.compile(r"\b(?:[a-z]{3,}est|worst|first|record)(?:\s+[\w-]+){0,3}\s+(?:since|for)\s(?:the\s)?$")
_QUESTION = re.compile(r"\?[\"”’']*\s*$")


class Evidence(NamedTuple):
    """What was found in one sentence: its ``words``, the date of its report, and the findings of the other steps.

    ``known`` are those of its words in small letters that cues and judges ask for. ``happened`` are the actions that
    make a development and are said to have happened or to be possible, ``done`` those of them that a verb tells.
    ``dated_by`` is the expression that dates the event, ``dates`` are all that date events.
    """

    words: str
    known: frozenset[str]
    published: PartialDate | None
    places: tuple[PlaceMention, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    actions: tuple[Action, ...]
    controls: tuple[ControlClaim, ...]
    dated_by: TimeExpression | None
    dates: tuple[TimeExpression, ...]
    dating_words: str
    happened: tuple[Action, ...]
    done: tuple[Action, ...]

    @property
    def asserts(self) -> bool:
        """Tell whether a verb tells that something has happened."""
        return any(action.modality is Modality.ASSERTED for action in self.done)

    @property
    def edge(self) -> date | None:
        """Return the day before which what happened is no news of this report."""
        return self.published.first - _cues().older_than if self.published is not None else None

    @property
    def is_past(self) -> bool:
        """Tell whether the sentence speaks in the past tense, as far as its words show."""
        cues = _cues()
        if not self.known.isdisjoint(cues.plain_past):
            return True
        if cues.past.search(self.words) is None:
            return False
        return cues.past.search(_PASSIVE.sub("", _ATTRIBUTIVE.sub("", self.words))) is not None


def is_record(before: str) -> bool:
    """Tell whether the words before a time of the past compare with it: "the worst flood since"."""
    return _RECORD.search(before) is not None


def happened_among(actions: Sequence[Action]) -> tuple[Action, ...]:
    """Return the actions that make a development and are said to have happened or to be possible."""
    plain = read_actions().plain
    return tuple(action for action in actions if action.modality in _HAPPENED and action.kind in plain)


def is_verb_action(action: Action) -> bool:
    """Tell whether an action is told by a verb and not by a noun."""
    return action.rule.startswith("verb")


@dataclass(frozen=True, slots=True)
class _Cues:
    background: WordedPatterns
    standing: WordedPatterns
    plan: WordedPatterns
    scheduled: WordedPatterns
    denial: WordedPatterns
    description: WordedPatterns
    habit: WordedPatterns
    definition: WordedPatterns
    opinion: WordedPatterns
    speech: re.Pattern[str]
    perfect: re.Pattern[str]
    past: re.Pattern[str]
    plain_past: frozenset[str]
    older_than: timedelta


@cache
def _cues() -> _Cues:
    table = load_table("furniture")
    return _Cues(
        background=_whole(table["background"]["cues"]),
        standing=_whole(table["background"]["standing"]),
        plan=_whole(table["plan"]["cues"]),
        scheduled=_whole(table["plan"]["scheduled"]),
        denial=_whole(table["denial"]["cues"]),
        description=_whole(table["description"]["cues"]),
        habit=_whole(table["description"]["habits"]),
        definition=_whole(table["description"]["definitions"]),
        opinion=_whole(table["opinion"]["cues"]),
        speech=re.compile(table["opinion"]["speech"], re.IGNORECASE),
        perfect=re.compile(
            r"\b(?:has|have) (?:(?!no |an? |the |any )\w+ )?(?:"
            + "|".join(table["background"]["participles"])
            + r"|\w{3,}ed)\b"
        ),
        past=re.compile(
            r"\b(?:was|were|had|did|\w{3,}ed|" + "|".join(table["background"]["past"]) + r")\b", re.IGNORECASE
        ),
        # These only tell of the past, whatever stands before them: no rule passes over them as over "contaminated".
        plain_past=frozenset(
            word for word in ("was", "were", "had", "did", *table["background"]["past"]) if not word.endswith("ed")
        ),
        older_than=timedelta(days=table["background"]["older_than_days"]),
    )


@cache
def cue_words() -> frozenset[str]:
    """Return the words that the judges ask a sentence for: those that cues need, and those of the past."""
    cues = _cues()
    told = (cues.background, cues.standing, cues.plan, cues.scheduled, cues.denial, cues.opinion)
    described = (cues.description, cues.habit, cues.definition)
    return cues.plain_past.union(*(patterns.asked for patterns in told + described))


def _whole(patterns: list[str]) -> WordedPatterns:
    return build_worded(patterns, before=r"(?<!\w)", after=r"(?!\w)")


def judge_role(found: Evidence) -> tuple[Role, str]:
    """Return the role of a sentence and the reason for it in words; the first judge that knows decides."""
    for judge in _JUDGES:
        verdict = judge(found)
        if verdict is not None:
            return verdict
    return Role.DESCRIPTION, "names no action, date or source"


_Verdict = tuple[Role, str] | None


def _as_speech(found: Evidence) -> _Verdict:
    if _QUESTION.search(found.words):
        return Role.OPINION, "asks, and tells nothing"
    if found.attributions or not _cues().speech.match(found.words):
        return None
    counted = any(figure.measure != _PLAIN_COUNT for figure in found.figures)
    if found.asserts and (found.controls or counted):
        return None  # a body tells in its own statement what it did: "we left the town", "we killed 40 soldiers"
    return Role.OPINION, "speaks to the reader, and no source is named"


def _as_condition(found: Evidence) -> _Verdict:
    """Tell what could follow if something else did; "if they stay, we will attack" is a threat, and so a plan."""
    match = _CONDITION.match(found.words)
    if match is None or found.asserts:
        return None
    if match["sure"] and (found.done or found.controls or _is_deed(match["verb"].lower())):
        return None
    return Role.OPINION, "tells what may follow if something else happens"


def _is_deed(verb: str) -> bool:
    return verb in read_actions().first_words and verb not in read_modality().sets["auxiliaries"]


def _as_denial(found: Evidence) -> _Verdict:
    match = _cues().denial.search(found.words, found.known)
    return (Role.DENIAL, f"denies something (“{match.group()}”)") if match else None


def _as_dated_background(found: Evidence) -> _Verdict:
    """All expressions that date events lie well before the report."""
    edge = found.edge
    if edge is None or found.dated_by is None:
        return None
    if any(time.last is not None and time.last >= edge for time in found.dates) or _is_running_total(found):
        return None
    return Role.BACKGROUND, f"dated “{found.dating_words}”, well before the report"


def _is_running_total(found: Evidence) -> bool:
    """Tell whether a figure runs up to now: "has killed 1,200 people since August"."""
    assert found.dated_by is not None
    assert found.published is not None
    first = found.dated_by.first
    since = re.search(r"\bsince [^.;]{0,80}?" + re.escape(found.dating_words), found.words, re.IGNORECASE)
    recent = first is not None and first >= found.published.first - _TOTAL_WITHIN
    now = _cues().perfect.search(found.words) or _STANDS.search(found.words)
    return bool(found.figures and since and recent and now)


def _as_generic(found: Evidence) -> _Verdict:
    """Tell a general truth: the present, without date, place, figure or source; or what somebody thinks of it."""
    counted = any(figure.measure != _PLAIN_COUNT for figure in found.figures)
    timed = any(time.type in {TimeType.DATE, TimeType.TIME} for time in found.times)
    if found.attributions or found.places or counted or found.controls or timed:
        return None
    if found.is_past or _ONGOING.search(found.words) or not _GENERIC.search(found.words):
        return None
    if _cues().perfect.search(found.words) or (found.asserts and _PASSIVE.search(found.words)):
        return None  # "the road is blocked" is news
    view = _as_opinion(found)
    return view or (Role.DESCRIPTION, "tells how things are in general, without date, place or source")


def _as_habit(found: Evidence) -> _Verdict:
    """Tell what is so as a rule, even of a place or by a source: "landslides are common in the hills"."""
    defined = _cues().definition.search(found.words, found.known)
    if defined is not None and found.dated_by is None:
        return Role.DESCRIPTION, "tells what something is"
    match = _cues().habit.search(found.words, found.known)
    if match is None or found.is_past or _ONGOING.search(found.words) or _cues().perfect.search(found.words):
        return None
    return Role.DESCRIPTION, f"tells what is so as a rule (“{match.group()}”)"


def _as_standing(found: Evidence) -> _Verdict:
    """Tell what has been so for long, even in the perfect: "has often been attacked in the past"."""
    if found.dated_by is not None or _changes_control(found):
        return None
    match = _cues().standing.search(found.words, found.known)
    return (Role.BACKGROUND, f"tells how things have been for long (“{match.group()}”)") if match else None


def _changes_control(found: Evidence) -> bool:
    return any(c.modality is Modality.ASSERTED and c.relation in _CHANGES for c in found.controls)


def _as_history(found: Evidence) -> _Verdict:
    if found.dated_by is not None:
        return None
    match = _cues().background.search(found.words, found.known)
    if match is None or _changes_control(found) or _cues().perfect.search(found.words):
        return None
    if match.group().lower().startswith(("for ", "since ")):
        opening = match.group().split()[0]
        if is_record(found.words[: match.start() + len(opening) + 1]):
            return None
    if match.group().lower().startswith("for ") and not found.is_past:
        return None  # "is elected for four years"
    return Role.BACKGROUND, f"tells of older facts (“{match.group()}”)"


def _as_scheduled(found: Evidence) -> _Verdict:
    """Tell of what is fixed for later, whatever day it names: "an election is due in June"."""
    if found.done:
        return None
    match = _cues().scheduled.search(found.words, found.known)
    return (Role.PLAN, f"tells of what is to come (“{match.group()}”)") if match else None


def _as_description(found: Evidence) -> _Verdict:
    if found.dated_by is not None or found.asserts:
        return None
    match = _cues().description.search(found.words, found.known)
    if match is None or (found.happened and found.is_past):
        return None
    return Role.DESCRIPTION, f"describes (“{match.group()}”)"


def _as_plan(found: Evidence) -> _Verdict:
    if found.done or (found.happened and found.dated_by is not None):
        return None
    match = _cues().plan.search(found.words, found.known)
    if match is None:
        return None
    return Role.PLAN, f"tells of a plan or threat (“{match.group()}”)"


def _as_action(found: Evidence) -> _Verdict:
    actions = found.done or found.happened
    if actions:
        return Role.DEVELOPMENT, f"tells of {read_actions().labels[actions[0].kind]} in the period"
    wanted = [action for action in found.actions if action.modality is Modality.PLANNED and not is_verb_action(action)]
    if not wanted:
        return None
    return Role.DEVELOPMENT, f"tells that {read_actions().labels[wanted[0].kind]} is asked for or worked for"


def _as_opinion(found: Evidence) -> _Verdict:
    match = _cues().opinion.search(found.words, found.known)
    return (Role.OPINION, f"gives a view (“{match.group()}”)") if match else None


def _as_other_development(found: Evidence) -> _Verdict:
    if found.attributions:
        return Role.DEVELOPMENT, f"gives what {found.attributions[0].originator} said"
    if found.figures or found.controls or found.dated_by is not None:
        return Role.DEVELOPMENT, "has a date or a figure of the period"
    if _cues().perfect.search(found.words):
        return Role.DEVELOPMENT, "tells of what has happened by now"
    return None


_JUDGES: tuple[Callable[[Evidence], _Verdict], ...] = (
    _as_speech,
    _as_condition,
    _as_denial,
    _as_scheduled,
    _as_dated_background,
    _as_standing,
    _as_history,
    _as_description,
    _as_habit,
    _as_plan,
    _as_generic,
    _as_action,
    _as_opinion,
    _as_other_development,
)
