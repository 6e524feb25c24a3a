"""The analysis of one report: its steps in order, in plain sight."""

from briefing.analysis.actions import actions_of_control, find_actions
from briefing.analysis.actors import find_actors
from briefing.analysis.control import find_control
from briefing.analysis.cuts import cut_sentences
from briefing.analysis.figures import find_figures
from briefing.analysis.furniture import find_furniture
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.languages import unread_language
from briefing.analysis.places import find_places
from briefing.analysis.reading import read_lines
from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions, find_bodies
from briefing.analysis.statements import find_statements
from briefing.analysis.times import find_times
from briefing.analysis.worded_patterns import words_of_sentences
from briefing.model.findings import Findings
from briefing.model.report import Report


def analyse(report: Report, gazetteer: Gazetteer, *, theatre: str = "") -> Findings:
    """Find everything in one report; ``theatre`` is the country or region that decides between places of one name.

    The sources come before the places, so that "Daraa24" or "Syrian Observatory" is not taken for a place. In a report
    of a language without tables only places, dates and figures are found.
    """
    sentences = find_sentences(report)
    words = words_of_sentences(report.text, sentences)
    furniture = find_furniture(report, sentences, words)
    unread = unread_language(report)
    lines = tuple(line for line, reason in zip(read_lines(report, sentences), furniture, strict=True) if reason is None)
    lines = () if unread else lines
    attributions = find_attributions(report, sentences, lines)
    cuts = cut_sentences(report.text, sentences)
    times = find_times(report, sentences, cuts)
    places = find_places(report, gazetteer, theatre=theatre, reserved=find_bodies(report, attributions))
    figures = find_figures(report, sentences, times, cuts)
    controls = find_control(report, sentences, places, lines, capitals=gazetteer.capitals())
    actions = actions_of_control(controls, find_actions(report, sentences, lines))
    actors = find_actors(report, sentences, attributions, lines, places=places)
    statements = find_statements(
        report,
        sentences,
        times=times,
        places=places,
        attributions=attributions,
        figures=figures,
        actions=actions,
        controls=controls,
        furniture=furniture,
        words=words,
        unread=unread,
    )
    return Findings(
        report_id=report.id,
        sentences=sentences,
        times=times,
        places=places,
        attributions=attributions,
        figures=figures,
        statements=statements,
        actors=actors,
    )
