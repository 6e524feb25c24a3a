"""Cues that are no verb of saying: "according to", carriers, publications and nouns such as "claim by"."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.contents import Extent, Scene, content_after, content_around, content_before, trim
from briefing.analysis.cues import Cue, CueGroup, read_cues
from briefing.analysis.drafts import Draft, can_speak, extent_of, follows, has_evidence, make_draft
from briefing.analysis.hearers import CARRIER_KINDS, medium_of
from briefing.analysis.phrases import Phrase, is_role, is_verb
from briefing.analysis.phrases_after import phrase_after, subject_of
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.said import said_until
from briefing.analysis.source_kinds import kind_of
from briefing.analysis.tokens import Token
from briefing.analysis.verb_groups import verb_group
from briefing.model.findings import SourceKind

_SHORT = 12  # characters: less than this before "according to" is an opening such as "But"
_GOES_ON = 20  # characters: more than this after the source goes on with what is said
_NEAR = 6
_CONTRAST = 10  # tokens of what is set aside
_PARTING = frozenset({",", ";", "—", "–", "("})


def phrase_cue(scene: Scene, index: int, drafts: Sequence[Draft]) -> Draft | None:
    """Find "according to X, ..." and "..., according to X"."""
    tokens = scene.tokens
    for words, offset in read_cues().before_source[tokens[index].lower]:
        first = index - offset
        if first >= 0 and tuple(t.lower for t in tokens[first : first + len(words)]) == words:
            break
    else:
        return None
    if words[0] == "as" and is_contrasted(tokens, first):
        return None
    phrase = phrase_after(tokens, first + len(words))
    if phrase is None or not (can_speak(tokens, phrase) or _holds_source(tokens, phrase)):
        return None  # "according to their type"
    if not _is_described(tokens, phrase):
        phrase = phrase._replace(description=None)
    content = _content_beside(scene, first, phrase, drafts)
    return make_draft(scene, (first, first + len(words)), phrase, content, " ".join(words))


def is_contrasted(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the words before a cue are what its sentence sets aside: "eight died, and not 13 | as reported"."""
    words = read_cues().sets
    for at in range(index - 1, max(0, index - _CONTRAST), -1):
        if tokens[at].text in _PARTING or is_verb(tokens[at]):
            return False
        if tokens[at].lower in words["contrasts"]:
            return tokens[at - 1].text in _PARTING or tokens[at - 1].lower in words["joins"] | {"rather", "instead"}
    return False


