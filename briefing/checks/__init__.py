"""The check before export: what in a briefing is not borne out, or not as the conventions of analysts ask."""

from briefing.checks.run import run_checks

__all__ = ["run_checks"]
