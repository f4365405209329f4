"""Pages on their way into the store: added, taken, cleaned again."""
