"""The published schema and the JSON that is written agree."""

import json

import jsonschema
import pytest

from briefing import BriefingRequest, generate, read_reports, render
from tests.paths import ROOT, SEEDS, SHARED, needs_shared

SCHEMA = json.loads((ROOT / "docs" / "briefing.schema.json").read_text("utf-8"))


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
