"""Sections like a section: its key words, scored over all sections, the best of each issuer."""
