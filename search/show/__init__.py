"""What a person is shown of what was found: hits, snippets, facets, causes."""
