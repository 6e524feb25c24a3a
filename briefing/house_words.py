"""The check of a house style as lines to read and as a form for scripts."""

from collections.abc import Iterator
from typing import Any

from briefing.model.house_style import HouseCheck
from briefing.model.json_form import plain


def house_check_lines(check: HouseCheck) -> Iterator[str]:
    """Give what was found, line by line: whether it can be used, the findings with their remedies, page and styles."""
    yield f"{check.name} {'can' if check.usable else 'cannot'} be used as a house style."
    for finding in check.findings:
        sign = "✗" if finding.stops else "•"
        yield f"{sign} {finding.sentence} {finding.remedy}".rstrip()
    if not check.usable:
        return
    width, height = (round(length) for length in check.paper)
    top, right, bottom, left = (round(length) for length in check.margins)
    yield f"Page: {width} × {height} mm; margins: top {top}, right {right}, bottom {bottom}, left {left} mm"
    for kind, words in (("Header", check.header), ("Footer", check.footer)):
        if words:
            yield f"{kind}: {' · '.join(words.split(chr(10)))}"
    for style in check.specimens:
        cut = "".join(f", {word}" for word, on in (("bold", style.bold), ("italic", style.italic)) if on)
        yield f"{style.name}: {style.font}, {style.size:g} pt, {style.colour}{cut}"


def house_check_form(check: HouseCheck) -> dict[str, Any]:
    """Return the check as JSON values; of the logo only whether there is one."""
    form = {name: plain(getattr(check, name)) for name in check.__dataclass_fields__ if name != "logo"}
    return {"usable": check.usable, **form, "logo": bool(check.logo)}
