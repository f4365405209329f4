"""A real OpenSearch cluster on loopback, for tests, benchmarks and a first try."""
