"""Finds the names in the paragraphs of a report that may be places: those of the gazetteer, and "Kerr County"."""

from dataclasses import replace

from briefing.analysis.gazetteer import Gazetteer, Sense
from briefing.analysis.place_context import find_named_after
from briefing.analysis.place_evidence import weigh
from briefing.analysis.place_lexicon import Lexicon, WordFacts, lexicon_of, may_be_declined
from briefing.analysis.place_local import find_local
from briefing.analysis.place_text import Candidate, ParagraphWords, Taken
from briefing.analysis.place_words import PlaceWords
from briefing.data.place_names import fold_name
from briefing.model.findings import SETTLEMENTS, PlaceKind, Words
from briefing.model.report import Report

_LONGEST_GUESS, _LONGEST_CALLED = 3, 4
_KNOWN_TOWN = 20_000  # inhabitants
_DIVISIONS = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT})
_CALLED_BARE = _DIVISIONS | {PlaceKind.CAMP, PlaceKind.BASE}
_NATURAL = frozenset({PlaceKind.WATER, PlaceKind.ROAD, PlaceKind.OTHER, PlaceKind.REGION})


def find_candidates(
    report: Report, gazetteer: Gazetteer, words: PlaceWords, reserved: tuple[Words, ...]
) -> tuple[list[Candidate], list[ParagraphWords]]:
    """Return the candidates of a report in text order, and the words of its paragraphs."""
    lexicon = lexicon_of(gazetteer)
    paragraphs = [ParagraphWords(report.text, paragraph, number) for number, paragraph in enumerate(report.paragraphs)]
    found = [candidate for p in paragraphs for candidate in _Finder(p, gazetteer, words, lexicon).find()]
    found = _with_repetitions(found, paragraphs)
    taken = Taken(reserved + _bodies(paragraphs, words) + find_named_after(report, paragraphs, gazetteer, words))
    return [candidate for candidate in found if not taken.overlaps(candidate.start, candidate.end)], paragraphs


def _bodies(paragraphs: list[ParagraphWords], words: PlaceWords) -> tuple[Words, ...]:
    """Return the names of bodies in which places stand ("Bank of America")."""
    return tuple(
        Words(start=body.start(), end=body.end())
        for p in paragraphs
        for index in p.marked
        if p.words[index] in words.body_heads and (body := words.bodies.match(p.text, p.starts[index]))
    )


def _with_repetitions(found: list[Candidate], paragraphs: list[ParagraphWords]) -> list[Candidate]:
    """Add the other mentions of unknown names that the text calls places somewhere ("the village of Kampungu")."""
    called = {c.key: c for c in found if not c.senses and c.named_kind and " " not in c.key and c.single}
    if not called:
        return found
    seen = {(candidate.paragraph, candidate.first) for candidate in found}
    more = [
        replace(
            called[key], start=p.starts[index], end=p.ends[index], paragraph=p.number, first=index, last=index, why=[]
        )
        for p in paragraphs
        for index in p.marked
        if p.words[index][0].isupper()
        and (key := fold_name(p.words[index])) in called
        and (p.number, index) not in seen
    ]
    return sorted([*found, *more], key=lambda candidate: (candidate.start, candidate.end))


def _lies_in(town: Candidate, division: tuple[Sense, ...]) -> bool:
    """Tell whether a name is that of a place in a province."""
    return any(sense.province == division[0].row for sense in town.senses) if division else False


