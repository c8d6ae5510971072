"""The live preview: a server on this machine that shows the site as the files are now."""
