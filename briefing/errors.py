"""Everything that can go wrong, as sentences that an analyst can act on.

BriefingError
├── ReportError      a file that cannot be read as a report
├── RequestError     a choice that cannot be carried out (no report, unknown section, bad date)
├── TemplateError    a template or theme file that is wrong, with file and remedy
├── ResourceError    a part of the installation that is missing or cannot be prepared
└── ExportError      a document that could not be drawn or saved; nothing was overwritten
"""


class BriefingError(Exception):
    """The root of all errors of this program; ``str(error)`` is one whole sentence or more."""


class ReportError(BriefingError):
    """A file that cannot be read as a report."""


class RequestError(BriefingError):
    """A choice of the analyst that cannot be carried out."""


class TemplateError(BriefingError):
    """A template or theme file that is wrong."""


class ResourceError(BriefingError):
    """A part of the installation that is missing or cannot be prepared."""


class ExportError(BriefingError):
    """A document that could not be drawn or saved."""
