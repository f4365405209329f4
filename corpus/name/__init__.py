"""Which words a printed name is made of, and whose name it is without the words for an organ."""
