"""The stretches of texts that occur and cannot be longer: a window grows while what is in it occurs
and moves on where it does not.

Two questions a character. All texts are walked through side by side, so that one step of all asks
once.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

from search.show.asked import Asked

Span = tuple[int, int]
# Gives what it wants to know of: whether this string occurs.
Walk = Generator[str, bool, list[Span]]


def windows(asked: Asked, texts: Sequence[str]) -> list[list[Span]]:
    """For each text its longest stretches that occur, by start."""
    found: list[list[Span]] = [[] for _ in texts]
    walks = {at: _walk(text) for at, text in enumerate(texts)}
    answers: dict[int, bool | None] = dict.fromkeys(walks)
    while answers:
        wanted: dict[int, str] = {}
        for at, answer in answers.items():
            try:
                wanted[at] = walks[at].send(answer)  # type: ignore[arg-type]  # None begins a walk
            except StopIteration as ended:
                found[at] = ended.value
        answers = {**dict(zip(wanted, asked.occur(list(wanted.values())), strict=True))}
    return found


def _walk(text: str) -> Walk:
    found, start = [], 0
    for end in range(1, len(text) + 1):
        if start < end - 1 and not (yield text[start:end]):
            found.append((start, end - 1))
            start += 1
        while start < end and not (yield text[start:end]):
            start += 1
    if start < len(text):
        found.append((start, len(text)))
    return found
