"""The evidence: the passages that an entry rests on, in the context of their reports."""
