"""Commands that tell who says a phrase, since when, and who does not."""
