"""Statements: the role of each sentence, what of it may be printed, and when it happened."""

from dataclasses import replace
from datetime import date

import pytest

from briefing.analysis.actions import find_actions
from briefing.analysis.figures import find_figures
from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions
from briefing.analysis.statements import find_statements, printable
from briefing.analysis.times import find_times
from briefing.model.findings import Role, Statement
from briefing.model.report import Report
from tests.briefing.analysis.texts import report_of


def statements_of(report: Report) -> tuple[Statement, ...]:
    """Return the statements of a report without places."""
    sentences = find_sentences(report)
    times = find_times(report, sentences)
    return find_statements(
        report,
        sentences,
        times=times,
        places=(),
        attributions=find_attributions(report, sentences),
        figures=find_figures(report, sentences, times),
        actions=find_actions(report, sentences),
        controls=(),
    )


def role_of(text: str) -> Role:
    """Return the role of one sentence in a report of 7 December 2024."""
    statements = statements_of(report_of(text, "2024-12-07"))
    assert len(statements) == 1
    assert statements[0].reason
    return statements[0].role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rebels have captured most of the province, cradle of the 2011 revolt.", Role.DEVELOPMENT),
        ("The mayor said the water was rising.", Role.DEVELOPMENT),
        ("On Friday night the river flooded nine towns.", Role.DEVELOPMENT),
        ("In 2018, the army regained control of the province.", Role.BACKGROUND),
        ("The town was hit hard at the beginning of the civil war.", Role.BACKGROUND),
        ("The hall was once a mill.", Role.BACKGROUND),
        ("A fishmonger stood up to her waist in what was once her shop.", Role.DESCRIPTION),
        ("Sumy is located at a point of strategic importance.", Role.DESCRIPTION),
        ("Their objective now is the city of Sumy.", Role.PLAN),
        ("The ministry denied that troops had fled.", Role.DENIAL),
        ("What will happen next?", Role.OPINION),
        ("We are all very tired.", Role.OPINION),
        ("Keys to the harbour strike and the role of the unions", Role.HEADLINE),
        ("Read more: the long road home", Role.FURNITURE),
        ("Electricity was cut in Porto.", Role.DEVELOPMENT),
        ("The disease spreads through contaminated water.", Role.DESCRIPTION),
        ("The flooding continues.", Role.DEVELOPMENT),
    ],
)
def test_each_sentence_gets_its_role(text: str, role: Role) -> None:
    """General cues tell what a sentence does."""
    assert role_of(text) is role


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("While, the rebels advanced on the town.", "the rebels advanced on the town."),
        ("While troops slept, the rebels advanced.", "While troops slept, the rebels advanced."),
        ("Meanwhile, nine people died in the flood.", "nine people died in the flood."),
        ("DAMASCUS (Reuters) - Nine people died on Friday.", "Nine people died on Friday."),
        ("BENGHAZI, Libya — Nine people died on Friday.", "Nine people died on Friday."),
        ("• Nine people died on Friday.", "Nine people died on Friday."),
        ("Nine people died on Friday.", "Nine people died on Friday."),
    ],
)
def test_only_what_leads_in_is_cut_off(text: str, printed: str) -> None:
    """Connectives, datelines and bullets go; a true subordinate clause stays."""
    report = report_of(text, "2024-12-07")
    statement = statements_of(report)[0]
    assert report.quote(statement.start, statement.end) == printed


def test_a_statement_is_dated_by_its_own_words_or_not_at_all() -> None:
    """The expression nearest to the action dates it; "the 2011 revolt" names an event and dates none."""
    report = report_of(
        "On Friday night, rebels captured the town. Rebels captured the cradle of the 2011 revolt.", "2024-12-07"
    )
    dated, undated = statements_of(report)
    assert (dated.first, dated.last) == (date(2024, 12, 6), date(2024, 12, 6))
    assert (undated.first, undated.dated_by) == (None, None)


def test_there_is_one_statement_for_each_sentence_in_order() -> None:
    """Nothing is dropped, and a quotation over sentences belongs to all of them."""
    report = report_of("“It was dark. We ran,” Ana Lopez said. Nine died.", "2024-12-07")
    statements = statements_of(report)
    assert [statement.sentence for statement in statements] == list(range(len(find_sentences(report))))
    assert all(statement.attributions for statement in statements[:-1])


