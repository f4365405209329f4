"""What was typed, as a tree and back in words."""
