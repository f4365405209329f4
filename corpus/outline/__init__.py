"""Paragraphs into sections: headings, their numbers, and the part each belongs to."""
