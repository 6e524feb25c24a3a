"""House style: an analyst's own Word file gives styles, header, footer, page and a place for the briefing.

The file is untrusted: only what is known to be harmless is taken over, and all else is left behind.
"""
