"""What was worked out for one briefing and holds for the next."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

_Made = TypeVar("_Made")


@dataclass(slots=True)
class Groundwork:
    """Values by name, each made anew only when something that it is made of has changed.

    What is made with it is the same as without: it saves time alone. It keeps the last value of each name in memory.
    """

    _made: dict[str, tuple[tuple[object, ...], object]] = field(default_factory=dict, repr=False)

    def once(self, name: str, make: Callable[[], _Made], *of: object) -> _Made:
        """Return what ``make`` gave when it was last made of equal values, else what it gives now."""
        known = self._made.get(name)
        if known is None or known[0] != of:
            known = self._made[name] = (of, make())
        return cast("_Made", known[1])
