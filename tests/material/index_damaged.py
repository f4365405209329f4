"""Changes bytes of the index in a folder and asks it everything, so many times: run in a process of
its own, which may die of it.

Prints how often nothing was noticed, and which exceptions there were otherwise.
"""

import json
import random
import struct
import sys
from collections import Counter
from itertools import product
from pathlib import Path

from material.answers_printed import DRAFTS, QUERIES

from index.characters.arrays import ALIGNMENT
from index.disk.generation import current
from search.across.passages import Compared
from search.embedded import Embedded
from search.request import Request

# What is most likely to lead astray.
EXTREMES = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\0\0\0\x80", b"\xff\xff\xff\x7f", b"\1\0\0\0")


def placed(content):
    """Where each array of a file lies, and where the next begins."""
    (length,) = struct.unpack_from("<I", content, 4)
    directory = json.loads(content[8 : 8 + length])
    base = -(-(8 + length) // ALIGNMENT) * ALIGNMENT
    directory.pop("")
    sizes = {name: int(dtype[2:]) * count for name, (dtype, count, _) in directory.items()}
    return {name: (base + at, sizes[name]) for name, (_, _, at) in directory.items() if sizes[name]}


def damaged(content, name, chance):
    """A file with some bytes of one array, or of its directory, changed."""
    at, size = placed(content).get(name, (0, ALIGNMENT * 4))
    spoilt, change = bytearray(content), chance.choice((one_byte, extreme, levelled))
    for _ in range(chance.choice((1, 1, 3, 30))):
        change(spoilt, at, size, chance)
    return bytes(spoilt[: len(content)])


def one_byte(spoilt, at, size, chance):
    spoilt[at + chance.randrange(size)] = chance.randrange(256)


def extreme(spoilt, at, size, chance):
    place = at + chance.randrange(size) // 4 * 4
    spoilt[place : place + 4] = chance.choice(EXTREMES)


def levelled(spoilt, at, size, chance):
    """A stretch all of one number, as it stands at its beginning or its end: offsets still
    ascend."""
    first, last = sorted(chance.randrange(size) // 4 * 4 for _ in range(2))
    number = spoilt[at + chance.choice((first, last)) :][:4]
    spoilt[at + first : at + last + 4] = number * (1 + (last - first) // 4)


def raised(ask):
    """The name of what asking raises."""
    try:
        ask()
    except (Exception, SystemError) as error:
        return type(error).__name__
    return "nothing"


def asked(folder, chance):
    """Everything asked of the index as it is now."""
    engine = Embedded(folder)
    noticed = raised(lambda: engine.view)
    if noticed != "nothing":
        return Counter([noticed])
    requests = [Request(typed, {}, sort, 0, 40) for typed, sort in product(QUERIES, ("relevance", "newest"))]
    found = Counter(raised(lambda each=each: engine.search(each)) for each in chance.sample(requests, 12))
    found[raised(lambda: engine.kwic(chance.choice(requests)))] += 1
    found[raised(lambda: engine.suggest("法"))] += 1
    found[raised(lambda: engine.passages(Compared(chance.choice(DRAFTS), least=8, nearest=True)))] += 1
    return found


def spoil_and_ask(folder, times, seed=1):
    """So many damages, each to a sound index; all arrays take their turn."""
    chance, found = random.Random(seed), Counter()
    columns = {
        path: path.read_bytes() for path in sorted(current(folder).glob("*.col")) if path.read_bytes()[:4] == b"XZA1"
    }
    turns = [(path, name) for path, content in columns.items() for name in [*placed(content), "directory"]]
    for turn in range(times):
        path, name = turns[turn % len(turns)]
        path.unlink()  # what is mapped stays as it was
        path.write_bytes(damaged(columns[path], name, chance))
        found += asked(folder, chance)
        path.unlink()
        path.write_bytes(columns[path])
    return found


if __name__ == "__main__":
    print(dict(spoil_and_ask(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))))
