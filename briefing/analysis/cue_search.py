"""Finds the cues of one sentence with their sources and what is said, still as words and not yet as names."""

from briefing.analysis.contents import Scene
from briefing.analysis.cue_phrases import cited_source, noun_cue, phrase_cue, publication_cue
from briefing.analysis.cue_verbs import verb_cue
from briefing.analysis.cues import read_cues
from briefing.analysis.drafts import Draft


def find_drafts(scene: Scene) -> list[Draft]:
    """Find the attributions of a sentence in the order of their cues."""
    drafts: list[Draft] = []
    next_free = 0
    cue_words = read_cues().first_words
    for index, token in enumerate(scene.tokens):
        if token.lower not in cue_words or index < next_free or scene.quoted(token.start):
            continue
        cited = cited_source(scene, index, drafts)
        if cited is not None:
            drafts[-1] = cited
            continue
        draft = _draft_at(scene, index, drafts)
        if draft is not None:
            drafts.append(draft)
            next_free = draft.cue_tokens[1]
    return drafts


def _draft_at(scene: Scene, index: int, drafts: list[Draft]) -> Draft | None:
    return (
        phrase_cue(scene, index, drafts)
        or publication_cue(scene, index)
        or verb_cue(scene, index, drafts)
        or noun_cue(scene, index)
    )
