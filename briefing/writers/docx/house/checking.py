"""The check of a house style before it is used, in words for people who do not program."""

from collections.abc import Iterator
from typing import Any

from briefing.model.house_style import HouseCheck, HouseFinding
from briefing.writers.docx.house.cleaning import without_metadata
from briefing.writers.docx.house.looks import Looks, contrast, read_looks
from briefing.writers.docx.house.margins import HousePage, read_page
from briefing.writers.docx.house.names import W
from briefing.writers.docx.house.opening import HouseFile, HouseFileError, open_house_file
from briefing.writers.docx.house.places import find_body_place, has_hidden_place, has_marking_place, words_of

_EXPECTED = {
    "Title": ("title", "Title"),
    "Heading 1": ("heading 1",),
    "Heading 2": ("heading 2",),
    "Body Text": ("Briefing Text", "Body Text"),
    "List Bullet": ("Briefing Bullet", "List Bullet"),
    "List Number": ("Briefing Development", "List Number"),
    "Quote": ("Briefing Quotation", "Quote"),
    "Caption": ("caption",),
}
_KINDS = {"character": "for characters", "table": "for tables", "numbering": "for lists"}
_LEAST_CONTRAST = 4.5
_MILLIMETRE = 1440 / 25.4
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8")


def check_house_style(content: bytes, name: str) -> HouseCheck:
    """Return what is found in a Word file that is to be a house style; ``name`` is that of the file."""
    try:
        file = open_house_file(content)
        page, looks, body = read_page(file), read_looks(file), _body(file)
        stories = {key: file.tree(part) for key, part in page.stories.items()}
    except HouseFileError as error:
        return HouseCheck(name=name, findings=(error.finding,))
    specimens = [
        looks.specimen(style, title)
        for title, names in _EXPECTED.items()
        if (style := looks.find("paragraph", *names)) is not None
    ]
    width, height = (page.paper[key] / _MILLIMETRE for key in ("w", "h"))
    top, right, bottom, left = (abs(page.margins[key]) / _MILLIMETRE for key in ("top", "right", "bottom", "left"))
    return HouseCheck(
        name=name,
        findings=(
            *_place_findings(body),
            *_marking_findings(page, stories),
            *_style_findings(looks),
            *_left(file, body),
        ),
        specimens=tuple(specimens),
        paper=(width, height),
        margins=(top, right, bottom, left),
        header=_story_words(stories, "header"),
        footer=_story_words(stories, "footer"),
        logo=_logo(file, page),
    )


def _body(file: HouseFile) -> Any:
    body = file.tree(file.main).find(f"{W}body")
    if body is None:
        raise HouseFileError(
            "empty", "The file has no text part.", "Open it in Word, save it under a new name and choose that file."
        )
    return body


def _place_findings(body: Any) -> Iterator[HouseFinding]:
    if find_body_place(body) is not None:
        yield HouseFinding(id="place", sentence="The briefing stands at the place that the file has for it.")
    elif has_hidden_place(body):
        yield HouseFinding(
            id="place-hidden",
            sentence="The place for the briefing lies in a table or a text box, where it cannot stand; it takes "
            "the whole page instead.",
            remedy="Put {{briefing}} into a paragraph of its own outside of tables and boxes.",
        )
    elif words_of(body):
        yield HouseFinding(
            id="no-place",
            sentence="The file has no place for the briefing, so its own text is left out and the briefing takes "
            "the whole page.",
            remedy="To keep its text, write {{briefing}} into a paragraph of its own where the briefing is to stand.",
        )


