"""Characters and numbers of a text, whatever it says: folding, script, masking, dates,
numbering."""
