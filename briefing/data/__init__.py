"""Word lists, outlines, and the builders of what is made from packages."""
