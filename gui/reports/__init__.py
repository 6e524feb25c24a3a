"""The list of reports: what is open, what is ticked, and what could not be read."""
