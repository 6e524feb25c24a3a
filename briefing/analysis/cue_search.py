"""Finds the cues of one sentence with their sources and what is said, still as words and not yet as names."""

from collections.abc import Sequence

from briefing.analysis.contents import Scene
from briefing.analysis.cue_phrases import cited_source, noun_cue, phrase_cue, publication_cue
from briefing.analysis.cue_verbs import verb_cue
from briefing.analysis.cues import read_cues
from briefing.analysis.drafts import Draft


def find_drafts(scene: Scene, places: Sequence[int]) -> list[Draft]:
    """Find the attributions of a sentence in the order of their cues; ``places`` are the tokens that may be cues."""
    drafts: list[Draft] = []
    next_free = 0
    table, tokens = read_cues(), scene.tokens
    for index in places:
        if index < next_free or scene.quoted(tokens[index].start):
            continue
        cited = cited_source(scene, index, drafts) if tokens[index].lower in table.sets["quoting"] else None
        if cited is not None:
            drafts[-1] = cited
            continue
        draft = _draft_at(scene, index, drafts)
        if draft is not None:
            drafts = [*_without_chain(drafts, draft), draft]
            next_free = draft.cue_tokens[1]
    return drafts


def _without_chain(drafts: list[Draft], draft: Draft) -> list[Draft]:
    """Drop the "citing" between a carrier and its verb, which the draft of the verb has taken in."""
    if draft.carrier is None or not drafts or not draft.carrier[1] <= drafts[-1].cue[0] < draft.cue[0]:
        return drafts
    return drafts[:-1] if drafts[-1].rule.startswith("participle") else drafts


def _draft_at(scene: Scene, index: int, drafts: list[Draft]) -> Draft | None:
    """Read a word as each of the cues that it may be."""
    table, word = read_cues(), scene.tokens[index].lower
    draft = phrase_cue(scene, index, drafts) if word in table.before_source else None
    cue = table.verbs.get(word)
    if draft is None and cue is not None:
        draft = publication_cue(scene, index, cue) or verb_cue(scene, index, cue, drafts)
    return noun_cue(scene, index) if draft is None and word in table.nouns else draft
