"""Finding without operators: a form that writes the query, ways in, the same text once, what is one's own."""
