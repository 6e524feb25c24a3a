"""Verbs of saying as cues: finite, inverted, passive, as participles, and sharing the subject of another verb."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.analysis.contents import Extent, Scene, content_before
from briefing.analysis.cue_figures import gives_figure, puts_figure
from briefing.analysis.cue_phrases import chain_of, is_contrasted, quoted_cue
from briefing.analysis.cues import Cue, CueGroup, VerbForm, read_cues
from briefing.analysis.drafts import Draft, can_speak, follows, has_evidence, make_draft, said_from
from briefing.analysis.hearers import interviewer, medium_of
from briefing.analysis.phrases import Phrase, is_role, is_verb
from briefing.analysis.phrases_after import phrase_after, subject_of
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.said import after_verb, stands_last, tail_end, with_following
from briefing.analysis.tokens import QUOTE_CLOSERS, QUOTE_OPENERS, Token
from briefing.analysis.verb_groups import is_finite, verb_group
from briefing.model.findings import NAMES_A_THING, PARTICIPLE_OF_THE_SUBJECT, PASSIVE, VERB_OF_THE_SUBJECT

_INVERTED = frozenset({CueGroup.SAY, CueGroup.STATE})
_PARTICIPLES = _INVERTED | {CueGroup.TELL, CueGroup.OBJECT, CueGroup.MIND}
_ONLY_PUBLISHED = frozenset({CueGroup.PUBLISH})
_ONLY_FIGURE = frozenset({CueGroup.FIGURE})
_DONE = frozenset({VerbForm.PAST, VerbForm.PARTICIPLE})
_CLOSERS = QUOTE_CLOSERS | {",", "!", "?", "’", "'"}
_NAMING = frozenset({"call", "dub", "label", "brand"})
_RELATIVE = frozenset({"which", "whom", "that", "what"})
_CHANNELS = frozenset({"telegram", "twitter", "facebook", "whatsapp", "youtube", "instagram", "tiktok", "weibo"})
_NEAR = 5
_OPENING = 3  # tokens: "However," or "On Friday,"


@dataclass(frozen=True, slots=True)
class _Verb:
    """A reporting verb where it stands: at token ``index``, its group from ``first``; ``drafts`` are those before."""

    scene: Scene
    index: int
    first: int
    cue: Cue
    drafts: Sequence[Draft]

    @property
    def tokens(self) -> Sequence[Token]:
        """Return the words of the sentence."""
        return self.scene.tokens

    def draft(self, phrase: Phrase, content: Extent | None, rule: str) -> Draft:
        """Make the draft of this verb with a source."""
        return make_draft(self.scene, (self.first, self.index + 1), phrase, content, rule)

    def shared(self, content: Extent, rule: str) -> Draft:
        """Make the draft of this verb with the source of the one before."""
        last = self.drafts[-1]
        span = self.tokens[self.first].start, self.tokens[self.index].end
        return Draft(span, (self.first, self.index + 1), last.source, content, last.description, rule)


def verb_cue(scene: Scene, index: int, cue: Cue, drafts: Sequence[Draft]) -> Draft | None:
    """Read a reporting verb with its source and what is said."""
    tokens = scene.tokens
    if cue.groups == _ONLY_PUBLISHED or (index > 0 and tokens[index].is_name):
        return None
    first, passive, negated = verb_group(tokens, index)
    if _is_other_sense(tokens, index, cue) or (negated and cue.base != "deny"):
        return None
    if VerbForm.GERUND in cue.forms and not passive:
        return _participle(_Verb(scene, index, index, cue, drafts))
    verb = _Verb(scene, index, first, cue, drafts)
    by = cue.base != "say" and follows(tokens, index, "by") and not cue.forms.isdisjoint(_DONE)
    if by or (passive and VerbForm.GERUND not in cue.forms):
        return quoted_cue(scene, index, first) or _passive(verb)
    if not is_finite(tokens, index, first, cue):
        return None
    return quoted_cue(scene, index, first) or _inverted(verb) or _finite(verb)


def _is_other_sense(tokens: Sequence[Token], index: int, cue: Cue) -> bool:
    """Tell whether the words after a verb give it another sense: "claimed three lives", "spoke at the hall"."""
    names_thing = cue.base in _NAMING and _names_thing(tokens, index)
    if names_thing or (cue.groups == _ONLY_FIGURE and not gives_figure(tokens, index)):
        return True
    particles = read_cues().particles.get(cue.base)
    if cue.base == "put" and puts_figure(tokens, index):
        return False
    if particles is not None and (index + 1 >= len(tokens) or tokens[index + 1].lower not in particles):
        return True
    if index + 1 < len(tokens) and tokens[index + 1].lower in read_cues().not_next.get(cue.base, ()):
        return True
    if follows(tokens, index, "to") and index + 2 < len(tokens) and tokens[index + 2].lower in {"have", "be"}:
        return cue.base == "say"  # "a bomb said to have exploded"
    excluded = read_cues().not_before.get(cue.base, frozenset())
    return any(token.lower in excluded for token in tokens[index + 1 : index + _NEAR])


def _names_thing(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a name is given to the noun before: "a company called Acme"."""
    named = index + 1 < len(tokens) and (tokens[index + 1].is_name or tokens[index + 1].text in QUOTE_OPENERS)
    before = tokens[max(0, index - _OPENING - 1) : index]
    thing = bool(before) and before[-1].is_word and not before[-1].is_name
    return named and thing and any(token.lower in {"a", "an"} for token in before[:-1])


