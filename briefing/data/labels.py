"""The words that the program itself prints, by language: titles, headers, small print, dates and forms by number."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.errors import RequestError
from briefing.model.request import DateStyle
from briefing.model.section import SectionId
from briefing.resources import data_folder

DEFAULT = "en"
_DASHES = str.maketrans(" :+", "---")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of one language and the style of its dates; what the language lacks is said in English.

    ``titles`` are those of the sections, by id. ``words`` maps a key to a sentence with places for values in braces, or
    to its forms by number ("one", "other"). ``templates`` maps the English words of templates to those of the language.
    ``months`` and ``short_months`` are their names as they stand in a date, January first.
    """

    language: str
    titles: Mapping[str, str]
    words: Mapping[str, Any]
    templates: Mapping[str, str]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    dates: DateStyle = DateStyle.LONG

    def title(self, section: SectionId) -> str:
        """Return the usual title of a section."""
        return self.titles[section.value]

    def say(self, key: str, *, number: int = 0, **values: object) -> str:
        """Return the words of a key with the values put in; ``number`` chooses among forms by number."""
        words = self.words[key]
        if isinstance(words, Mapping):
            words = words.get(plural_form(self.language, number), words["other"])
        return str(words).format(number=number, **values)

    def name(self, kind: str, code: str) -> str:
        """Return the word for a code of the data: "news agency" for the kind of source "news agency"."""
        return str(self.words[_key(kind, code)])

    def knows(self, kind: str, code: str) -> bool:
        """Tell whether there is a word for a code."""
        return _key(kind, code) in self.words

    def join(self, words: Sequence[str]) -> str:
        """Write "Daraa, Homs and Hama"."""
        if len(words) < 2:
            return "".join(words)
        return self.say("list-last", first=self.row(words[:-1]), last=words[-1])

    def row(self, words: Sequence[str]) -> str:
        """Write "Daraa, Homs, Hama"."""
        return str(self.words["list-between"]).join(words)

    def of_template(self, words: str) -> str:
        """Return the product or title that a template gives, in the language where it is known, else as it is."""
        return self.templates.get(words, words)


def _key(kind: str, code: str) -> str:
    return f"{kind}-{code.lower().translate(_DASHES)}"


def plural_form(language: str, number: int) -> str:
    """Return the CLDR plural form of a whole number in a language: "one", "few", "other"."""
    if language == DEFAULT:
        return "one" if number == 1 else "other"
    from babel import Locale  # noqa: PLC0415 -- takes a quarter of a second, and English does without

    return str(Locale.parse(language).plural_form(number))


def plural_forms(language: str) -> tuple[str, ...]:
    """Return the CLDR plural forms that whole numbers up to a thousand have in a language."""
    return tuple(sorted({plural_form(language, number) for number in range(1001)}))


def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that labels exist in."""
    return tuple(sorted(path.stem for path in (data_folder() / "labels").glob("*.toml")))


@cache
def load_labels(language: str = DEFAULT, dates: DateStyle = DateStyle.LONG) -> Labels:
    """Return the labels of a language by its ISO 639-1 code; raises RequestError when there are none."""
    if language not in list_languages():
        raise RequestError(
            f"There are no labels in the language “{language}”. Choose among: {', '.join(list_languages())}."
        )
    tables = [_table(DEFAULT), _table(language)]
    merged: dict[str, dict[str, Any]] = {
        name: {key: words for table in tables for key, words in table.get(name, {}).items()}
        for name in ("titles", "words", "templates")
    }
    months, short_months = _months(language)
    return Labels(
        language=language,
        titles=merged["titles"],
        words=merged["words"],
        templates=merged["templates"],
        months=months,
        short_months=short_months,
        dates=dates,
    )


def _months(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if language == DEFAULT:
        return _MONTHS, tuple(month[:3] for month in _MONTHS)
    from babel import Locale  # noqa: PLC0415 -- see plural_form

    names = Locale.parse(language).months["format"]
    wide, short = names["wide"], names["abbreviated"]
    return tuple(wide[number] for number in range(1, 13)), tuple(short[number] for number in range(1, 13))


@cache
def action_labels() -> dict[str, str]:
    """Return the English words for each kind of action, for explanations: "control taken" for "control-taken"."""
    words = load_labels(DEFAULT).words
    return {key.removeprefix("action-"): str(text) for key, text in words.items() if key.startswith("action-")}


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((data_folder() / "labels" / f"{language}.toml").read_text(encoding="utf-8"))
