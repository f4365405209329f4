"""How many examples Hypothesis draws for a test that wants fewer than usual."""

from hypothesis import settings


def at_most(number):
    """So many, or as few as the profile in use allows: `make quick` asks for one of few."""
    return min(number, settings.default.max_examples)
