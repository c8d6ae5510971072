"""Slides of a workshop, to show while it is run: what is on them, and how PowerPoint gets them."""
