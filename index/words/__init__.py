"""Words: where they begin and end, and how often each stands in a section."""
