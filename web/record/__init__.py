"""Answers as records: JSON, tables, citations."""
