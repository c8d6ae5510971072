"""The printed edition: finished pages to a tree of elements, to Typst, to PDF.

Nothing is dropped in silence: what has no print style, no target or no figure stops the build.
"""
