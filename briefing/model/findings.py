"""What the analysis found in one report: every finding points at its words and names the rule it rests on.

All ``start`` and ``end`` are character offsets into the unchanged text of the report, ``end`` exclusive.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A stretch of the report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Words):
    """One sentence; ``paragraph`` is the index of its paragraph in the report."""

    paragraph: int


class TimeType(StrEnum):
    """The TIMEX3 kinds of time expression (TimeML 1.2)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Words):
    """An expression of time, resolved against the date of the report.

    ``value`` is the TIMEX3 value ("2024-12-06TNI", "2018", "P1W"). ``first`` and ``last`` are the days that it can
    mean, both None where no calendar day follows from it (durations, "recently").
    """

    type: TimeType
    value: str
    first: date | None
    last: date | None
    rule: str


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    PROVINCE = "province"
    DISTRICT = "district"
    COUNTRY = "country"
    REGION = "region"
    WATER = "water"
    CAMP = "camp"
    BASE = "base"
    CROSSING = "crossing"
    ROAD = "road"
    OTHER = "other"


SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer, or a name that only looks like one.

    ``id`` is stable ("geonames:170654", "province:SY:14"). ``country`` is an ISO 3166-1 alpha-2 code, ``province`` the
    name of the first-order division. ``latitude`` and ``longitude`` are WGS 84 degrees, None when unknown. ``name`` is
    spelled as in the report; ``common`` is the common English name of the gazetteer where that is another, else "".
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None = None
    province: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    common: str = ""

    @property
    def division(self) -> str:
        """Name the first-order division that the place lies in or is, as the gazetteer does, else the place itself."""
        return self.province or self.common or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Words):
    """A place named in the text; ``score`` is the evidence for it, ``rule`` says what it rests on in words."""

    place: Place
    score: float
    rule: str


class SourceKind(StrEnum):
    """What a source is."""

    MONITOR = "monitor"
    AGENCY = "news agency"
    STATE_MEDIA = "state media"
    LOCAL_MEDIA = "local media"
    MEDIA = "media"
    OFFICIAL = "official"
    PARTY = "party to the events"
    AID = "UN or aid body"
    WITNESS = "witness"
    SOCIAL_MEDIA = "social media"
    THINK_TANK = "think tank"
    EXPERT = "expert"
    PERSON = "person"
    UNKNOWN = "unknown"


class Medium(StrEnum):
    """Through what a source spoke, where the text says so."""

    TELEGRAM = "Telegram"
    SOCIAL_MEDIA = "social media"
    STATEMENT = "statement"
    IMAGES = "images"
    VIDEO = "video"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press conference"
    BROADCAST = "broadcast"
    PHONE = "telephone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says something.

    ``originator`` is the name of who says it ("Syrian Observatory for Human Rights"), ``carrier`` who passes it on
    ("Reuters"), or None. ``source``, ``cue`` and ``content`` are the words they rest on. ``party`` is true when the
    source has a stake in the events, so that what it says is a claim. ``named`` is false for "a military source".
    ``rule`` says how it was found; with ``NAMES_A_THING`` somebody only gives a thing its name and tells nothing of it.
    """

    source: Words | None
    cue: Words | None
    content: Words | None
    originator: str
    carrier: str | None
    kind: SourceKind
    carrier_kind: SourceKind | None = None
    party: bool
    medium: Medium | None
    direct: bool
    named: bool
    rule: str


NAMES_A_THING = "source, verb, name of a thing"
"""The rule of an attribution such as "which the groups call X" and "what he called Y"."""

CLOSING = frozenset({"content, source, verb", "content, verb, source"})
"""The rules of attributions that close a sentence: "..., X said", "..., said X"."""

VERB_OF_THE_SUBJECT = "verb sharing a subject"
"""The rule of an attribution to who also does something: "X did ... and said that"."""

PARTICIPLE_OF_THE_SUBJECT = "participle of the subject"
"""The rule of an attribution to who does something: "X did ..., saying that"."""

PASSIVE = "passive with by"
"""The rule of an attribution such as "... was announced by X"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Words):
    """A number that counts or measures something.

    ``value`` to ``high`` is a range where the text gives one. ``unit`` is "" for plain counts, else "%", "km", "USD"
    and the like. ``measure`` says what it counts ("killed", "displaced", "share", "distance"), ``counted`` is the noun
    in the text ("people"), ``qualifier`` the word before it ("over").
    """

    value: float
    high: float | None = None
    unit: str = ""
    measure: str = "count"
    counted: str = ""
    qualifier: str = ""
    rule: str


class Modality(StrEnum):
    """Whether something is said to have happened."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Words):
    """A verb or noun that tells of something done; ``kind`` is an id of the table of actions ("control-taken").

    ``actor`` and ``target`` are the words of who did it and to whom, where they stand beside it.
    """

    kind: str
    modality: Modality
    actor: Words | None
    target: Words | None
    rule: str


class ControlRelation(StrEnum):
    """What is said about who holds a place."""

    TOOK = "took"
    HOLDS = "holds"
    LOST = "lost"
    LEFT = "left"
    CONTESTS = "contests"
    BESIEGES = "besieges"
    THREATENS = "threatens"


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlClaim(Words):
    """What one clause says of the control of one place: ``holder`` as in the words, ``extent`` such as "over 80%"."""

    place: Place
    relation: ControlRelation
    holder: str
    extent: str
    modality: Modality
    rule: str


class ActorKind(StrEnum):
    """What somebody who acts is."""

    ARMED_GROUP = "armed group"
    ARMED_FORCES = "armed forces"
    GOVERNMENT = "government"
    PARTY = "party"
    ORGANISATION = "organisation"
    COMPANY = "company"
    MEDIA = "media"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Words):
    """Somebody who acts, named in the text: a person, a body, or a group such as "government forces".

    ``name`` is the fullest name that the report gives, so that "HTS" has that of "Hayat Tahrir al-Sham (HTS)";
    ``aliases`` are its other spellings in the report. ``side`` holds words of the report only ("Islamist rebel") and is
    "" where the report gives no side.
    """

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    side: str
    rule: str


class Role(StrEnum):
    """What a sentence does in the report."""

    DEVELOPMENT = "development"
    BACKGROUND = "background"
    PLAN = "plan"
    DENIAL = "denial"
    DESCRIPTION = "description"
    OPINION = "opinion"
    HEADLINE = "headline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Words):
    """What one sentence says, with everything found in it.

    ``start`` and ``end`` are the sentence as it may be printed: leading connectives such as "While," are cut off.
    ``sentence`` is the index of the sentence. ``first`` and ``last`` are the days on which it happened as far as the
    words tell; ``dated_by`` is the expression that they come from, or None when no expression dates it.
    ``reason`` says in words why the sentence has its role.
    """

    sentence: int
    role: Role
    reason: str
    places: tuple[PlaceMention, ...]
    times: tuple[TimeExpression, ...]
    figures: tuple[Figure, ...]
    attributions: tuple[Attribution, ...]
    actions: tuple[Action, ...]
    controls: tuple[ControlClaim, ...]
    first: date | None
    last: date | None
    dated_by: TimeExpression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything found in one report, in the order of the text; ``statements`` has one entry for each sentence."""

    report_id: str
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    actors: tuple[ActorMention, ...] = ()
