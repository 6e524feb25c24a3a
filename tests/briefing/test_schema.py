"""The published schema and the JSON that is written agree."""

import json

import jsonschema
import pytest

from briefing import BriefingRequest, generate, read_reports, render
from tests.golden_briefings import SCHEMA as PUBLISHED
from tests.golden_briefings import schema_text
from tests.paths import SEEDS, SHARED, needs_shared

SCHEMA = json.loads(PUBLISHED.read_text("utf-8"))


def test_the_published_schema_is_that_of_the_model() -> None:
    """``make accept`` writes it anew when the model has changed."""
    assert PUBLISHED.read_text("utf-8") == schema_text()


@pytest.mark.parametrize("template", ["daily-sitrep", "executive-one-pager", "evidence-pack"])
def test_the_json_of_every_template_fits_the_schema(template: str) -> None:
    """No member more and none less."""
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template=template))

    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(render(briefing, "json")))


@needs_shared
def test_the_json_of_reports_on_a_flood_fits_the_schema() -> None:
    """Other events, other publishers."""
    reports = read_reports([SHARED / "situations" / "06_derna_flood_2023"]).reports

    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(render(generate(reports), "json")))


def test_the_schema_itself_is_valid() -> None:
    """JSON Schema, draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
