"""Lines into the paragraphs that were written: breaks and spaces of a scan taken out."""
