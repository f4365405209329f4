"""Attacks that once did harm, to be run again with any number of tries."""
