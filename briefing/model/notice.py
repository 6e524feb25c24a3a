"""What the analyst is told beside the result: nothing is dropped in silence."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence for the analyst about something that was not fatal.

    ``code`` names the kind ("duplicate-report"), ``message`` is a whole sentence that can be acted on, ``subject`` is
    the file, entry or section that it is about. What is ``for_author`` never goes into a file that is handed on.
    """

    severity: Severity
    code: str
    message: str
    subject: str = ""
    for_author: bool = False
