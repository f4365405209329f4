"""Commands that tell what reports share."""
