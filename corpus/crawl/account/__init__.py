"""Give account of a crawl: what became of every address, what each source brought, and why one brought
nothing."""
