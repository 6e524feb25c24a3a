"""A witness: one or two sentences of one report that tell something, with who says it and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.assembly.backdrop import WIDE, Backdrop
from briefing.assembly.names import Names, name_source, party_voice
from briefing.assembly.spoken_places import places_spoken_of
from briefing.assembly.tellers import main_attribution
from briefing.assembly.wording import any_of, readable, when_of
from briefing.data.labels import Labels
from briefing.model.briefing import SourceName, When
from briefing.model.findings import (
    Action,
    Attribution,
    ControlClaim,
    ControlRelation,
    Figure,
    Findings,
    Modality,
    Place,
    PlaceKind,
    Role,
    SourceKind,
    Statement,
)
from briefing.model.report import Report, Span

# A statement in the body text: roles that tell what happened, was planned or was denied.
TOLD = frozenset({Role.DEVELOPMENT, Role.PLAN, Role.DENIAL})
SPECIFIC = frozenset(PlaceKind) - WIDE
_WITNESSED = TOLD | {Role.BACKGROUND}
# Stands in the data for a source that is not named; printed in the words of the labels.
OWN_WORDS = "the report’s own words"
# So many characters tell whether a passage begins with a word that leans on what was said before.
_HEAD = 40
_ASSERTED = Modality.ASSERTED
_CONTROL_KINDS = {
    ControlRelation.TOOK: "control-taken",
    ControlRelation.HOLDS: "control-taken",
    ControlRelation.LOST: "control-lost",
    ControlRelation.LEFT: "withdrawal",
    ControlRelation.BESIEGES: "siege",
}


@dataclass(slots=True, kw_only=True, eq=False)
class Witness:
    """What one report says in one passage; made by ``make_witness``.

    ``statements`` has the main statement first and, where it leans on it, the one that follows. ``places`` are those
    named or, for "the city", last spoken of. ``source`` is None when the report says it in its own voice.
    ``backdrop`` is what all passages of its report lean on.

    The other fields follow from these and are worked out once, since they are asked for again and again: ``key`` is the
    report and the first sentence, ``start`` and ``end`` are those of the whole sentences, ``text`` the words as printed
    (without leading connective, white space folded), ``paragraph`` the number of the paragraph, from 1, and ``role``
    that of the main statement. ``actions`` includes those of plans and denials; ``kinds`` are the kinds of
    action said to have happened, a change of control among them. ``sites`` are the ids of the places where it
    happened: those whose control is said to have changed (not only threatened), else all specific places named.
    """

    # never changed, but not frozen: tens of thousands of witnesses are made, and twice as fast without the guard
    report: Report
    findings: Findings
    statements: tuple[Statement, ...]
    places: tuple[Place, ...]
    source: SourceName | None
    attribution: Attribution | None
    backdrop: Backdrop
    when: When
    key: tuple[str, int]
    start: int
    end: int
    text: str
    paragraph: int
    role: Role
    actions: tuple[Action, ...]
    kinds: frozenset[str]
    controls: tuple[ControlClaim, ...]
    figures: tuple[Figure, ...]
    sites: frozenset[str]

    @property
    def span(self) -> Span:
        """Return the whole sentences as a passage of the report."""
        return Span(report_id=self.report.id, start=self.start, end=self.end)

    @property
    def quote(self) -> str:
        """Return the exact words of the passage."""
        return self.report.quote(self.start, self.end)


def make_witness(
    report: Report,
    findings: Findings,
    statements: tuple[Statement, ...],
    places: tuple[Place, ...],
    backdrop: Backdrop,
    when: When,
    *,
    source: SourceName | None = None,
    attribution: Attribution | None = None,
) -> Witness:
    """Make a witness of one or two statements of a report."""
    main, last = statements[0], statements[-1]
    first_sentence, last_sentence = findings.sentences[main.sentence], findings.sentences[last.sentence]
    actions, controls, figures = main.actions, main.controls, main.figures
    for statement in statements[1:]:
        actions, controls, figures = (
            actions + statement.actions,
            controls + statement.controls,
            figures + statement.figures,
        )
    return Witness(
        report=report,
        findings=findings,
        statements=statements,
        places=places,
        source=source,
        attribution=attribution,
        backdrop=backdrop,
        when=when,
        key=(report.id, main.sentence),
        start=first_sentence.start,
        end=last_sentence.end,
        text=readable(report.quote(main.start, last.end)),
        paragraph=first_sentence.paragraph + 1,
        role=main.role,
        actions=actions,
        kinds=_kinds(actions, controls),
        controls=controls,
        figures=figures,
        sites=_sites(controls, places),
    )


def _kinds(actions: Sequence[Action], controls: Sequence[ControlClaim]) -> frozenset[str]:
    """Return the kinds of action said to have happened.

    Who is said to hold a place has taken it, as far as a reader of the day is concerned.
    """
    if not actions and not controls:
        return frozenset()
    done = [action.kind for action in actions if action.modality is _ASSERTED]
    if controls:
        changed = [_CONTROL_KINDS.get(claim.relation) for claim in controls if claim.modality is _ASSERTED]
        done += [kind for kind in changed if kind]
    return _set_of(tuple(done))


def _sites(controls: Sequence[ControlClaim], places: Sequence[Place]) -> frozenset[str]:
    controlled = [
        claim.place.id
        for claim in controls
        if claim.modality is _ASSERTED and claim.relation is not ControlRelation.THREATENS
    ]
    return _set_of(tuple(controlled or [place.id for place in places if place.kind in SPECIFIC]))


@lru_cache(maxsize=1 << 14)
def _set_of(items: tuple[str, ...]) -> frozenset[str]:
    """Return the same set for the same items, since most witnesses share theirs with many others."""
    return frozenset(items)


def find_witnesses(
    reports: Sequence[Report], findings: Sequence[Findings], names: Names, labels: Labels
) -> tuple[Witness, ...]:
    """Make the witnesses of all statements that are told or background, in the order of reports and text.

    Their dates are put in the words of the labels.
    """
    witnesses: list[Witness] = []
    for report, found in zip(reports, findings, strict=True):
        witnesses += _of_report(report, found, names, labels)
    return tuple(witnesses)


def _of_report(report: Report, findings: Findings, names: Names, labels: Labels) -> Iterator[Witness]:
    places, backdrop, statements = places_spoken_of(report, findings), Backdrop(report, findings), findings.statements
    skip = -1
    for index, statement in enumerate(statements):
        if index <= skip or statement.role not in _WITNESSED:
            continue
        chain = statements[index : index + 2]
        if len(chain) == 2 and _leans(report, findings, *chain):
            skip = index + 1
        else:
            chain = (statement,)
        yield _witness(report, findings, chain, places, backdrop, names, labels)


def _witness(
    report: Report,
    findings: Findings,
    chain: tuple[Statement, ...],
    places: dict[int, tuple[Place, ...]],
    backdrop: Backdrop,
    names: Names,
    labels: Labels,
) -> Witness:
    attribution = main_attribution(chain[0], report)
    met = places.get(chain[0].sentence, ())
    if len(chain) > 1:
        met = tuple({place.id: place for each in chain for place in places.get(each.sentence, ())}.values())
    return make_witness(
        report,
        findings,
        chain,
        met,
        backdrop,
        when_of(chain[0], report, labels),
        source=name_source(attribution, names) if attribution else party_voice(report, names),
        attribution=attribution,
    )


def _leans(report: Report, findings: Findings, statement: Statement, following: Statement) -> bool:
    """Tell whether the next sentence cannot stand alone and may be printed together with this one."""
    if statement.role is not Role.DEVELOPMENT or following.role not in TOLD or following.attributions:
        return False
    here, there = findings.sentences[statement.sentence], findings.sentences[following.sentence]
    if here.paragraph != there.paragraph:
        return False
    return _starts_leaning(report, following) and not _starts_leaning(report, statement)


def _starts_leaning(report: Report, statement: Statement) -> bool:
    head = report.quote(statement.start, min(statement.end, statement.start + _HEAD))
    return any_of("leaning").match(" ".join(head.casefold().split())) is not None


def speaker(witness: Witness) -> SourceName:
    """Name who says it: the attributed source, or the publisher of a report that speaks in its own voice."""
    return witness.source or SourceName(
        originator=witness.report.publisher or OWN_WORDS, carrier="", kind=SourceKind.UNKNOWN, party=False
    )


def stands_alone(witness: Witness) -> bool:
    """Tell whether the passage can be understood without the sentence before it."""
    return any_of("leaning").match(witness.text[:_HEAD].casefold()) is None


def witness_at(
    span: Span, reports: Sequence[Report], findings: Sequence[Findings], names: Names, labels: Labels
) -> Witness | None:
    """Make the witness of the sentence that a span lies in, whatever the sentence does; None when there is none."""
    for report, found in zip(reports, findings, strict=True):
        if report.id != span.report_id:
            continue
        places = places_spoken_of(report, found)
        for statement in found.statements:
            sentence = found.sentences[statement.sentence]
            if sentence.start < span.end and span.start < sentence.end:
                return _witness(report, found, (statement,), places, Backdrop(report, found), names, labels)
    return None
