"""One attribution in the words of its sentence, before it is named, and who can be a source."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.contents import Extent, Scene
from briefing.analysis.cues import Cue, CueGroup, read_cues
from briefing.analysis.phrases import Phrase, head_index, is_role
from briefing.analysis.tokens import Token

_SPEAKING = frozenset({CueGroup.SAY, CueGroup.STATE, CueGroup.TELL})


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in the words of its sentence.

    ``cue_tokens`` are the indexes of the cue, the second exclusive. ``source``, ``content`` and ``carrier`` are
    character offsets. ``description`` is what is said of the source beside its name.
    """

    cue: Extent
    cue_tokens: tuple[int, int]
    source: Extent | None
    content: Extent | None
    description: str
    rule: str
    carrier: Extent | None = None
    medium: str | None = None


def make_draft(scene: Scene, cue: tuple[int, int], phrase: Phrase, content: Extent | None, rule: str) -> Draft:
    """Make the draft of a source, given as a noun phrase, and a cue, given by its token indexes."""
    tokens = scene.tokens
    description = ""
    if phrase.description is not None and phrase.description[1] > phrase.description[0]:
        description = scene.text[tokens[phrase.description[0]].start : tokens[phrase.description[1] - 1].end]
    span = tokens[cue[0]].start, tokens[cue[1] - 1].end
    return Draft(span, cue, extent_of(tokens, phrase), content, description, rule)


def extent_of(tokens: Sequence[Token], phrase: Phrase) -> Extent:
    """Return the characters of a noun phrase."""
    return tokens[phrase.start].start, tokens[phrase.end - 1].end


def follows(tokens: Sequence[Token], index: int, word: str) -> bool:
    """Tell whether a word stands right after a token."""
    return index + 1 < len(tokens) and tokens[index + 1].lower == word


def said_from(scene: Scene, drafts: Sequence[Draft], index: int) -> int:
    """Begin what is said after the attribution before it in the sentence, else with the sentence."""
    if drafts and drafts[-1].content is not None:
        end = drafts[-1].content[1]
        if drafts[-1].cue[1] < end <= scene.tokens[index].start:
            return end
    return scene.start


def can_speak(tokens: Sequence[Token], phrase: Phrase, cue: Cue | None = None) -> bool:
    """Tell whether a noun phrase can be a source: a name, a pronoun, a role, or, for "said", anybody."""
    words = read_cues().sets
    groups = cue.groups if cue is not None else frozenset()
    if _is_nobody(tokens, phrase):
        return False
    if groups == {CueGroup.EVIDENCE}:
        return tokens[phrase.start].lower == "they" or has_evidence(tokens, phrase)
    if phrase.end - phrase.start == 1 and tokens[phrase.start].lower in words["pronouns"]:
        return _pronoun_can_speak(tokens[phrase.start].lower, groups)
    anybody = cue is None or not groups.isdisjoint({CueGroup.SAY, CueGroup.TELL})
    return _names_source(tokens, phrase) or (anybody and _may_be_person(tokens, phrase, groups))


def has_evidence(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a noun phrase names a document, a study or a picture."""
    evidence = read_cues().sets["evidence_nouns"]
    return any(token.lower in evidence for token in tokens[phrase.start : phrase.end])


def _is_nobody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    words = read_cues().sets
    opening = tokens[phrase.start].lower.replace("’", "'").split("'")[0]
    last = tokens[phrase.end - 1].lower
    single = phrase.end - phrase.start == 1
    return (
        opening in words["empty_subjects"]
        or (opening in words["loose_prepositions"] and not (single and tokens[phrase.start].is_name))
        or last in words["times"]
        or last in words["measures_of_time"]
        or (single and opening in words["first_persons"])
        or (single and opening in words["determiners"] and opening not in words["pronouns"])
    )


def _pronoun_can_speak(pronoun: str, groups: frozenset[CueGroup]) -> bool:
    if pronoun == "one" and CueGroup.MIND in groups:
        return False
    return pronoun not in {"who", "which", "it"} or not groups or not groups.isdisjoint(_SPEAKING | {CueGroup.OBJECT})


def _names_source(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether the noun that the phrase turns on is a role or a name, or has a name before it."""
    words = read_cues().sets
    turn = head_index(tokens, phrase)
    if any(is_role(token.lower) for token in tokens[max(phrase.start, turn - 1) : turn + 1]):
        return True
    if tokens[turn].lower in words["determiners"] | {"much"}:
        return any(token.is_name for token in tokens[phrase.start : phrase.end])
    core = tokens[phrase.start : turn + 1] if turn == phrase.start else tokens[phrase.start + 1 : turn + 1]
    return any(token.is_name and token.lower not in words["times"] for token in core)


def _may_be_person(tokens: Sequence[Token], phrase: Phrase, groups: frozenset[CueGroup]) -> bool:
    """Tell whether a noun without a name may be a person, or a number of them: "47 percent said"."""
    words = read_cues().sets
    counted = any(t.text[0].isdigit() or t.lower in words["determiners"] for t in tokens[phrase.start : phrase.end])
    if CueGroup.SAY in groups and counted:
        return True
    return tokens[phrase.end - 1].lower.endswith(read_cues().person_endings)
