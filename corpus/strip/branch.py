"""Sentences below a body that stand in another branch of the page: teasers of other articles, a box
for questions, another document.

Paragraphs that merely fell out of the body's element, for markup breaks, are no other branch: they
hang on an element around the body.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.line.weight import Weighed
from corpus.text.numbering import number_of

# The body's own branch holds such a share of its sentences; what hangs beside it weighs no more
# than the rest.
OWN = 0.7
# Elements that hold single paragraphs: they tell nothing about branches. A div or section without a
# name may be one, too.
_PARAGRAPHS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "pre", "blockquote", "div", "section", "center"]
)


def own_end(weighed: Sequence[Weighed], span: tuple[int, int]) -> int:
    """The line after the last one of the span that stands in the body's own branch."""
    start, end = span
    branch = _branch(weighed[start:end])
    last = next((at for at in range(end, start, -1) if not _beside(weighed[at - 1], branch)), end)
    if last == end or not branch or _goes_on(weighed[start:last], weighed[last:end]):
        return end
    return last


def _branch(lines: Sequence[Weighed]) -> tuple[str, ...]:
    """The containers that hold nearly all sentences, without the elements of the single
    paragraphs."""
    sentences = [line for line in lines if line.prose and line.line.path]
    total = sum(line.weight for line in sentences)
    branch: tuple[str, ...] = ()
    while sentences:
        shares: dict[str, float] = {}
        for line in sentences:
            if len(line.line.path) > len(branch):
                name = line.line.path[len(branch)]
                shares[name] = shares.get(name, 0.0) + line.weight
        best = max(shares, key=lambda name: shares[name], default="")
        if not best or shares[best] < OWN * total:
            break
        branch = (*branch, best)
        sentences = [line for line in sentences if line.line.path[: len(branch)] == branch]
    while branch and branch[-1].split(".")[0].split("#")[0] in _PARAGRAPHS - {"div", "section"}:
        branch = branch[:-1]
    while branch and branch[-1] in _PARAGRAPHS:
        branch = branch[:-1]
    return branch


def _beside(line: Weighed, branch: tuple[str, ...]) -> bool:
    """Does the line stand in an element of its own beside the branch?"""
    path = line.line.path
    shared = 0
    while shared < min(len(path), len(branch)) and path[shared] == branch[shared]:
        shared += 1
    return shared < len(branch) and any(name not in _PARAGRAPHS for name in path[shared:])


def _goes_on(body: Sequence[Weighed], beside: Sequence[Weighed]) -> bool:
    """Do the headings beside go on with the body's count?"""
    counted = {(number.family, number.value) for line in body if (number := number_of(line.line.text))}
    following = next((number for line in beside if line.heading and (number := number_of(line.line.text))), None)
    return following is not None and following.value > 1 and (following.family, following.value - 1) in counted
