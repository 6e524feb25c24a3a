"""Whether the tables of English words may be used on a report, and how its language is called."""

from functools import cache
from typing import Any

from briefing.data.english import is_english
from briefing.data.tables import load_table
from briefing.model.report import Report


def unread_language(report: Report) -> str:
    """Return the English name of the language of a report whose sentences cannot be read by rule, "" for one that can.

    Tables of English words would find attributions and actions in Spanish that are none, so they are kept away.
    """
    table = _table()
    code = report.language.casefold().split("-")[0]
    if code in table["read"] or _is_english(report):
        return ""
    name: str = table["names"].get(code, f"another language ({code})")
    return name


@cache
def _table() -> dict[str, Any]:
    return load_table("languages")


def _is_english(report: Report) -> bool:
    start = report.paragraphs[0].start if report.paragraphs else 0
    return is_english(report.text[start:])