def test_the_title_told_once_more_is_a_headline() -> None:
    """It is recognised behind a stamp of date; the same words further on, or in a report without a title, are told."""
    text = "4 October 2016 Nine killed in Sumy's market.\nA bomb killed nine people.\nPolice closed the road.\n"
    titled = replace(report_of(text, "2016-10-05"), title="Nine killed in Sumy’s market", title_given=True)
    assert [item.role for item in statements_of(titled)] == [Role.HEADLINE, Role.DEVELOPMENT, Role.DEVELOPMENT]
    untitled = replace(titled, title_given=False)
    assert statements_of(untitled)[0].role is Role.DEVELOPMENT


def test_a_stamp_of_date_is_not_printed_and_dates_nothing_that_has_a_date() -> None:
    """A page pasted without line breaks runs "Published October 4 2016" into its first sentence."""
    report = report_of("Published October 4 2016 A bomb killed nine people at a market on Monday.", "2016-10-05")
    statement = statements_of(report)[0]
    assert report.quote(statement.start, statement.end) == "A bomb killed nine people at a market on Monday."
    assert statement.first == date(2016, 10, 3)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Measles has killed at least 90 people in Porto since August, the council said.", Role.DEVELOPMENT),
        ("Measles killed at least 90 people in Porto in August, the council said.", Role.BACKGROUND),
        ("The port has been held by rebels since March 2014.", Role.BACKGROUND),
    ],
)
def test_a_running_total_is_no_background(text: str, role: Role) -> None:
    """A figure with the perfect tense and "since" runs up to the day of the report."""
    assert statements_of(report_of(text, "2024-12-05"))[0].role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("If the dam bursts, the water could reach Porto, an engineer warned.", Role.OPINION),
        ("If the rain goes on, the school will be under water, the teacher said.", Role.OPINION),
        ("If the guards stay, we will attack the port, the rebels said.", Role.PLAN),
        ("A party needs a third of the seats to govern.", Role.DESCRIPTION),
        ("Typhus is a severe infection caused by bacteria carried by lice.", Role.DESCRIPTION),
        ("The stadium was built for 9,000 people.", Role.DESCRIPTION),
        ("The company runs two mines and has 1,200 employees.", Role.DESCRIPTION),
        ("In 1982 soldiers stormed the palace.", Role.BACKGROUND),
        ("Reports that the guards burned the mill are false.", Role.DENIAL),
        ("We killed 12 guards in two days.", Role.DEVELOPMENT),
        ("The fighting pushed prices to their highest level since March 2008.", Role.DEVELOPMENT),
        ("The plant was shut in March 2008.", Role.BACKGROUND),
    ],
)
def test_what_may_follow_and_what_always_holds_is_no_development(text: str, role: Role) -> None:
    """A condition, a standing rule, a definition and what a thing is made for are no news of the day."""
    assert role_of(text) is role


def test_a_sentence_that_leans_on_an_old_event_is_as_old() -> None:
    """The pronoun means the event whose date stands last; a sentence with a date of its own does not lean."""
    report = report_of(
        "The town remembered the flood that drowned the valley on 4 May 1999. It killed 31 people. A bridge was swept "
        "away in the flood. On Friday a bus crashed in the town. It killed two people.",
        "2024-12-07",
    )
    old = (Role.BACKGROUND, Role.BACKGROUND)
    assert tuple(statement.role for statement in statements_of(report))[1:] == (
        *old,
        Role.DEVELOPMENT,
        Role.DEVELOPMENT,
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Six people have died since Monday, the mayor of Porto said on Thursday.", 2, 7),
        ("Six people have died since the mine was opened on Monday, the mayor of Porto said on Thursday.", 2, 7),
        ("The mayor said on Thursday that six people had died on Monday.", 2, 2),
        ("Six people have died, the mayor of Porto said on Thursday.", 5, 5),
        ("Doctors treated 31 wounded between Tuesday and Thursday.", 3, 5),
        ("The town was shelled from Monday to Wednesday, the mayor said on Thursday.", 2, 4),
    ],
)
def test_the_day_of_saying_dates_nothing_that_has_a_time_of_its_own(text: str, first: int, last: int) -> None:
    """What is said on Thursday happened on the days that the words themselves name, from the first to the last."""
    (statement,) = statements_of(report_of(text, "2024-12-07"))
    assert (statement.first, statement.last) == (date(2024, 12, first), date(2024, 12, last))


