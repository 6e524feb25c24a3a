"""The values that pass between the stages: frozen, typed, and without behaviour that reads or writes."""
