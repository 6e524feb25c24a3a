"""The window of the ledger: what became of every sentence."""
