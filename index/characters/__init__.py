"""The characters of a segment, sorted: where any string stands, and how often."""
