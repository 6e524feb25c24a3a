"""From a report to findings: what is said, where, when and by whom."""

from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from briefing.analysis.pipeline import analyse

__all__ = ["Gazetteer", "analyse", "open_gazetteer"]
