"""The page of a phrase: who says it, since when, how often, and who does not."""