def test_a_headline_and_a_stamp_before_a_dateline_in_one_line_are_cut_off() -> None:
    """As pages pasted in one piece have them."""
    text = (
        "Revolt closes in on palace TARTUS | Sat Feb 26, 2011 6:49 pm EST TARTUS (Harbour Wire) - Police left "
        "parts of the town on Saturday, residents said."
    )
    start, end = printable(text, 0, len(text))

    assert text[start:end].startswith("Police left parts")


def test_a_history_told_between_old_dates_is_background_as_a_whole() -> None:
    """The undated sentences between 1990 and 1994 are of those years; one that speaks of now is not."""
    report = report_of(
        "In 1990 he was elected. Soldiers seized power and killed 300 people. In 1994 he came back. A storm struck in "
        "2004. The port was destroyed on that occasion. Police have arrested nine people.",
        "2024-12-07",
    )
    assert [statement.role for statement in statements_of(report)] == [*[Role.BACKGROUND] * 5, Role.DEVELOPMENT]


def test_a_day_until_which_something_lasts_is_not_its_date() -> None:
    """Schools that stay closed until the twentieth were closed before the report."""
    (statement,) = statements_of(report_of("The mayor closed all schools until 20 December.", "2024-12-07"))
    assert (statement.first, statement.role) == (None, Role.DEVELOPMENT)


def test_who_neither_confirms_nor_denies_denies_nothing() -> None:
    """A denial that is itself denied is no denial."""
    assert role_of("A spokesman neither confirmed nor denied that troops had fled.") is not Role.DENIAL


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The group has often attacked the valley in the past.", Role.BACKGROUND),
        ("Attacks in the valley have been rarer in recent months.", Role.BACKGROUND),
        ("Shells have killed nine people in the valley in the past 24 hours.", Role.DEVELOPMENT),
    ],
)
def test_what_has_been_so_for_long_is_background(text: str, role: Role) -> None:
    """Even in the perfect, which otherwise tells news."""
    assert role_of(text) is role


def test_the_year_of_birth_dates_no_event() -> None:
    """It tells how old somebody is."""
    (told,) = statements_of(report_of("The gunman, who was born in 1994, killed three people on Friday.", "2024-12-07"))

    assert told.first == date(2024, 12, 6)


@pytest.mark.parametrize(
    "text",
    [
        "LAKEVILLE, Ky. (WXYZ) - Police have arrested two men.",
        "(WXYZ) - Police have arrested two men.",
        "LAKEVILLE --Police have arrested two men.",
    ],
)
def test_a_dateline_is_cut_however_it_is_set(text: str) -> None:
    """With a state, a station, or a dash that touches the first word."""
    report = report_of(text, "2024-12-07")
    (told,) = statements_of(report)

    assert report.quote(told.start, told.end) == "Police have arrested two men."


def test_words_that_lead_to_a_quotation_below_are_no_news() -> None:
    """Who speaks is told with what is said."""
    assert role_of("Ana Lopez, the mayor, said:") is Role.DESCRIPTION


def test_the_hour_at_which_a_line_was_written_is_no_part_of_it() -> None:
    """Pages that run on set it in brackets, with a city that is only that of the clock."""
    report = report_of("(Update 4:50 a.m. in Cairo, 9:50 p.m. ET) Police arrested nine people on Friday.", "2024-12-07")
    (told,) = statements_of(report)

    assert told.role is Role.DEVELOPMENT
    assert report.quote(told.start, told.end) == "Police arrested nine people on Friday."


def test_a_question_tells_nothing_whoever_asks_it() -> None:
    """It stands alone where the sentence before names who speaks."""
    assert role_of("“Can this plan be put off until the army is out of the town?”") is Role.OPINION
