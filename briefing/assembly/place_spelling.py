"""Whose spelling of a place is printed: that of the reports, or the common English name of the gazetteer."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model.findings import ControlClaim, Findings, Place, PlaceMention, Statement


def with_common_names(findings: Sequence[Findings]) -> tuple[Findings, ...]:
    """Return the findings with the common name for every place; the words of the reports stay as they are."""
    return tuple(
        replace(
            found,
            places=_mentions(found.places),
            statements=tuple(_statement(statement) for statement in found.statements),
        )
        for found in findings
    )


def _statement(statement: Statement) -> Statement:
    return replace(statement, places=_mentions(statement.places), controls=_controls(statement.controls))


def _mentions(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    return tuple(replace(mention, place=_common(mention.place)) for mention in mentions)


def _controls(claims: Sequence[ControlClaim]) -> tuple[ControlClaim, ...]:
    return tuple(replace(claim, place=_common(claim.place)) for claim in claims)


def _common(place: Place) -> Place:
    return replace(place, name=place.common, common="") if place.common else place