def _inverted(verb: _Verb) -> Draft | None:
    """Find "..., said X": what is said stands before the verb, the source after it."""
    tokens, first = verb.tokens, verb.first
    closes = first == verb.index and first > 0 and tokens[first - 1].text in _CLOSERS
    closes = closes and not (tokens[first - 1].text == "," and _is_described(verb))
    if not closes or verb.cue.groups.isdisjoint(_INVERTED) or CueGroup.TELL in verb.cue.groups:
        return None
    phrase = phrase_after(tokens, verb.index + 1)
    if phrase is None or not _can_follow(verb, phrase):
        return None
    before = content_before(verb.scene, said_from(verb.scene, verb.drafts, first), tokens[first].start)
    if before is None:
        return None
    after = max(phrase.end, phrase.description[1] if phrase.description else 0)
    content = with_following(verb.scene, before, after, quotations_only=True)
    return verb.draft(phrase, content, "content, verb, source")


def _is_described(verb: _Verb) -> bool:
    """Tell whether a source opens the sentence and only a description parts it from its verb: "X, a judge, said"."""
    tokens = verb.tokens
    phrase = phrase_before(tokens, verb.first)
    if phrase is None or phrase.description is None or not can_speak(tokens, phrase, verb.cue):
        return False
    opens = phrase.start == 0 or (phrase.start <= _OPENING and tokens[phrase.start - 1].text == ",")
    start, end = phrase.description
    relative = tokens[start].lower in read_cues().sets["appositives"]
    return opens and (relative or not any(is_verb(token) for token in tokens[start:end]))


def _can_follow(verb: _Verb, phrase: Phrase) -> bool:
    """Tell whether the phrase after a verb is its subject and not the beginning of what is said."""
    tokens = verb.tokens
    if tokens[phrase.start].lower in read_cues().sets["stray"]:  # "X, its head, said in a statement"
        return False
    if tokens[verb.first - 1].text == "," and tokens[phrase.start].lower in read_cues().sets["no_speakers"]:
        return False
    return can_speak(tokens, phrase, verb.cue) and not (phrase.end < len(tokens) and is_verb(tokens[phrase.end]))


