"""Here are reports: make every phrase findable, and keep it safe on disk."""
