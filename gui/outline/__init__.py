"""The outline: template, details, and the sections with their entries."""
