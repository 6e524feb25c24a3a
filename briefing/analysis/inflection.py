"""The forms of English verbs, from a base form or from five forms in a table."""

import re
from dataclasses import dataclass

_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")  # "step", "ban", but not "raid", "shell" and "visit"
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of a verb; for regular verbs ``past`` and ``participle`` are the same."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def inflect(entry: str) -> VerbForms:
    """Read "say says said said saying", or make the forms of a regular verb such as "announce".

    Raises ValueError when there are neither one nor five forms. Words after a "+" are particles and belong to none.
    """
    forms = entry.split()
    if len(forms) == 5:
        return VerbForms(*forms)
    if len(forms) != 1:
        raise ValueError(f"“{entry}” gives {len(forms)} forms of a verb; give one or five.")
    base = forms[0]
    if base.endswith("e"):
        return VerbForms(base, base + "s", base + "d", base + "d", base[:-1] + "ing")
    if base.endswith("y") and base[-2] not in _VOWELS:
        return VerbForms(base, base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing")
    if _DOUBLING.fullmatch(base):
        return VerbForms(base, base + "s", f"{base}{base[-1]}ed", f"{base}{base[-1]}ed", f"{base}{base[-1]}ing")
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return VerbForms(base, third, base + "ed", base + "ed", base + "ing")