def _holds_source(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a name, a role or a document stands anywhere in a phrase."""
    held = tokens[phrase.start : phrase.end]
    return has_evidence(tokens, phrase) or any(token.is_name or is_role(token.lower) for token in held)


def _is_described(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether an appositive describes a source and is not the clause after it: "According to X, the army has"."""
    if phrase.description is None or tokens[phrase.end].text == "(":
        return True
    start, end = phrase.description
    relative = tokens[start].lower in read_cues().sets["describing"] and tokens[start].lower not in {"a", "an", "the"}
    return relative or not any(is_verb(token) or token.lower in read_cues().verbs for token in tokens[start:end])


def _content_beside(scene: Scene, index: int, phrase: Phrase, drafts: Sequence[Draft]) -> Extent | None:
    """Take what stands before the cue, or after the source when the cue opens the sentence, or both."""
    tokens = scene.tokens
    after = max(phrase.end, phrase.description[1] if phrase.description else 0)
    rest = tokens[after].start if after < len(tokens) else scene.end
    ends = [d.content[1] for d in drafts if d.content and d.rule == "according to"]
    opened = max((end for end in ends if end <= tokens[index].start), default=scene.start)
    before, behind = trim(scene, opened, tokens[index].start), trim(scene, rest, scene.end)
    if before is None or (before[1] - before[0] < _SHORT and behind is not None):
        return content_after(scene, rest, scene.end)
    content = content_before(scene, before[0], before[1])
    long_enough = behind is not None and behind[1] - behind[0] > _GOES_ON
    if content is not None and long_enough and after < len(tokens) and tokens[after].text == ",":
        return content_around(scene, content, rest, scene.end)
    return content


def cited_source(scene: Scene, index: int, drafts: Sequence[Draft]) -> Draft | None:
    """Find "state television reported, citing the army": the army says it, the television carries it.

    Returns the last draft with the army as its source and the television as its carrier.
    """
    tokens = scene.tokens
    if not drafts or drafts[-1].carrier is not None:
        return None
    last = drafts[-1]
    phrase = phrase_after(tokens, index + 1)
    if phrase is None or last.source is None or not can_speak(tokens, phrase):
        return None
    kind = kind_of(scene.text[last.source[0] : last.source[1]])
    reports = "report" in scene.text[last.cue[0] : last.cue[1]] and kind in {SourceKind.PERSON, SourceKind.UNKNOWN}
    if kind not in CARRIER_KINDS and not reports:
        return None
    return replace(
        last, carrier=last.source, source=extent_of(tokens, phrase), description="", rule="source cited by its carrier"
    )


def chain_of(scene: Scene, phrase: Phrase) -> tuple[Phrase, Extent | None] | None:
    """Find "Rebel sources cited by Reuters" and "X, quoted by Y,": the source and its carrier.

    There is no carrier in "residents reached by telephone".
    """
    tokens, chained = scene.tokens, read_cues().sets["chained"]
    if phrase.description is not None:
        opening = phrase.description[0]
        if tokens[opening].lower in chained and (follows(tokens, opening, "by") or follows(tokens, opening, "in")):
            return phrase._replace(description=None), _carrier(tokens, phrase_after(tokens, opening + 2))
        cited = phrase_after(tokens, opening + 1) if tokens[opening].lower in read_cues().sets["quoting"] else None
        medium = medium_of(scene, phrase)
        if cited is not None and medium is not None and can_speak(tokens, cited):
            return Phrase(cited.start, cited.end), medium  # "The Post, citing the mayor, reported"
    begin = phrase.start
    if begin < 3 or tokens[begin - 1].lower not in {"by", "in"} or tokens[begin - 2].lower not in chained:
        return None
    source = phrase_before(tokens, begin - 2)
    return (source, _carrier(tokens, phrase)) if source is not None else None


def _carrier(tokens: Sequence[Token], phrase: Phrase | None) -> Extent | None:
    return extent_of(tokens, phrase) if phrase is not None and can_speak(tokens, phrase) else None


def quoted_cue(scene: Scene, index: int, first: int) -> Draft | None:
    """Find "X was quoted as saying by Y"."""
    tokens = scene.tokens
    is_quoted = tokens[index].lower in read_cues().sets["chained"] and follows(tokens, index, "as")
    if not is_quoted or not follows(tokens, index + 1, "saying"):
        return None
    phrase = phrase_before(tokens, first)
    if phrase is None:
        return None
    after, carrier = index + 3, None
    agent = phrase_after(tokens, after + 1) if follows(tokens, after - 1, "by") else None
    if agent is not None:
        carrier, after = extent_of(tokens, agent), agent.end
    rest = tokens[after].start if after < len(tokens) else scene.end
    content = content_after(scene, rest, scene.end)
    if content is None or content[1] - content[0] < _GOES_ON:
        content = content_before(scene, scene.start, tokens[phrase.start].start) or content
    return replace(make_draft(scene, (first, index + 3), phrase, content, "quoted as saying"), carrier=carrier)


def publication_cue(scene: Scene, index: int, cue: Cue) -> Draft | None:
    """Find "has published images of ...": pictures and documents as what a source says."""
    tokens = scene.tokens
    if CueGroup.PUBLISH not in cue.groups or tokens[index].is_name:
        return None
    medium = _published(tokens, index)
    if medium is None or follows(tokens, index, "by"):
        return None
    first, passive, negated = verb_group(tokens, index)
    if negated or passive or first == 0:
        return None
    phrase = phrase_before(tokens, first) or subject_of(tokens, first)
    if phrase is None or not can_speak(tokens, phrase, cue):
        return None
    content = content_after(scene, tokens[index + 1].start, said_until(scene, index + 1))
    draft = make_draft(scene, (first, index + 1), phrase, content, f"published {medium}")
    return replace(draft, medium=medium)


def _published(tokens: Sequence[Token], index: int) -> str | None:
    """Return the medium of what is published right after the verb."""
    for token in tokens[index + 1 : index + _NEAR]:
        medium = read_cues().publication.get(token.lower)
        if medium is not None or not token.is_word:
            return medium
    return None


def noun_cue(scene: Scene, index: int) -> Draft | None:
    """Find "a claim by activists that ..." and "reports that ..."."""
    tokens, table = scene.tokens, read_cues()
    noun = tokens[index].lower
    if index + 2 >= len(tokens):
        return None
    if follows(tokens, index, "that") and noun in table.bare_nouns:
        content = content_after(scene, tokens[index + 1].start, scene.end)
        return make_draft(scene, (index, index + 1), Phrase(index, index + 1), content, "reports that")
    if tokens[index + 1].lower not in table.noun_links:
        return None
    phrase = phrase_after(tokens, index + 2)
    if phrase is None or not can_speak(tokens, phrase) or not follows(tokens, phrase.end - 1, "that"):
        return None
    content = content_after(scene, tokens[phrase.end].start, scene.end)
    return make_draft(scene, (index, index + 2), phrase, content, "claim by")
