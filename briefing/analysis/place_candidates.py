"""Finds the names in the paragraphs of a report that may be places: those of the gazetteer, and "Kerr County"."""

from dataclasses import replace

from briefing.analysis.gazetteer import UNKNOWN, Gazetteer, Sense
from briefing.analysis.place_evidence import weigh
from briefing.analysis.place_local import find_local
from briefing.analysis.place_text import Candidate, ParagraphWords, Taken
from briefing.analysis.place_words import PlaceWords
from briefing.data.place_names import fold_name
from briefing.model.findings import SETTLEMENTS, PlaceKind, Words
from briefing.model.report import Report

_LONGEST_GUESS, _LONGEST_CALLED = 3, 4
_DIVISIONS = {PlaceKind.PROVINCE, PlaceKind.DISTRICT}


def find_candidates(
    report: Report, gazetteer: Gazetteer, words: PlaceWords, reserved: tuple[Words, ...]
) -> tuple[list[Candidate], list[ParagraphWords]]:
    """Return the candidates of a report in text order, and the words of its paragraphs."""
    bodies = tuple(Words(start=body.start(), end=body.end()) for body in words.bodies.finditer(report.text))
    taken = Taken(reserved + bodies)
    paragraphs = [ParagraphWords(report.text, paragraph, number) for number, paragraph in enumerate(report.paragraphs)]
    found = [candidate for p in paragraphs for candidate in _Finder(p, gazetteer, words).find()]
    found = _with_repetitions(found, paragraphs)
    return [candidate for candidate in found if not taken.overlaps(candidate.start, candidate.end)], paragraphs


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
        for index, word in enumerate(p.words)
        if word[0].isupper() and (key := fold_name(word)) in called and (p.number, index) not in seen
    ]
    return sorted([*found, *more], key=lambda candidate: (candidate.start, candidate.end))


