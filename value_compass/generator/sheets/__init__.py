"""Entries as rows of a spreadsheet: what import takes and export gives."""