def _finite(verb: _Verb) -> Draft | None:
    """Find "X said ..." and "..., X said"."""
    tokens, first = verb.tokens, verb.first
    phrase, relative = _subject(tokens, first)
    if phrase is None:
        shares = first > 0 and tokens[first - 1].lower in read_cues().sets["joins"]
        return _shared_subject(verb) if shares else None
    chain = chain_of(verb.scene, phrase)
    phrase, carrier = chain if chain is not None else (phrase, _addressee(verb))
    if not can_speak(tokens, phrase, verb.cue):
        return None
    draft = _before_or_after(verb, phrase)
    if draft is None or draft.source is None or (carrier is None and relative <= phrase.end):
        return draft
    source = (draft.source[0], tokens[relative - 1].end) if relative > phrase.end else draft.source
    return replace(draft, source=source, carrier=carrier)


def _subject(tokens: Sequence[Token], first: int) -> tuple[Phrase | None, int]:
    """Find the subject of a verb, and where its "who" ends if the clause is relative, else 0."""
    phrase, words = phrase_before(tokens, first), read_cues().sets
    if phrase is not None and phrase.start > 0 and tokens[phrase.end - 1].lower in _CHANNELS:
        return _of_channel(tokens, first) or phrase, 0
    if phrase is not None and tokens[phrase.start].lower in words["loose_prepositions"]:
        return _before_adjunct(tokens, first), 0
    if phrase is not None and phrase.start > 2 and tokens[phrase.start - 1].lower in words["loose_prepositions"]:
        return _before_participle(tokens, phrase) or phrase, 0
    if phrase is not None and phrase.start > 1 and tokens[phrase.start - 1].lower.endswith("ing"):
        return _before_object(tokens, phrase) or phrase, 0
    if phrase is None or phrase.end - phrase.start > 1 or tokens[phrase.start].lower not in {"who", "which"}:
        return phrase, 0
    start = phrase.start
    comma = start > 1 and tokens[start - 1].text == ","
    named = phrase_before(tokens, start - 1) if comma else None
    return named or phrase_before(tokens, start), phrase.end


