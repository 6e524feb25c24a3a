"""Dialogs and everything else that asks or tells."""
