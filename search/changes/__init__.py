"""What is new in one report against another, sentence by sentence: two records, no index."""
