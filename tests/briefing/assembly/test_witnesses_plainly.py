"""What is read of single sentences in quick ways is what the plain ways read."""

from briefing import analyse_reports, read_reports
from briefing.assembly.spoken_places import places_spoken_of
from briefing.assembly.vocabulary import read_terms
from briefing.assembly.wording import any_of
from briefing.model.findings import SETTLEMENTS, Place
from tests.briefing.assembly.making import report
from tests.paths import SEEDS

_SAID = (
    "Rebels shelled Hama on Friday. Residents fled the\n City, aid workers said. About 1,500 left the area.\n\n"
    "The town was quiet. Rebels took Homs. Shops in the capital were shut, and the cityscape was dark."
)
_REPORTS = (*read_reports([SEEDS]).reports, report(_SAID))
_FINDINGS = analyse_reports(_REPORTS)


def test_words_of_plain_letters_are_read_like_all_others() -> None:
    """A word of other letters behind a sentence changes nothing of what is read before it."""
    texts = [each.quote(part.start, part.end) for each in _REPORTS for part in each.paragraphs]
    assert any(text.isascii() for text in texts)
    assert any("1,500" in text for text in texts)
    for text in texts:
        alone, among = read_terms(text), read_terms(f"{text} Überfall")
        assert among.counts == {**alone.counts, "überfall": 1}
        assert among.marked == alone.marked | {"überfall"}


def test_the_city_is_the_one_named_last_in_the_paragraph() -> None:
    """Each sentence that says "the city" and names none speaks of the one before, the others of those they name."""
    resolved = 0
    for told, found in zip(_REPORTS, _FINDINGS, strict=True):
        spoken = places_spoken_of(told, found)
        last: Place | None = None
        paragraph = -1
        for statement in found.statements:
            here = found.sentences[statement.sentence].paragraph
            last, paragraph = last if here == paragraph else None, here
            cities = [place for place in spoken[statement.sentence] if place.kind in SETTLEMENTS]
            named = {mention.place.id for mention in statement.places} | {each.place.id for each in statement.controls}
            unnamed = [place for place in cities if place.id not in named]
            text = " ".join(told.quote(statement.start, statement.end).casefold().split())
            if unnamed:
                assert unnamed == [last] == cities
                resolved += 1
            elif not cities and last is not None:
                assert any_of("anaphora_settlement").search(text) is None
            last = cities[-1] if cities else last
    assert resolved > 1
