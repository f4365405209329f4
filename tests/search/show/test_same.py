"""How many sections of an answer say the same as a hit, against counting them one by one."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.few_reports import report
from material.plain_scan import Shelf

from index.build import build
from index.disk.facts import packed
from index.disk.prints import prints
from index.disk.stored import section_line
from search.embedded import Embedded
from search.request import MAX_LIMIT, Request

TEXTS = (
    "推行柳叶清单，事项公开。",
    "推行柳叶清单，依法审计。",
    "推行柳叶清单，依法审计，事项公开。",
    "。",
    "柳叶清单有52项。",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """Reports in several segments, some of them replaced since: equal texts, some twice in one
    report."""
    folder = tmp_path_factory.mktemp("same") / "index"
    every = [
        report(f"{n}", *(TEXTS[(n * step + step) % len(TEXTS)] for step in range(1, 4)), year=2018 + n % 5)
        for n in range(40)
    ]
    build(Shelf(every[:30]), folder)
    build(Shelf([*every[:10], report("11", TEXTS[0]), *every[12:]]), folder)
    return Embedded(folder)


@pytest.mark.parametrize("query", ["", "柳叶清单", '"依法审计"', "-审计", "year:2019", "火星"])
@pytest.mark.parametrize("limit", [3, MAX_LIMIT])
def test_each_hit_is_told_how_many_say_the_same(engine, query, limit):
    every = engine.search(Request(query, limit=MAX_LIMIT, partial=False)).hits
    known = Counter(hit.fingerprint for hit in every)
    for offset in range(0, len(every), limit):
        answer = engine.search(Request(query, offset=offset, limit=limit, partial=False, same=True))
        assert answer.same == tuple(known[hit.fingerprint] if hit.fingerprint else 1 for hit in answer.hits)


def test_nobody_is_told_who_does_not_ask(engine):
    assert engine.search(Request("柳叶清单")).same == ()
    assert engine.pinned().search(Request("柳叶清单", same=True)).same


LINES = st.tuples(
    st.text("1.ab", max_size=4),
    st.sampled_from(["", "a" * 16, "b" * 16, "a" * 15, "ab" * 8]),
    st.lists(st.text("标题", max_size=3)),
)


@settings(max_examples=300)
@given(st.lists(LINES, max_size=8), st.data())
def test_fingerprints_are_read_from_their_lines(lines, data):
    records = [section_line(section, 1, fingerprint, above) for section, fingerprint, above in lines]
    empty = data.draw(st.sets(st.integers(0, max(0, len(lines) - 1))))
    records = [b"" if place in empty else record for place, record in enumerate(records)]
    arrays = packed("hit", records)
    found = prints(arrays["hit"], arrays["hit.starts"]).tolist()
    written = ["" if place in empty else line[1] for place, line in enumerate(lines)]
    assert [bool(key) for key in found] == [len(text) == 16 for text in written]
    keyed = {(text, key) for text, key in zip(written, found, strict=True) if key}
    assert len(keyed) == len({text for text, _ in keyed}) == len({key for _, key in keyed})
