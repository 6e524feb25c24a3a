"""From a report to findings: what is said, where, when and by whom."""
