"""The words that the program itself prints, by language: titles, headers, small print."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.errors import RequestError
from briefing.model.section import SectionId
from briefing.resources import data_folder

DEFAULT = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of one language; what it lacks is said in English.

    ``words`` maps a key to a sentence with places for values in braces, or to its forms by number ("one", "other").
    """

    language: str
    titles: Mapping[str, str]
    words: Mapping[str, Any]

    def title(self, section: SectionId) -> str:
        """Return the usual title of a section."""
        return self.titles[section.value]

    def say(self, key: str, *, number: int = 0, **values: object) -> str:
        """Return the words of a key with the values put in; ``number`` chooses among forms by number."""
        words = self.words[key]
        if isinstance(words, Mapping):
            words = words.get(plural_form(self.language, number), words["other"])
        return str(words).format(number=number, **values)


def plural_form(language: str, number: int) -> str:
    """Return the CLDR plural form of a whole number in a language: "one", "few", "other"."""
    if language == DEFAULT:
        return "one" if number == 1 else "other"
    from babel import Locale  # noqa: PLC0415 -- takes a quarter of a second, and English does without

    return str(Locale.parse(language).plural_form(number))


def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that labels exist in."""
    return tuple(sorted(path.stem for path in (data_folder() / "labels").glob("*.toml")))


@cache
def load_labels(language: str) -> Labels:
    """Return the labels of a language by its ISO 639-1 code; raises RequestError when there are none."""
    if language not in list_languages():
        raise RequestError(f"There are no labels in “{language}”. Choose among: {', '.join(list_languages())}.")
    tables = [_table(DEFAULT), _table(language)]
    titles: dict[str, str] = {}
    words: dict[str, Any] = {}
    for table in tables:
        titles |= table["titles"]
        words |= table["words"]
    return Labels(language=language, titles=titles, words=words)


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((data_folder() / "labels" / f"{language}.toml").read_text(encoding="utf-8"))
