"""The engine that asks an OpenSearch cluster: the same questions, the same answers, past one
machine."""
