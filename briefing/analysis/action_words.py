"""The words of actions.toml, ready to be asked, and where they stand in a sentence as the verb or noun they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.analysis.gaps import GAP, rest_end
from briefing.analysis.inflection import inflect
from briefing.analysis.modality import read_modality
from briefing.analysis.phrases import is_verb
from briefing.analysis.source_kinds import is_demonym
from briefing.analysis.tokens import Token
from briefing.data.labels import action_labels
from briefing.data.tables import load_table

ANY_NAME = "@name"  # stands in the table for any word with a capital
FROM_SUBJECT = "@subject"  # the kind of what "hit" and "struck" tell is that of their subject
_NO_PLURALS = ("'s", "’s", "ss")


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One way to name an action: the words after its first, its kind, and the form of the verb or ""."""

    rest: tuple[str, ...]
    kind: str
    form: str

    @property
    def length(self) -> int:
        """Return how many words stand right after the first, without those behind an object."""
        return 0 if self.rest[:1] == (GAP,) else len(self.rest)


@dataclass(frozen=True, slots=True)
class ObjectSense:
    """What verbs of a kind that begin with one of ``verbs`` (all of the kind when empty) tell by their object.

    With one of ``words`` they tell of the kind ``tells``, or of none when that is ""; where ``only`` has words,
    they tell of none with any other object.
    """

    verbs: tuple[str, ...]
    words: frozenset[str]
    only: frozenset[str]
    tells: str


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The table of actions by first word, longest first; ``plain`` are the kinds that make a development.

    ``senses`` are those of the objects by kind.
    """

    entries: dict[str, tuple[ActionEntry, ...]]
    first_words: frozenset[str]
    plain: frozenset[str]
    labels: dict[str, str]
    sets: dict[str, frozenset[str]]
    senses: dict[str, tuple[ObjectSense, ...]]
    weapons: dict[str, str]


@cache
def read_actions() -> ActionWords:
    """Read the table of actions."""
    table = load_table("actions")
    entries: dict[str, list[ActionEntry]] = {}
    for phrase in table["skipped"]["phrases"]:
        first, *rest = phrase.split()
        entries.setdefault(first, []).append(ActionEntry(tuple(rest), "", ""))
    borrowing = {"id": FROM_SUBJECT, "verbs": table["borrowing"]["verbs"], "nouns": []}
    for action in (*table["action"], borrowing):
        for word, entry in _entries(action):
            if entry not in entries.setdefault(word, []):
                entries[word].append(entry)
    senses: dict[str, list[ObjectSense]] = {}
    for row in table["objects"]["sense"]:
        words, only = frozenset(row.get("words", ())), frozenset(row.get("only", ()))
        sense = ObjectSense(verbs=tuple(row.get("verbs", ())), words=words, only=only, tells=row.get("tells", ""))
        senses.setdefault(row["kind"], []).append(sense)
    ordered = {first: tuple(sorted(found, key=lambda entry: -len(entry.rest))) for first, found in entries.items()}
    return ActionWords(
        entries=ordered,
        first_words=frozenset(ordered),
        plain=frozenset(action["id"] for action in table["action"] if action.get("plain", True)),
        labels=action_labels(),
        sets={name: frozenset(words) for name, words in table["beside"].items()},
        senses={kind: tuple(found) for kind, found in senses.items()},
        weapons={word: kind for kind, words in table["borrowing"]["weapons"].items() for word in words},
    )


def _entries(action: dict[str, Any]) -> Iterator[tuple[str, ActionEntry]]:
    kind: str = action["id"]
    for verb in action["verbs"]:
        forms, _, rest = verb.partition(" + ")
        for form in ("base", "third", "past", "participle", "gerund"):
            yield getattr(inflect(forms), form), ActionEntry(tuple(rest.split()), kind, form)
    for noun in action["nouns"]:
        first, *rest = noun.split()
        yield first, ActionEntry(tuple(rest), kind, "")


def entry_at(tokens: Sequence[Token], index: int) -> ActionEntry | None:
    """Return the longest entry whose words stand here, as the verb or noun that it is."""
    for entry in read_actions().entries[tokens[index].lower]:
        if entry.rest and not _matches(tokens, index + 1, entry.rest):
            continue
        if entry.form == "" or _reads_as_verb(tokens, index, entry):
            return entry
    return None


def _matches(tokens: Sequence[Token], start: int, rest: tuple[str, ...]) -> bool:
    if rest[0] == GAP:
        return rest_end(tokens, start, rest) > 0
    if start + len(rest) > len(tokens):
        return False
    for offset, word in enumerate(rest, start):
        token = tokens[offset]
        if token.lower != word and not (word == ANY_NAME and token.is_name and not is_demonym(token.text)):
            return False
    return True


def _reads_as_verb(tokens: Sequence[Token], index: int, entry: ActionEntry) -> bool:
    """Tell whether a form is a verb where it stands and not a noun or a name."""
    sets = read_actions().sets
    before = tokens[index - 1].lower if index > 0 else ""
    if entry.form in {"gerund", "third"} and not entry.rest and opens_verb(tokens, index + 1):
        return False  # "fighting broke out", "clashes were fierce"
    if entry.form == "gerund":
        return before not in sets["gerund_nouns_after"]
    if entry.form in {"past", "participle"} or entry.rest:
        # "a shot in the foot"
        noun = before in {"a", "an"} and not entry.rest and not is_adjective(tokens, index, entry)
        return not noun and not (entry.form == "past" and index > 0 and tokens[index].is_name)
    if index == 0:
        return entry.form == "base"
    if entry.form == "base":
        helped = before in read_modality().sets["auxiliaries"] or before in sets["plural_subjects"]
        return helped or (
            before.endswith("s") and not before.endswith(_NO_PLURALS) and before not in sets["no_plurals"]
        )
    return tokens[index - 1].is_word and before not in sets["nouns_after"]


def opens_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb or an auxiliary stands at a place in the sentence."""
    if index >= len(tokens):
        return False
    return tokens[index].lower in read_modality().sets["auxiliaries"] or is_verb(tokens[index])


def is_adjective(tokens: Sequence[Token], index: int, entry: ActionEntry) -> bool:
    """Tell whether a participle only describes the noun after it: "from a flooded house"."""
    if entry.form not in {"past", "participle"} or entry.rest or not 0 < index < len(tokens) - 1:
        return False
    sets, after = read_actions().sets, tokens[index + 1]
    if tokens[index - 1].lower not in sets["before_adjectives"]:
        return False
    return after.is_word and after.lower not in sets["no_nouns"] and not opens_verb(tokens, index + 1)
