"""Readers: from files of several formats to Reports whose text is never changed."""

from briefing.readers.files import READERS, read_report, read_report_text, read_reports
from briefing.readers.finding import find_files

__all__ = ["READERS", "find_files", "read_report", "read_report_text", "read_reports"]
