"""The day on which all tests take place: no review becomes overdue because time goes by."""

EPOCH = "1795780800"
"""Noon of 27 November 2026, as SOURCE_DATE_EPOCH has it."""
