"""The index as it stands in an OpenSearch cluster: what lies there, and how it is loaded."""
