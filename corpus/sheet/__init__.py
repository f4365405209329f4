"""What stands printed on sheets, whoever read it: lines with their boxes to paragraphs and tables."""
