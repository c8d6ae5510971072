"""Pages to a website: a thin adapter to MkDocs and Material, which can be changed for another."""
