"""Situation briefings, written from reports, with every sentence traceable."""
