"""Empty canvases for the wall: each in a module of its own, listed in `register.py`."""
