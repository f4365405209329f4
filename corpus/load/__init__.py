"""Here are bytes: which lines stand in them? One reader a format."""
