"""How deeply the elements of a page are nested, counted before any parser builds a tree of it."""

import re

_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<close>/)?(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40}))")
# Elements without an end, and those whose end a parser supplies by itself (HTML Living Standard, 13.1.2).
_NEVER_OPEN = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "optgroup",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "caption",
        "rp",
        "rt",
    ]
)
_RAW = frozenset({"script", "style", "textarea", "title", "noscript"})


def measure_nesting(page: str, enough: int) -> int:
    """Return the greatest depth of nested elements, or ``enough`` as soon as that is reached; in linear time."""
    lower = page.lower() if page.isascii() else page.translate(_LOWER)
    stack: list[str] = []
    deepest = position = 0
    while match := _TAG.search(lower, position):
        position = match.end()
        name = match["name"]
        if match["comment"]:
            position = _after(lower, "-->", position)
        elif match["close"]:
            _close(stack, name)
        elif name in _RAW:
            position = _after(lower, f"</{name}", position)
        elif name not in _NEVER_OPEN:
            stack.append(name)
            deepest = max(deepest, len(stack))
            if deepest >= enough:
                return deepest
    return deepest


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _after(page: str, mark: str, position: int) -> int:
    found = page.find(mark, position)
    return len(page) if found < 0 else found + len(mark)


def _close(stack: list[str], name: str) -> None:
    # the stack is never longer than the depth at which we stop, so this search stays short
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth] == name:
            del stack[depth:]
            return