class _Finder:
    """Goes through the words of one paragraph."""

    def __init__(self, paragraph: ParagraphWords, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.p, self.gazetteer, self.words = paragraph, gazetteer, words
        self.found: list[Candidate] = []

    def find(self) -> list[Candidate]:
        index, p = 0, self.p
        while index < len(p.words):
            letter = p.words[index][0]
            if letter.isupper() or (
                p.words[index] in self.words.starts and p.capital(index + 1) and p.joined(index + 1)
            ):
                index = self._search_chunk(index)
            elif "\u0620" < letter < "\u0700":
                index = self._search_local(index)
            else:
                index += 1
        return self.found

    def _search_chunk(self, first: int) -> int:
        """Find names in the run of capitalised words that begins with word ``first``; return the word after it."""
        p, last, index = self.p, self._end_of_chunk(first), first
        while index <= last:
            # "al-Bab" may begin a name, the "es" of "Aqareb es Safi" may not.
            inside = index > first and not p.capital(index) and not (self.found and self.found[-1].last == index - 1)
            candidate = None if inside else self._name_at(index, last)
            if candidate is None:
                index += 1
                continue
            previous = self.found[-1] if self.found else None
            weigh(candidate, previous, p, first, last, self.gazetteer, self.words)
            self.found.append(candidate)
            index = candidate.last + 1
        return max(last + 1, index)

    def _end_of_chunk(self, last: int) -> int:
        p = self.p
        while p.joined(last + 1):
            if p.capital(last + 1):
                last += 1
            elif p.words[last + 1] in self.words.joints and p.joined(last + 2) and p.capital(last + 2):
                last += 2
            else:
                break
        return last

    def _name_at(self, index: int, last: int) -> Candidate | None:
        if state := self._state(index):
            return state
        known = self._known(index) or self._declined(index)
        named = self._named(index, last)
        if named and (known is None or known.last < named.last or (known.last == named.last and named.cue)):
            return named
        return known or self._guessed(index, last) or self._called(index, last)

    def _candidate(self, first: int, last: int, key: str, senses: tuple[Sense, ...]) -> Candidate:
        p = self.p
        start, end = p.starts[first], p.ends[last]
        return Candidate(start=start, end=end, key=key, senses=senses, paragraph=p.number, first=first, last=last)

    def _known(self, index: int) -> Candidate | None:
        """Return the longest name of the gazetteer that begins with word ``index``."""
        p = self.p
        head = fold_name(p.words[index])
        known = self.gazetteer.look_up(head)
        if known is UNKNOWN:
            return None
        keys = [head]
        while len(keys) < known.longest and p.joined(index + len(keys)):
            keys.append(fold_name(p.words[index + len(keys)]))
        for length in range(len(keys), 0, -1):
            tail = p.words[index + length - 1]
            if not (tail[0].isupper() or tail in self.words.tails) or (
                length == 1 and not self._may_stand_alone(index)
            ):
                continue
            key = " ".join(keys[:length])
            senses = known.senses if length == 1 else self.gazetteer.look_up(key).senses
            if length > 1 and p.words[index] in self.words.bodies_of and keys[1] == "of":
                continue
            if senses and key not in self.words.not_places and not (length == 1 and self._is_people(index)):
                return self._candidate(index, index + length - 1, key, senses)
        return None

    def _is_people(self, index: int) -> bool:
        """Tell whether a word is a demonym and no region named after it: "Somali", not "Somali Region"."""
        return (
            self.gazetteer.country_of_people(self.p.words[index]) is not None
            and self.p.word(index + 1).lower() not in self.words.province_words
        )

    def _may_stand_alone(self, index: int) -> bool:
        word = self.p.words[index]
        if word in self.words.never or not word[0].isupper():
            return False
        if len(word) > 3 or "." in word or word in self.words.short_names:
            return True
        return not word.isupper()

    def _declined(self, index: int) -> Candidate | None:
        """Return a name in Cyrillic script that is known in its nominative."""
        word = self.p.words[index]
        if not ("\u0400" < word[-1] < "\u0530") or len(word) < 5 or not word[0].isupper():
            return None
        folded = fold_name(word)
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

    def _guessed(self, index: int, last: int) -> Candidate | None:
        """Return a name that is known in another transliteration only ("Qamishlo", "Deir Ezzor")."""
        p, words = self.p, self.words
        head = p.words[index]
        if not head[0].isupper() or head in words.never or head in words.first_names or head in words.organisations:
            return None
        if self._is_people(index):
            return None
        for end in range(min(last, index + _LONGEST_GUESS - 1), index - 1, -1):
            key = fold_name(" ".join(p.words[index : end + 1]))
            if len(key) < 5 or not key.isascii() or key in words.common:
                continue
            if not all(p.joined(step) for step in range(index + 1, end + 1)):
                continue
            if senses := self.gazetteer.look_up_loosely(key):
                candidate = self._candidate(index, end, "=" + key, senses)
                candidate.guessed = True
                return candidate
        return None

    def _state(self, index: int) -> Candidate | None:
        """Return "La." or "TX" after a comma, as the state that it stands for."""
        p, states = self.p, self.words.states
        word = p.words[index]
        dotted = p.text[p.ends[index] : p.ends[index] + 1] == "."
        division = states.get(word) or (states.get(word + ".") if dotted else None)
        if division is None:
            return None
        previous = self.found[-1] if self.found else None
        after_town = previous is not None and previous.last == index - 1 and previous.paragraph == p.number
        after_name = p.gap(index).strip() == "," and p.capital(index - 1) and (after_town or dotted or "." in word)
        alone = "." in word and not p.word(index - 1).isdigit()
        senses = self.gazetteer.look_up_division(*division)
        if not senses or not (after_name or alone):
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
            if p.words[end] in words.kind_after and self._is_head(index, end):
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

    def _is_country(self, word: str) -> bool:
        senses = self.gazetteer.look_up(fold_name(word)).senses
        return bool(senses) and senses[0].place.kind is PlaceKind.COUNTRY

    def _tells_kind(self, first: int, last: int, kind: PlaceKind, bare: str | None) -> Candidate | None:
        key = " ".join(fold_name(word) for word in self.p.words[first : last + 1])
        candidate = self._candidate(first, last, key, self.gazetteer.look_up(key).senses)
        candidate.named_kind = kind
        if kind in _DIVISIONS:
            candidate.cue = kind
        if bare and kind in {*_DIVISIONS, PlaceKind.CAMP, PlaceKind.BASE}:
            self._add_bare_senses(candidate, bare, kind)
        if kind in {PlaceKind.WATER, PlaceKind.ROAD, PlaceKind.OTHER, PlaceKind.REGION}:
            # "Cow Creek" is hardly ever the hamlet of that name.
            candidate.senses = tuple(
                sense for sense in candidate.senses if sense.place.population >= 20_000 or sense.place.kind is kind
            )
        if candidate.key in self.words.not_places:
            return None
        if not candidate.senses and (kind is PlaceKind.PROVINCE or self.p.heading):
            return None
        return candidate

    def _add_bare_senses(self, candidate: Candidate, bare: str, kind: PlaceKind) -> None:
        """Let "Daraa Governorate" also mean what "Daraa" means, if that has a place of the kind."""
        senses = self.gazetteer.look_up(bare).senses
        if not any(sense.place.kind is kind for sense in senses):
            return
        if candidate.senses:
            rows = {sense.row for sense in candidate.senses}
            more = tuple(sense for sense in senses if sense.place.kind is kind and sense.row not in rows)
            candidate.senses = candidate.senses + more
        else:
            candidate.key, candidate.senses, candidate.guessed = bare, senses, True

    def _search_local(self, index: int) -> int:
        candidate = find_local(self.p, index, self.gazetteer, self.words)
        if candidate is None:
            return index + 1
        self.found.append(candidate)
        return candidate.last + 1
