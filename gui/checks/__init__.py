"""The window of the check before export."""
