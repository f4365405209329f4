"""The inner loops of a search, in numpy and in C, chosen once."""