class _Finder:
    """Goes through the words of one paragraph."""

    def __init__(self, paragraph: ParagraphWords, gazetteer: Gazetteer, words: PlaceWords, lexicon: Lexicon) -> None:
        self.p, self.gazetteer, self.words, self.lexicon = paragraph, gazetteer, words, lexicon
        self.found: list[Candidate] = []

    def find(self) -> list[Candidate]:
        """Return the names in text order."""
        p, after = self.p, 0
        for index in p.marked:
            if index < after:
                continue
            letter = p.words[index][0]
            if letter.isupper():
                led = index > after and p.words[index - 1] in self.words.starts and p.joined(index)
                after = self._search_chunk(index - led)
            elif "\u0620" < letter < "\u0700":
                after = self._search_local(index)
        return self.found

    def _search_chunk(self, first: int) -> int:
        """Find names in the run of capitalised words that begins with word ``first``; return the word after it."""
        p, index = self.p, first
        last = p.end_of_run(first, self.words.joints)
        if first == last and self.lexicon.facts(p.words[first]).silent and not self._may_be_called(first):
            return first + 1
        generic = not self.words.kind_after.keys().isdisjoint(p.words[first + 1 : last + 1])
        while index <= last:
            # "al-Bab" may begin a name, the "es" of "Aqareb es Safi" may not.
            inside = index > first and not p.capital(index) and not (self.found and self.found[-1].last == index - 1)
            candidate = None if inside else self._name_at(index, last, generic=generic)
            if candidate is None:
                index += 1
                continue
            previous = self.found[-1] if self.found else None
            weigh(candidate, previous, p, first, last, self.gazetteer, self.words)
            self.found.append(candidate)
            index = candidate.last + 1
        return max(last + 1, index)

    def _may_be_called(self, index: int) -> bool:
        following = self.p.word(index + 1)
        return self.p.word(index - 1) == "of" or following == "district" or following in self.words.tails

    def _name_at(self, index: int, last: int, *, generic: bool) -> Candidate | None:
        """Return the name that begins with word ``index``; ``generic`` tells of a word such as "County" in the run."""
        p = self.p
        facts = self.lexicon.facts(p.words[index])
        if facts.state and (state := self._state(index)):
            return state
        known = self._known(index, facts) or self._declined(index, facts)
        if generic or p.words[index] in self.words.kind_before:
            named = self._named(index, last)
            if named and (known is None or known.last < named.last or (known.last == named.last and named.cue)):
                return named
        if known and p.word(known.last + 1) in self.words.starts and p.joined(known.last + 1):
            # "Abasan al-Kabira" is more than the "Abasan" that is known in this spelling.
            guessed = self._guessed(index, last, facts)
            return guessed if guessed and guessed.last > known.last else known
        return known or self._guessed(index, last, facts) or self._called(index, last)

    def _candidate(self, first: int, last: int, key: str, senses: tuple[Sense, ...]) -> Candidate:
        p = self.p
        start, end = p.starts[first], p.ends[last]
        return Candidate(start=start, end=end, key=key, senses=senses, paragraph=p.number, first=first, last=last)

    def _known(self, index: int, facts: WordFacts) -> Candidate | None:
        """Return the longest name of the gazetteer that begins with word ``index``."""
        if facts.known.longest > 1 and (longer := self._longer(index, facts)):
            return longer
        if facts.alone and not (facts.people and self._is_people(index)):
            return self._candidate(index, index, facts.folded, facts.alone)
        return None

    def _longer(self, index: int, facts: WordFacts) -> Candidate | None:
        """Return the longest name of two words and more that begins with word ``index``."""
        p, step, ends = self.p, index + 1, []
        while step < index + facts.known.longest and p.joined(step):
            if self._may_end(step, index):
                ends.append(step)
            step += 1
        if not ends or (p.words[index + 1] == "of" and p.words[index] in self.words.bodies_of):
            return None
        keys = [fold_name(word) for word in p.words[index : ends[-1] + 1]]
        for end in reversed(ends):
            key = " ".join(keys[: end - index + 1])
            senses = self.gazetteer.look_up(key).senses
            if senses and key not in self.words.not_places:
                return self._candidate(index, end, key, senses)
        return None

    def _may_end(self, index: int, first: int) -> bool:
        """Tell whether a name may end with a word: one with a capital, or the "strip" of "Gaza strip"."""
        word = self.p.words[index]
        return word[0].isupper() or (word in self.words.tails and self.p.words[first] not in self.words.never)

    def _is_people(self, index: int) -> bool:
        """Tell whether a word is a demonym and no region named after it: "Somali", not "Somali Region"."""
        return (
            self.gazetteer.country_of_people(self.p.words[index]) is not None
            and self.p.word(index + 1).lower() not in self.words.province_words
        )

    def _declined(self, index: int, facts: WordFacts) -> Candidate | None:
        """Return a name in Cyrillic script that is known in its nominative."""
        if not may_be_declined(self.p.words[index]):
            return None
        folded = facts.folded
        for ending, nominative in self.words.case_endings:
            if folded.endswith(ending):
                key = folded[: -len(ending)] + nominative
                senses = self.gazetteer.look_up(key).senses
                if senses and (senses[0].place.kind not in SETTLEMENTS or senses[0].place.population > 50_000):
                    return self._candidate(index, index, key, senses)
        return None

    def _called(self, index: int, last: int) -> Candidate | None:
        """Return an unknown name that the text calls a place: "the village of Kampungu"."""
        p, words = self.p, self.words
        kind = words.called.get(p.word(index - 2).lower()) if p.word(index - 1) == "of" and p.joined(index) else None
        if kind is None and self._is_district(index):
            kind, last = PlaceKind.DISTRICT, index
        if kind is None or p.words[index] in words.never or not p.words[index][0].isupper():
            return None
        end = min(last, index + _LONGEST_CALLED - 1)
        while not p.capital(end):
            end -= 1
        candidate = self._candidate(index, end, " ".join(fold_name(word) for word in p.words[index : end + 1]), ())
        candidate.named_kind = kind
        candidate.add(1.0, f"called a {kind.value}")
        return candidate

    def _is_district(self, index: int) -> bool:
        """Tell whether an unknown name of one word is called a district ("Mecufi district")."""
        p, words = self.p, self.words
        word = p.words[index]
        return (
            p.joined(index + 1)
            and p.words[index + 1] == "district"
            and not (p.capital(index - 1) and p.joined(index))
            and word[1:].islower()
            and fold_name(word) not in words.common
            and word not in words.organisations
            and not self._is_people(index)
        )

    def _guessed(self, index: int, last: int, facts: WordFacts) -> Candidate | None:
        """Return a name that is known in another transliteration only ("Qamishlo", "Deir Ezzor")."""
        p = self.p
        if not facts.may_lead or (facts.people and self._is_people(index)):
            return None
        longest = index
        while longest < min(last, index + _LONGEST_GUESS - 1) and p.joined(longest + 1):
            longest += 1
        for end in range(longest, index, -1):
            key = fold_name(" ".join(p.words[index : end + 1]))
            if senses := self.lexicon.guesses(key):
                return self._guess(index, end, key, senses)
        return self._guess(index, index, facts.folded, facts.guesses) if facts.guesses else None

    def _guess(self, first: int, last: int, key: str, senses: tuple[Sense, ...]) -> Candidate:
        candidate = self._candidate(first, last, "=" + key, senses)
        candidate.guessed = True
        return candidate

    def _state(self, index: int) -> Candidate | None:
        """Return "La." or "TX" after a comma, as the state that it stands for."""
        p, states = self.p, self.words.states
        word = p.words[index]
        dotted = p.text[p.ends[index] : p.ends[index] + 1] == "."
        division = states.get(word) or states.get(word + ".")
        if division is None:
            return None
        senses = self.gazetteer.look_up_division(*division)
        marked = dotted or "." in word
        town = self.found[-1] if self.found and self.found[-1].last == index - 1 else None
        if p.gap(index).strip() == "," and p.capital(index - 1):
            # "Edmonton, Ky" without its full stop is a state only after a town of that state.
            stands = marked or (town is not None and (word in states or _lies_in(town, senses)))
        else:
            stands = "." in word and not p.word(index - 1).isdigit()
        if not senses or not stands:
            return None
        candidate = self._candidate(index, index, f"#{division[0]}.{division[1]}", senses)
        if "." not in word and dotted and word + "." in states:
            candidate.end += 1
        candidate.abbreviated = True
        candidate.add(4.0, "the abbreviation of a state")
        return candidate

    def _named(self, index: int, last: int) -> Candidate | None:
        """Return a name that tells its kind: "Kerr County", "Lake Qattinah"."""
        p, words = self.p, self.words
        head = p.words[index]
        if head in words.kind_before and p.capital(index + 1) and p.joined(index + 1):
            following = p.words[index + 1]
            if following in words.organisations or following in words.never:
                return None
            return self._tells_kind(index, index + 1, words.kind_before[head], None)
        if head in words.titles or head in words.never or head in words.kind_after:
            return None
        for end in range(min(last, index + 3), index, -1):
            if p.words[end] in words.kind_after and self._is_head(index, end) and not self._is_of_court(end):
                bare = " ".join(fold_name(word) for word in p.words[index:end])
                return self._tells_kind(index, end, words.kind_after[p.words[end]], bare)
        return None

    def _is_head(self, index: int, end: int) -> bool:
        """Tell whether the name that ends with a generic word begins here and not one word later."""
        p, words = self.p, self.words
        span = p.words[index:end]
        if not all(word[0].isupper() for word in span) or any(word in words.organisations for word in span):
            return False
        if span[0] in words.first_names and p.words[end] not in words.kind_after_person:
            return False
        if len(span) == 1 and self._is_country(span[0]):
            return False
        if span[0].lower() in words.strong_before and len(span) > 1:
            return False
        if len(span) > 2 or (len(span) > 1 and words.kind_after[p.words[end]] is PlaceKind.REGION):
            whole = " ".join(fold_name(word) for word in p.words[index : end + 1])
            if not self.gazetteer.look_up(whole).senses:
                return False
        later = [" ".join(fold_name(word) for word in p.words[begin : end + 1]) for begin in range(index + 1, end)]
        return not any(self.gazetteer.look_up(key).senses for key in later)

    def _is_of_court(self, end: int) -> bool:
        """Tell whether a district is that of a court and no place: "Brooklyn District Attorney"."""
        p = self.p
        return p.words[end] == "District" and p.joined(end + 1) and p.word(end + 1) in self.words.courts

    def _is_country(self, word: str) -> bool:
        senses = self.gazetteer.look_up(fold_name(word)).senses
        return bool(senses) and senses[0].place.kind is PlaceKind.COUNTRY

    def _tells_kind(self, first: int, last: int, kind: PlaceKind, bare: str | None) -> Candidate | None:
        key = " ".join(fold_name(word) for word in self.p.words[first : last + 1])
        senses, guessed = self.gazetteer.look_up(key).senses, False
        if bare and kind in _CALLED_BARE:
            more = self._bare_senses(bare, kind)
            key, guessed = (bare, True) if more and not senses else (key, False)
            rows = {sense.row for sense in senses}
            senses += tuple(sense for sense in more if guessed or (sense.place.kind is kind and sense.row not in rows))
        if kind in _NATURAL:
            # "Cow Creek" is hardly ever the hamlet of that name.
            senses = tuple(s for s in senses if s.place.population >= _KNOWN_TOWN or s.place.kind is kind)
        if key in self.words.not_places or (not senses and (kind is PlaceKind.PROVINCE or self.p.heading)):
            return None
        candidate = self._candidate(first, last, key, senses)
        candidate.named_kind, candidate.guessed = kind, guessed
        if kind in _DIVISIONS:
            candidate.cue = kind
        return candidate

    def _bare_senses(self, bare: str, kind: PlaceKind) -> tuple[Sense, ...]:
        """Let "Daraa Governorate" also mean what "Daraa" means, if that has a place of the kind."""
        senses = self.gazetteer.look_up(bare).senses
        return senses if any(sense.place.kind is kind for sense in senses) else ()

    def _search_local(self, index: int) -> int:
        candidate = find_local(self.p, index, self.gazetteer, self.words)
        if candidate is None:
            return index + 1
        self.found.append(candidate)
        return candidate.last + 1
