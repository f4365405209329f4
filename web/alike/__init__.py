"""How others write about the topic of a section: a page, two sections side by side, an answer for
programs."""
