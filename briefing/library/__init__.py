"""What the program remembers for the analyst between briefings: issues of a series, and grades of sources."""

from briefing.library.store import Library, StoredIssue, open_library

__all__ = ["Library", "StoredIssue", "open_library"]
