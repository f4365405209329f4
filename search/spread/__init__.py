"""Who says it, since when, how often, and who does not: what a search finds, by issuer and year,
beside what is held."""
