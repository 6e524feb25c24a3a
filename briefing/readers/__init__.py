"""From a file to a report: one function for each format."""
