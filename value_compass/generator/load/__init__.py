"""YAML files to documents: every key and value keeps its line and column."""
