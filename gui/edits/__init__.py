"""The analyst's corrections: what can be done with an entry, what was done, and what became of it."""
