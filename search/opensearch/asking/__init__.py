"""What is asked of a cluster, in its own words: clauses, and what they are put to."""
