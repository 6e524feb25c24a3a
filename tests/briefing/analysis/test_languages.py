"""Reports in other languages: places, dates and figures are found, and nothing is read as if it were English."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefing import generate, read_reports
from briefing.analysis import Gazetteer, analyse, open_gazetteer
from briefing.analysis.languages import unread_language
from briefing.model.findings import Findings, Role
from briefing.readers.languages import find_language
from briefing.workflow import read_report_text
from tests.bench import in_fresh_process
from tests.briefing.analysis.texts import report_of
from tests.paths import SEEDS

SPANISH = (
    "Los rebeldes tomaron la ciudad de Homs el 7 de diciembre de 2024, según Reuters.\n"
    "Un total de 280.000 personas huyeron de Alepo. El 90 % de la provincia de Daraa está en sus manos."
)
MOST_MEMORY = 100  # MiB above the bare interpreter; a thousand reports that are analysed may take 150
IN_OTHER_LANGUAGES = {
    "es": "Los rebeldes tomaron la ciudad de Homs el sábado",
    "pt": "O governo anunciou novas medidas contra a seca",
    "fr": "Les rebelles ont pris la ville de Homs samedi",
    "de": "Bei dem Angriff starben zwölf Menschen in der Stadt",
    "it": "I ribelli hanno preso la città di Homs",
    "pl": "Rebelianci zajęli miasto Homs w sobotę",
    "tr": "İsyancılar cumartesi günü Humus kentini ele geçirdi",
    "ru": "Повстанцы в субботу взяли город Хомс",
    "uk": "Повстанці в суботу взяли місто Хомс",
    "ar": "سيطر المتمردون على مدينة حمص يوم السبت",
    "fa": "شورشیان روز شنبه شهر حمص را تصرف کردند",
    "he": "המורדים כבשו את העיר חומס בשבת",
    "el": "Οι αντάρτες κατέλαβαν την πόλη Χομς το Σάββατο",
    "zh": "叛军周六占领了霍姆斯市，政府军撤往首都郊区，数千人逃离",
}


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """Open the gazetteer once."""
    opened = open_gazetteer()
    yield opened
    opened.close()


def findings_of(text: str, language: str, gazetteer: Gazetteer) -> Findings:
    """Analyse a text that is said to be in a language."""
    return analyse(replace(report_of(text, "2024-12-07"), language=language), gazetteer)


def test_a_report_in_spanish_has_its_places_dates_and_figures(gazetteer: Gazetteer) -> None:
    """Places are found by Spanish cues and printed with their English names."""
    found = findings_of(SPANISH, "es", gazetteer)
    assert [mention.place.name for mention in found.places] == ["Homs", "Aleppo", "Daraa"]
    assert [time.value for time in found.times] == ["2024-12-07"]
    assert 90 in {figure.value for figure in found.figures}


def test_nothing_in_it_is_read_as_if_it_were_english(gazetteer: Gazetteer) -> None:
    """Each sentence is offered to the analyst with the reason."""
    found = findings_of(SPANISH + "\nThe rebels said in Spanish: no.", "es", gazetteer)
    assert not found.attributions
    assert not found.actors
    assert all(not (statement.actions or statement.controls) for statement in found.statements)
    assert {(statement.role, statement.reason) for statement in found.statements} == {
        (
            Role.DESCRIPTION,
            "in Spanish: its places, dates and figures are found, what it says is for the analyst to read",
        )
    }


def test_a_language_without_a_name_in_the_table_is_given_by_its_code() -> None:
    """No language is passed over."""
    assert unread_language(replace(report_of("Xyz abc."), language="xx")) == "another language (xx)"


@pytest.mark.parametrize("language", ["en", "en-GB", "und"])
def test_english_and_what_is_too_short_to_tell_are_read(language: str, gazetteer: Gazetteer) -> None:
    """As before."""
    found = findings_of("The rebels captured Homs on Friday, Reuters said.", language, gazetteer)
    assert found.attributions
    assert found.statements[0].role is Role.DEVELOPMENT


def test_english_that_a_recogniser_takes_for_another_language_is_read() -> None:
    """The words tell, not the names and figures among them."""
    text = "The rebels have taken the town of Homs and moved to the north of the city, the agency said."
    assert unread_language(replace(report_of(text), language="la")) == ""


def test_the_ledger_gives_the_language_as_the_reason() -> None:
    """The analyst sees why a sentence of the Spanish sample is not printed."""
    reports = read_reports([SEEDS]).reports
    spanish = next(report for report in reports if report.language == "es")
    rows = [row for row in generate(reports).ledger if row.span.report_id == spanish.id]
    assert rows
    assert any("in Spanish: its places, dates and figures are found" in row.reason for row in rows)


def test_a_thousand_reports_in_several_languages_stay_within_the_memory_of_a_small_machine() -> None:
    """The recogniser and the writers must not load what takes more than all the reports."""
    code = (
        "from briefing import analyse_reports\n"
        "from briefing.workflow import read_report_text\n"
        "from tests.paths import SEEDS\n"
        "texts = [path.read_text('utf-8') for path in sorted(SEEDS.glob('*.txt'))]\n"
        f"texts += {[*IN_OTHER_LANGUAGES.values()]!r}\n"
        "reports = [read_report_text(texts[n % len(texts)] + f'\\n\\nReport {n}.') for n in range(1000)]\n"
        "analyse_reports(reports[:200])"
    )
    _, bare = in_fresh_process("pass")
    _, taken = in_fresh_process(code)
    assert taken - bare < MOST_MEMORY


@pytest.mark.parametrize(("language", "text"), IN_OTHER_LANGUAGES.items())
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    """Also one in a script that several languages share."""
    assert read_report_text(text).language == language


def test_signs_that_the_recogniser_refuses_do_no_harm() -> None:
    """Signs of control, unpaired surrogates and codes that stand for no letter."""
    signs = "".join(chr(code) for code in (*range(32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0x10FFFF))
    text = f"Los rebeldes {signs} tomaron la ciudad de Homs y el norte de la provincia"
    assert find_language(text) == "es"
    assert find_language(text + "\ud800") == "es"
