"""Opening a Word file that somebody else made: what it must not hold or be, each in a sentence with its remedy."""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from lxml import etree

from briefing.model.house_style import HouseFinding
from briefing.writers.docx.house.names import KIND, RELATIONS, TYPES, W

_LARGEST_FILE = 32 * 2**20  # bytes; templates with photographs have a few megabytes
_LARGEST_UNPACKED = 128 * 2**20
_MOST_PARTS = 2000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "wordprocessingml.document.main+xml"
_MAIN_TEMPLATE = "wordprocessingml.template.main+xml"
_REMOTE_FIELD = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|MACROBUTTON|RD|ASK|FILLIN)\b",
    re.IGNORECASE,
)


class HouseFileError(Exception):
    """A file that cannot be used; ``finding`` says why."""

    def __init__(self, identity: str, sentence: str, remedy: str) -> None:
        """Keep why it cannot be used and what to do."""
        super().__init__(f"{sentence} {remedy}")
        self.finding = HouseFinding(id=identity, sentence=sentence, remedy=remedy, stops=True)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: the kind without its long beginning, the part or the address, and whether that is outside."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class HouseFile:
    """The parts of a Word file by their names, and the name of the one with the text."""

    parts: dict[str, bytes]
    main: str

    def tree(self, name: str) -> Any:
        """Return the root of a part, read without its document type and without anything from outside."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(self.parts[name], parser)
        except (etree.XMLSyntaxError, KeyError) as error:
            raise _damaged() from error
        if root.getroottree().docinfo.doctype:
            raise _damaged()
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """Return where a part leads, by the names that it uses."""
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self.parts:
            return {}
        found = {}
        for element in self.tree(path).iter(f"{RELATIONS}Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").removeprefix(KIND)
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def related(self, kind: str) -> str:
        """Return the name of the part of a kind that the text leads to, or ""."""
        targets = [found.target for found in self.relations(self.main).values() if found.kind == kind]
        return next((target for target in targets if target in self.parts), "")


def open_house_file(content: bytes) -> HouseFile:
    """Return the parts of a .docx or .dotx file; raises HouseFileError for what must not be used."""
    if content.startswith(_OLE):
        raise _old_or_encrypted(encrypted=_ENCRYPTED in content)
    if len(content) > _LARGEST_FILE:
        raise _too_large()
    parts = _unpack(content)
    if "[Content_Types].xml" not in parts:
        raise _no_word_file()
    file = HouseFile(parts, _main_part(parts))
    _refuse_programs(file)
    _refuse_protection(file)
    _refuse_remote_fields(file)
    return file


def _unpack(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
                raise _too_large()
            if any(entry.flag_bits & 1 for entry in entries):
                raise _old_or_encrypted(encrypted=True)
            # the sizes above are what the file says of itself; no more than that is unpacked
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise _damaged() if content.startswith(b"PK") else _no_word_file() from error


def _main_part(parts: dict[str, bytes]) -> str:
    types = HouseFile(parts, "").tree("[Content_Types].xml")
    kinds = {element.get("PartName", "").lstrip("/"): element.get("ContentType", "") for element in types}
    if any("macroEnabled" in kind for kind in kinds.values()):
        raise _macros()
    for name, kind in kinds.items():
        if kind.endswith((_MAIN, _MAIN_TEMPLATE)) and name in parts:
            return str(name)
    raise _no_word_file()


def _refuse_programs(file: HouseFile) -> None:
    types = {element.get("ContentType", "") for element in file.tree("[Content_Types].xml").iter(f"{TYPES}Override")}
    names = [name.lower() for name in file.parts]
    if any("vbaproject" in name or "vbadata" in name for name in names) or any("vbaProject" in kind for kind in types):
        raise _macros()
    if any("activex" in name for name in names) or any("activex" in kind.lower() for kind in types):
        raise HouseFileError(
            "active-controls",
            "The file holds active controls (buttons or boxes that run programs).",
            "Delete them in Word (Developer tab), save the file and choose it again.",
        )


def _refuse_protection(file: HouseFile) -> None:
    name = file.related("settings")
    protection = file.tree(name).find(f"{W}documentProtection") if name else None
    if protection is not None and protection.get(f"{W}enforcement") in {"1", "true", "on"}:
        raise HouseFileError(
            "protected",
            "The file is locked against changes.",
            "In Word choose Review, Restrict Editing, Stop Protection; save the file and choose it again.",
        )


def _refuse_remote_fields(file: HouseFile) -> None:
    kinds = {"header", "footer"}
    used = [found.target for found in file.relations(file.main).values() if found.kind in kinds and not found.external]
    for name in (file.main, *used):
        if name not in file.parts:
            continue
        for paragraph in file.tree(name).iter(f"{W}p"):
            codes = "".join(part.text or "" for part in paragraph.iter(f"{W}instrText"))
            codes += " ".join(part.get(f"{W}instr", "") for part in paragraph.iter(f"{W}fldSimple"))
            if found := _REMOTE_FIELD.search(codes):
                raise HouseFileError(
                    "remote-field",
                    f"The file holds a field ({found[0].upper()}) that fetches from elsewhere or asks questions.",
                    "Click it in Word, press Ctrl+Shift+F9 to keep what it shows, save the file and choose it again.",
                )


def _old_or_encrypted(*, encrypted: bool) -> HouseFileError:
    if encrypted:
        return HouseFileError(
            "encrypted",
            "The file is protected with a password.",
            "Open it in Word, take the password away (File, Info, Protect Document) and save it.",
        )
    return HouseFileError(
        "old-format",
        "The file has the old format of Word (.doc, .dot), or is protected with a password.",
        "Open it in Word and save it as a Word document (.docx) or template (.dotx).",
    )


def _macros() -> HouseFileError:
    return HouseFileError(
        "macros",
        "The file holds macros, which are small programs.",
        "Save it in Word as a document (.docx) or template (.dotx) without macros, and choose that file.",
    )


def _too_large() -> HouseFileError:
    return HouseFileError(
        "too-large",
        "The file is larger than a house style can be.",
        "Take the text and large pictures out of it, so that only the letterhead is left, and choose it again.",
    )


def _damaged() -> HouseFileError:
    return HouseFileError(
        "damaged", "The file is damaged.", "Open it in Word, which repairs what it can, and save it under a new name."
    )


def _no_word_file() -> HouseFileError:
    return HouseFileError(
        "no-word-file", "This is no Word file.", "Choose a Word document (.docx) or a Word template (.dotx)."
    )
