"""What each kind of entry is in print: a page, a spread or half a page, composed from the model."""
