"""A concordance: each occurrence on a line of its own, in an order, a stretch at a time."""
