"""Which sections hold a query, and where in them it stands."""
