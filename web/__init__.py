"""Here is a person or a program: show them."""
