"""The mark of the playbook, by which a build also knows a folder as a site that it made."""

from __future__ import annotations

MARK = "assets/mark.svg"
"""Where the site keeps it."""
