"""What a single line of a page is, judged by its words: furniture or text."""
