"""Labels in other languages: the tables are whole, and a briefing prints no word of the program in English."""

import re
import string
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from briefing import BriefingRequest, Findings, Report, analyse_reports, generate, read_reports, render
from briefing.assembly.figures.symbols import Symbol
from briefing.data.labels import list_languages, load_labels, plural_forms
from briefing.data.tables import load_table
from briefing.errors import RequestError
from briefing.model.briefing import Briefing, ConflictKind, Status
from briefing.model.document import Document, Picture, Table
from briefing.model.drawing import Label
from briefing.model.edits import Edit, Judgement, OwnEntry, Passage
from briefing.model.findings import SETTLEMENTS, ActorKind, Medium, PlaceKind, Role, SourceKind
from briefing.model.request import DateStyle
from briefing.model.section import SectionChoice, SectionId
from briefing.resources import data_folder, templates_folder
from tests.briefing.writers.document_words import paragraphs_of
from tests.paths import SEEDS, situation_files

OTHERS = tuple(language for language in list_languages() if language != "en")
FILES = {"samples": (SEEDS,), **{name: situation_files(name) for name in ("earthquake", "outbreak", "election")}}
# Words of the program's that are the same in every language: names of licences, of scales, of data.
_KEPT = "GeoNames (CC BY 4.0) Natural Earth F6 ICD 203 TLP:AMBER A B C D E F Desk"
_LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:[ \u00a0,]+[A-Za-z][A-Za-z’'-]*)*")


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((data_folder() / "labels" / f"{language}.toml").read_text("utf-8"))


def _places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_label_with_the_same_values(language: str) -> None:
    """No key is missing or too many, and nothing that a sentence says is lost."""
    english, other = _table("en"), _table(language)

    for part in ("titles", "words", "templates"):
        assert set(other[part]) == set(english[part])
    for key, words in english["words"].items():
        forms = words if isinstance(words, dict) else {"other": words}
        told = other["words"][key]
        for name, form in (told if isinstance(told, dict) else {"other": told}).items():
            # "two reports" is one word in Arabic and needs no figure
            allowed = {"number"} if name in {"zero", "one", "two"} else set()
            assert _places(forms["other"]) - _places(form) <= allowed, (key, name)
            assert _places(form) <= _places(forms["other"]), (key, name)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_forms_by_number_that_it_needs(language: str) -> None:
    """As CLDR has them: Arabic six, French and Spanish two."""
    for key, words in _table("en")["words"].items():
        told = _table(language)["words"][key]
        assert isinstance(told, dict) is isinstance(words, dict), key
        if isinstance(told, dict):
            assert sorted(told) == list(plural_forms(language)), key


def test_a_language_without_labels_is_refused_with_those_that_there_are() -> None:
    """One sentence that an analyst can act on."""
    reports = read_reports([SEEDS]).reports

    with pytest.raises(RequestError, match=r"no labels in the language “xx”\. Choose among: ar, en, es, fr\."):
        generate(reports, BriefingRequest(language="xx"))


@cache
def _read(name: str) -> tuple[tuple[Report, ...], tuple[Findings, ...]]:
    reports = read_reports(FILES[name]).reports
    return reports, tuple(analyse_reports(reports))


@cache
def _whole(name: str, language: str) -> Briefing:
    """Assemble a set with every section on, words of the analyst's and a marking."""
    reports, findings = _read(name)
    report = reports[0]
    passage = Passage(report_id=report.id, start=0, end=len(report.text), quote=report.text, origin=report.origin)
    edits: tuple[Edit, ...] = (
        OwnEntry(id="1", section=SectionId.KEY_DEVELOPMENTS, text="Desk."),
        Judgement(
            id="2",
            section=SectionId.OUTLOOK,
            text="Desk.",
            likelihood="likely",
            confidence="high",
            assumption="Desk",
            alternative="Desk",
            basis=(passage,),
        ),
    )
    sections = tuple(SectionChoice(id=section) for section in SectionId)
    chosen = BriefingRequest(sections=sections, language=language, tlp="AMBER", edits=edits, unit="Desk", number="3")
    return generate(reports, chosen, findings=findings)


def _printed(document: Document) -> Iterator[str]:
    """Yield every text of a document: those of the blocks, of tables and of pictures."""
    yield from paragraphs_of(document)
    yield from (document.footer, document.subject, document.page_label)
    for block in document.blocks:
        if isinstance(block, Picture):
            yield block.alternative
            yield from (shape.text for shape in block.drawing.shapes if isinstance(shape, Label))
        elif isinstance(block, Table):
            yield block.caption


def _given(briefing: Briefing, findings: Sequence[Findings]) -> str:
    """Return every word that the reports, the gazetteer and the request give, folded."""
    words = [_KEPT]
    for report in briefing.reports:
        words += [report.text, report.title, report.publisher or "", report.url or "", report.origin, report.id]
    words += [place.name for entry in (*briefing.developments, *briefing.background) for place in entry.places]
    words += [row.name for row in briefing.sources] + [alias for row in briefing.sources for alias in row.aliases]
    words += [row.name for row in briefing.actors] + [word for row in briefing.actors for word in row.spellings]
    words += [said.originator for found in findings for said in found.attributions] + [briefing.area]
    return _folded(" ".join(words))


def _folded(words: str) -> str:
    return " ".join(re.findall(r"[\w’'-]+", words)).casefold()


@pytest.mark.parametrize("name", FILES)
def test_an_arabic_briefing_has_latin_letters_only_from_its_reports(name: str) -> None:
    """Each stretch of Latin words is one of a report, a name of the gazetteer, or the analyst's."""
    briefing = _whole(name, "ar")
    given = _given(briefing, _read(name)[1])
    countries = {
        shape.text.casefold()
        for block in briefing.document.blocks
        if isinstance(block, Picture)
        for shape in block.drawing.shapes
        if isinstance(shape, Label) and shape.text.isupper()
    }

    left = {
        stretch
        for text in _printed(briefing.document)
        for stretch in _LATIN.findall(text.replace("{page}", "").replace("{pages}", ""))
        if _folded(stretch) not in given and stretch.casefold() not in countries
    }

    assert not left


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", FILES)
def test_no_label_of_a_briefing_is_left_in_english(name: str, language: str) -> None:
    """No text, and no part of one between its signs, is an English label."""
    english, own = load_labels("en"), load_labels(language)
    labels = {
        str(words).casefold()
        for key, words in {**english.words, **english.titles}.items()
        if isinstance(words, str) and re.search("[a-z]{3}", words) and words != {**own.words, **own.titles}[key]
    }
    labels -= {str(words).casefold() for words in {**own.words, **own.titles}.values()}

    # A report has such words too, as names of those who act: "government".
    words = set(re.findall(r"\w+", " ".join(report.text for report in _read(name)[0]).casefold()))
    labels -= words

    printed = _parts(_printed(_whole(name, language).document))
    reported = _parts(line for report in _read(name)[0] for line in report.text.splitlines())

    assert (printed - reported) & labels == set()


def _parts(texts: Iterable[str]) -> set[str]:
    """Return texts, and what stands between their signs, folded."""
    return {part.strip(" .:,").casefold() for text in texts for part in (text, *re.split(r" · |: |; |\u00a0: ", text))}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", ["pdf", "docx", "md", "html", "json"])
def test_every_writer_takes_a_briefing_in_another_language(language: str, kind: str) -> None:
    """The document says its language."""
    briefing = _whole("samples", language)

    assert briefing.document.language == language
    assert render(briefing, kind)
    assert {entry.status.value for entry in briefing.developments} <= {
        "confirmed",
        "reported",
        "claimed",
        "denied",
        "conflicting",
        "unattributed",
    }


_DATES = {
    ("en", DateStyle.LONG): "7 December 2024",
    ("en", DateStyle.SHORT): "7 Dec 2024",
    ("fr", DateStyle.LONG): "7 décembre 2024",
    ("fr", DateStyle.SHORT): "7 déc. 2024",
    ("es", DateStyle.LONG): "7 de diciembre de 2024",
    ("es", DateStyle.SHORT): "7 dic 2024",
    ("ar", DateStyle.LONG): "7 ديسمبر 2024",
    ("fr", DateStyle.ISO): "2024-12-07",
}


@pytest.mark.parametrize(("language", "style"), _DATES)
def test_dates_are_written_in_the_style_of_the_request(language: str, style: DateStyle) -> None:
    """In prose everywhere; in tables always as 2024-12-07."""
    reports, findings = _read("samples")
    briefing = generate(reports, BriefingRequest(language=language, date_style=style), findings=findings)
    words = [text.replace("\u00a0", " ") for text in _printed(briefing.document)]
    prose = [entry.when.words.replace("\u00a0", " ") for entry in briefing.developments]

    assert any(_DATES[language, style] in text for text in prose)
    assert any(_DATES[language, style] in text for text in words)
    if style is not DateStyle.ISO:
        assert not any(re.search(r"\d{4}-\d\d", text) for text in prose)
    cells = [cell for block in briefing.document.blocks if isinstance(block, Table) for cell in _dates(block)]
    assert cells
    assert all(re.match(r"\d{4}(-\d\d)*\b|\D+(\d{4}-\d\d-\d\d)?$", cell) for cell in cells)


def _dates(table: Table) -> list[str]:
    heads = {load_labels(language).say(key) for language in list_languages() for key in ("when", "date")}
    at = next((place for place, column in enumerate(table.columns) if column.header in heads), None)
    if at is None:
        return []
    return ["".join(inline.text for inline in row.cells[at] if hasattr(inline, "text")) for row in table.rows]


def test_every_code_of_the_data_has_a_word() -> None:
    """Kinds, statuses, media, actions and what provinces are called: nothing is printed that no label names."""
    labels = load_labels("en")
    codes = {
        "status": list(Status),
        "source": list(SourceKind),
        "stake": list(SourceKind),
        "actor": list(ActorKind),
        "conflict": list(ConflictKind),
        "medium": list(Medium),
        "role": list(Role),
        "symbol": list(Symbol),
        "place": [*SETTLEMENTS, PlaceKind.PROVINCE],
        "division": ["province", *load_table("division_words")["words"].values()],
        "action": [row["id"] for row in load_table("actions")["action"]],
        **{kind: load_table("vocabularies")[kind] for kind in ("tlp", "reliability", "credibility", "confidence")},
    }

    assert {
        (kind, str(code)) for kind, of_kind in codes.items() for code in of_kind if not labels.knows(kind, code)
    } == (set())


def test_what_the_templates_of_the_program_print_is_known_in_every_language() -> None:
    """Their products and headings; those of a template of the analyst's are printed as they are."""
    for path in sorted(templates_folder().glob("*.toml")):
        template = tomllib.loads(path.read_text("utf-8"))
        titles = [section["title"] for section in template.get("section", []) if "title" in section]
        for words in [template["product"], *titles]:
            assert words in load_labels("en").templates, (path.name, words)
    assert load_labels("fr").of_template("Bulletin of my desk") == "Bulletin of my desk"


def test_the_masthead_says_cut_off_issue_distribution_and_next_issue_where_they_are_given() -> None:
    """In the language of the labels; the words of the analyst as they are."""
    reports, findings = _read("samples")
    chosen = BriefingRequest(
        language="es",
        cut_off="7 Dec, 18:00 UTC",
        issued=date(2024, 12, 8),
        distribution="Partners",
        next_issue="9 Dec",
    )
    given = generate(reports, chosen, findings=findings).document.masthead.meta.replace("\u00a0", " ").split(" · ")
    bare = generate(reports, BriefingRequest(language="es"), findings=findings).document.masthead.meta

    assert {
        "cierre: 7 Dec, 18:00 UTC",
        "emitido el 8 de diciembre de 2024",
        "distribución: Partners",
        "próximo número: 9 Dec",
    } <= set(given)
    assert not any(word in bare for word in ("cierre", "emitido", "distribución", "próximo"))
