"""In which language the words of reports are, where it is not that of the document: for spelling and reading aloud."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.assembly.press import Press
from briefing.assembly.wording import readable
from briefing.model.block_inlines import with_inlines
from briefing.model.document import Block, Inlines, Quotation, Text

_LEAST_WORDS = 4  # fewer may be a name, which belongs to every language


def with_tongues(blocks: Sequence[Block], press: Press) -> tuple[Block, ...]:
    """Say of each text that stands in a cited passage of a report in another language which language it is."""
    quoted = _quoted(press)
    if not quoted:
        return tuple(blocks)

    def told(inlines: Inlines) -> Inlines:
        return tuple(
            replace(inline, language=_language(inline.text, quoted)) if isinstance(inline, Text) else inline
            for inline in inlines
        )

    return tuple(
        replace(block, language=_language(block.text, quoted))
        if isinstance(block, Quotation)
        else with_inlines(block, told)
        for block in blocks
    )


def _quoted(press: Press) -> dict[str, str]:
    """Return the cited passages of each language other than the document's, one below the other."""
    passages: dict[str, dict[str, None]] = {}
    for _, witness, citation in press.cited:
        language = witness.report.language
        if language not in {press.material.labels.language, "und"}:
            passages.setdefault(language, {})[readable(citation.quote)] = None
    return {language: "\n".join(found) for language, found in passages.items()}


def _language(text: str, quoted: dict[str, str]) -> str:
    words = text.strip()
    if words.count(" ") + 1 < _LEAST_WORDS:
        return ""
    # the first letter may have been made a capital, the end may have been cut
    words = words[1:].rstrip("…")
    return next((language for language, passages in quoted.items() if words in passages), "")
