"""What lies on disk: Whoosh's codec, columns, merges and generations."""
