"""Pages to a website: our frame, search and figures around them, and a thin adapter to MkDocs."""
