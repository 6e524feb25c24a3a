"""The fields of the request as tables: caption, hint and what each one means; nothing here knows Qt."""

from dataclasses import dataclass
from typing import Any

from briefing.model.document import PageSize
from briefing.model.request import CitationStyle, DateStyle, LikelihoodScale, PlaceNames, Withhold, WordNotes
from briefing.workflow import list_languages, list_themes

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of TLP 2.0, from the widest audience to the narrowest."""
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية"}


def is_above(marking: str, ceiling: str) -> bool:
    """Tell whether a TLP label is narrower than the ceiling; without a ceiling nothing is above it."""
    return ceiling in TLP and marking in TLP and TLP.index(marking) > TLP.index(ceiling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One field: ``name`` in the request, its caption, its hint while empty, its tool tip, its choices if it has some.

    ``kind`` is "text", "whole" (a text that is taken when it is finished), "day" or "choice".
    """

    name: str
    words: str
    hint: str = ""
    tip: str
    kind: str = "text"
    choices: tuple[tuple[Any, str], ...] = ()


GROUPS = {"title": "Title and days", "marking": "Marking", "issue": "Series and issue", "form": "Form"}

SETTINGS: dict[str, tuple[Setting, ...]] = {
    "title": (
        Setting(name="title", words="Title", hint="From the first item", tip="Printed at the head of page one."),
        Setting(
            name="area",
            words="Area",
            hint="Found in the reports",
            tip="The country or region that the briefing is about. It also decides between places of one name.",
            kind="whole",
        ),
        Setting(
            name="as_of",
            words="As of",
            hint="From the reports",
            tip="The day that the briefing speaks for, such as 2024-12-07. Empty takes it from the reports.",
            kind="day",
        ),
        Setting(
            name="period_start",
            words="From",
            hint="First day covered",
            tip="What happened earlier is background. A day such as 2024-12-01; empty takes it from the reports.",
            kind="day",
        ),
        Setting(
            name="period_end",
            words="To",
            hint="Last day covered",
            tip="The last day of the period, such as 2024-12-07. Empty takes it from the reports.",
            kind="day",
        ),
    ),
    "marking": (
        Setting(
            name="ceiling",
            words="Ceiling",
            tip="The highest marking that may be included. Reports that are marked above it are withheld.",
            kind="choice",
            choices=(("", "No ceiling"), *((item, item) for item in TLP)),
        ),
        Setting(
            name="withhold",
            words="Above it",
            tip="What becomes of what is marked above the ceiling: no trace of it, or a line that says so.",
            kind="choice",
            choices=((Withhold.DROP, "Leave out"), (Withhold.MASK, "Say it is withheld")),
        ),
    ),
    "issue": (
        Setting(
            name="series",
            words="Series",
            hint="Such as Syria daily",
            tip="The name of the briefings on one situation. An issue that is exported is kept for the next one.",
            kind="whole",
        ),
        Setting(name="number", words="Number", hint="Such as 12", tip="The number of this issue in its series."),
        Setting(name="unit", words="Unit", hint="Your desk or unit", tip="Who issues it, printed in the masthead."),
        Setting(name="author", words="Author", tip="Who wrote it, printed in the masthead."),
        Setting(
            name="cut_off",
            words="Cut-off",
            hint="Day, time and zone",
            tip="The last moment from which information was taken, such as 7 December 2024, 18:00 UTC. Printed as you "
            "write it.",
        ),
        Setting(
            name="issued",
            words="Issued",
            hint="Day of issue",
            tip="The day on which it goes out, such as 2024-12-08.",
            kind="day",
        ),
        Setting(
            name="distribution",
            words="For whom",
            hint="Who receives it",
            tip="To whom it goes. Printed in the masthead as you write it.",
        ),
        Setting(
            name="next_issue",
            words="Next issue",
            hint="When it is due",
            tip="When the next issue is due, such as 9 December 2024, 07:00 UTC. Printed as you write it.",
        ),
    ),
    "form": (
        Setting(
            name="page_size",
            words="Paper",
            tip="The size of the pages in PDF and Word.",
            kind="choice",
            choices=tuple((size, size.value) for size in PageSize),
        ),
        Setting(
            name="theme",
            words="Look",
            tip="Colours and fonts: sober, for readers who need strong contrast, or for printing in black and white.",
            kind="choice",
            choices=(("", "Of the template"), *list_themes()),
        ),
        Setting(
            name="language",
            words="Language",
            tip="The language of headings and labels. What the reports say stays in their own words.",
            kind="choice",
            choices=tuple((code, LANGUAGES.get(code, code)) for code in list_languages()),
        ),
        Setting(
            name="citation_style",
            words="Citations",
            tip="How a sentence leads to its notes: by raised numbers, or by author and date in brackets.",
            kind="choice",
            choices=((CitationStyle.NUMBERED, "Numbers"), (CitationStyle.AUTHOR_DATE, "Author and date")),
        ),
        Setting(
            name="contents",
            words="Contents",
            tip="A table of contents before the first section; it needs four sections. The long templates always "
            "have one where they fill some pages.",
            kind="choice",
            choices=((False, "As the template says"), (True, "Always")),
        ),
        Setting(
            name="word_notes",
            words="Word notes",
            tip="Word counts its own endnotes anew when you edit. Older LibreOffice prints them on a page without "
            "header and footer; a list is printed by every program as it stands.",
            kind="choice",
            choices=((WordNotes.ENDNOTES, "Endnotes of Word"), (WordNotes.LIST, "List with links")),
        ),
        Setting(
            name="word_comments",
            words="Comments",
            tip="Comments in the Word file: beside each entry the passages that carry it, in the words of the reports.",
            kind="choice",
            choices=((False, "None"), (True, "Evidence of each entry")),
        ),
        Setting(
            name="word_fonts",
            words="Word fonts",
            tip="Fonts inside the Word file make it look the same where they are not installed; it is larger then.",
            kind="choice",
            choices=((False, "Not in the file"), (True, "In the file")),
        ),
        Setting(
            name="date_style",
            words="Dates",
            tip="How days are written in sentences; tables and file names have 2024-12-07.",
            kind="choice",
            choices=tuple((style, style.value) for style in DateStyle),
        ),
        Setting(
            name="place_names",
            words="Places",
            tip="Whose spelling is printed before a sentence and in tables; quotations keep that of the report.",
            kind="choice",
            choices=((PlaceNames.REPORTS, "As in the reports"), (PlaceNames.COMMON, "Common English")),
        ),
        Setting(
            name="likelihood_scale",
            words="Likelihood",
            tip="The one scale whose words of likelihood your judgements use.",
            kind="choice",
            choices=tuple((scale, scale.value) for scale in LikelihoodScale),
        ),
    ),
}
