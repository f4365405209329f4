"""What is new in a report against another: a page, a table, an answer for programs."""