def _marking_findings(page: HousePage, stories: dict[tuple[str, str], Any]) -> Iterator[HouseFinding]:
    if not stories:
        yield HouseFinding(
            id="no-margins",
            sentence="The file has no header and no footer; those of the briefing are used, with the marking in both.",
        )
        return
    wanted = [(kind, which) for kind in ("header", "footer") for which in page.pages]
    missing = [key for key in wanted if key not in stories or not has_marking_place(stories[key])]
    if missing:
        kinds = list(dict.fromkeys(kind for kind, _which in missing))
        have = "has" if len(kinds) == 1 else "have"
        yield HouseFinding(
            id="no-marking-place",
            sentence=f"The {' and '.join(kinds)} {have} no place for the handling marking, so a line with it is "
            "added there.",
            remedy="To say where it stands, write {{marking}} into header and footer.",
        )


def _style_findings(looks: Looks) -> Iterator[HouseFinding]:
    missing = []
    for title, names in _EXPECTED.items():
        style = looks.find("paragraph", *names)
        if style is None:
            wrong = next((kind for kind in _KINDS if looks.find(kind, *names) is not None), "")
            if wrong:
                yield HouseFinding(
                    id="wrong-type",
                    sentence=f"The style “{title}” is one {_KINDS[wrong]}, not for paragraphs; ours is used instead.",
                    remedy=f"Make a paragraph style “{title}” in Word.",
                )
            else:
                missing.append(title)
            continue
        specimen = looks.specimen(style, title)
        if contrast(specimen.colour, "#ffffff") < _LEAST_CONTRAST:
            yield HouseFinding(
                id="pale-style",
                sentence=f"The style “{title}” has a colour that is hard to read on white ({specimen.colour}).",
                remedy="Choose a darker colour for it in Word.",
            )
    if missing:
        yield HouseFinding(
            id="missing-styles",
            sentence=f"The file has no style {_listed(missing)}; ours is added, in the fonts and colours of the file.",
            remedy="To decide how it looks, make a paragraph style of that name in Word.",
        )


def _left(file: HouseFile, body: Any) -> Iterator[HouseFinding]:
    """Name what is left behind."""
    kinds = {relation.kind for relation in file.relations(file.main).values()}
    settings = file.related("settings")
    if settings and any(relation.kind == "attachedTemplate" for relation in file.relations(settings).values()):
        yield HouseFinding(
            id="attached-template",
            sentence="The file names another template that it was made from; the briefing does not, so that it fetches "
            "nothing.",
        )
    parts = [file.main, *(name for name in _story_parts(file))]
    if any(found.kind == "image" and found.external for part in parts for found in file.relations(part).values()):
        yield HouseFinding(
            id="linked-picture",
            sentence="A picture is only linked to and lies elsewhere; it is left out.",
            remedy="Insert the picture itself in Word (Insert, Pictures, This Device).",
        )
    changed = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
    if next(body.iter(*changed), None) is not None:
        yield HouseFinding(
            id="tracked-changes", sentence="The text has tracked changes; they are taken as accepted, without names."
        )
    if "comments" in kinds:
        yield HouseFinding(id="comments", sentence="Comments of the file are left out.")
    if next(body.iter(f"{W}object", f"{W}altChunk", f"{W}footnoteReference", f"{W}endnoteReference"), None) is not None:
        yield HouseFinding(id="embedded", sentence="Embedded objects and notes in the text of the file are left out.")
    if len(list(body.iter(f"{W}sectPr"))) > 1:
        yield HouseFinding(
            id="sections", sentence="The file has several sections; paper, header and footer of the last one are used."
        )


def _story_parts(file: HouseFile) -> list[str]:
    return [found.target for found in file.relations(file.main).values() if found.kind in {"header", "footer"}]


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _story_words(stories: dict[tuple[str, str], Any], kind: str) -> str:
    found = [words_of(root) for (of, _which), root in sorted(stories.items()) if of == kind]
    return next((words for words in found if words), "")


def _logo(file: HouseFile, page: HousePage) -> bytes:
    for (kind, _which), part in sorted(page.stories.items()):
        for found in file.relations(part).values():
            data = file.parts.get(found.target, b"") if found.kind == "image" and not found.external else b""
            if kind == "header" and data.startswith(_PICTURES):
                return without_metadata(data)
    return b""