def _of_channel(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Find who speaks before the channel: "The group in a statement published on Telegram | said"."""
    phrase = subject_of(tokens, first)
    return phrase if phrase is not None and can_speak(tokens, phrase) else None


def _before_adjunct(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Find the text or picture that opens a sentence before an adjunct: "A message on a Telegram channel | said"."""
    phrase = subject_of(tokens, first)
    return phrase if phrase is not None and has_evidence(tokens, phrase) else None


def _before_participle(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Find the subject before a participle and where it happens: "Protesters gathered in the square | said"."""
    verb = phrase.start - 2
    if not (is_verb(tokens[verb]) or tokens[verb].lower.endswith("ing")):
        return None
    named = phrase_before(tokens, verb)
    opens = named is not None and (named.start == 0 or tokens[named.start - 1].text == ",")
    if named is None or not opens or is_verb(tokens[named.end - 1]) or not can_speak(tokens, named):
        return None
    place = any(is_role(token.lower) for token in tokens[phrase.start : phrase.end])
    return None if place else Phrase(named.start, named.end)


def _before_object(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """Find the subject before a participle and its object: "a group tracking the violence | said"."""
    verb = phrase.start - 1
    role = is_role(tokens[verb - 1].lower) and not any(is_role(t.lower) for t in tokens[phrase.start : phrase.end])
    named = phrase_before(tokens, verb) if role else None
    return Phrase(named.start, named.end) if named is not None else None


def _before_or_after(verb: _Verb, phrase: Phrase) -> Draft | None:
    left = min(phrase.start, phrase.description[0]) if phrase.description else phrase.start
    if stands_last(verb.scene, verb.index, left, verb.cue):
        start = said_from(verb.scene, verb.drafts, left)
        before = content_before(verb.scene, start, verb.tokens[left].start)
        if before is not None:
            content = with_following(verb.scene, before, tail_end(verb.scene, verb.index + 1))
            return verb.draft(phrase, content, "content, source, verb")
    after = after_verb(verb.scene, verb.index, verb.cue)
    if after is None:
        return None
    if left > 0 and verb.tokens[left - 1].lower in _RELATIVE:
        names = verb.cue.base in _NAMING
        rule = NAMES_A_THING if names else "source, verb, content"
        return verb.draft(phrase, _within_clause(verb, after, names=names), rule)
    return verb.draft(phrase, after, "source, verb, content")


def _within_clause(verb: _Verb, content: Extent, *, names: bool) -> Extent:
    """End what is said with its relative clause: "the town, which X said had fallen, | was shelled".

    The name that is given to a thing ends with its quotation or at the next comma.
    """
    tokens, scene = verb.tokens, verb.scene
    for index in range(verb.index + 2, len(tokens) - 1):
        token = tokens[index]
        if token.start >= content[1]:
            break
        if names and token.text in QUOTE_CLOSERS and not scene.quoted(token.end):
            return content[0], token.end
        ends = token.text == "," and not scene.quoted(token.start)
        if ends and token.start > content[0] and (names or is_verb(tokens[index + 1])):
            return content[0], token.start
    return content


def _addressee(verb: _Verb) -> Extent | None:
    """Return the news medium that a source told, as the one that carries it on."""
    if verb.index + 1 >= len(verb.tokens):
        return None
    if CueGroup.TELL not in verb.cue.groups:
        return interviewer(verb.scene, verb.index + 1)
    phrase = phrase_after(verb.tokens, verb.index + 1)
    return medium_of(verb.scene, phrase)


def _shared_subject(verb: _Verb) -> Draft | None:
    """Find the source of "... and said": that of the cue before, or the subject of the sentence."""
    content = after_verb(verb.scene, verb.index, verb.cue)
    if content is None:
        return None
    if verb.drafts:
        return verb.shared(content, "verb sharing a source")
    return _of_sentence(verb, content, VERB_OF_THE_SUBJECT)


def _of_sentence(verb: _Verb, content: Extent, rule: str) -> Draft | None:
    phrase = subject_of(verb.tokens, verb.first)
    if phrase is None or not can_speak(verb.tokens, phrase, verb.cue):
        return None
    return verb.draft(phrase, content, rule)


def _participle(verb: _Verb) -> Draft | None:
    """Find ", adding that ...", "saying ..." and "reports suggesting that ..."."""
    tokens, index = verb.tokens, verb.index
    reports = not verb.cue.groups.isdisjoint(_PARTICIPLES) or follows(tokens, index, "that")
    if not reports or index == 0 or tokens[index - 1].lower in read_cues().sets["before_participles"]:
        return None
    content = after_verb(verb.scene, index, verb.cue)
    if content is None:
        return None
    if tokens[index - 1].lower in read_cues().bare_nouns:
        phrase = phrase_before(tokens, index)
        return verb.draft(phrase, content, "reports saying") if phrase else None
    own = phrase_before(tokens, index)
    if own is not None and own.start > 0 and tokens[own.start - 1].lower == "with" and can_speak(tokens, own, verb.cue):
        return verb.draft(own, content, "participle with a subject of its own")
    if verb.drafts:
        return verb.shared(content, "participle after a cue")
    return None if CueGroup.MIND in verb.cue.groups else _of_sentence(verb, content, PARTICIPLE_OF_THE_SUBJECT)


def _passive(verb: _Verb) -> Draft | None:
    """Find "... was announced by X"."""
    tokens, index, words = verb.tokens, verb.index, read_cues().sets
    chained = tokens[index].lower in words["chained"] and verb.first == index
    names_source = CueGroup.STATE in verb.cue.groups or verb.cue.base in words["passives"]
    aside = tokens[verb.first - 1].lower == "as" and is_contrasted(tokens, verb.first - 1)
    if chained or aside or not names_source or not follows(tokens, index, "by"):
        return None
    phrase = phrase_after(tokens, index + 2)
    if phrase is None or not can_speak(tokens, phrase, verb.cue):
        return None
    content = content_before(verb.scene, said_from(verb.scene, verb.drafts, verb.first), tokens[verb.first].start)
    return make_draft(verb.scene, (verb.first, index + 2), phrase, content, PASSIVE) if content else None
