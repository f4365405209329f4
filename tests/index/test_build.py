"""Builds: what is added, replaced and removed; the same answers as a fresh build; any Whoosh
program can search it."""

import random

import pytest
from material.index_material import MemoryStore, report
from whoosh.qparser import QueryParser
from whoosh.scoring import BM25F

from corpus.errors import XunzhangError
from corpus.records import Section
from index.build import Built, build
from index.changes import changes
from index.disk.generation import current, whoosh_index
from index.disk.merge import TIER_SEGMENTS
from index.snapshot import open_snapshot

pytestmark = pytest.mark.usefixtures("loops")


def counts(built: Built) -> tuple[int, int, int, int, int]:
    return built.added, built.replaced, built.removed, built.unchanged, built.sections


def test_changes() -> None:
    found = changes({"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "0", "d": "4"})
    assert (found.added, found.replaced, found.removed, found.unchanged) == (("a",), ("c",), ("d",), ("b",))


def test_a_build_does_what_has_to_be_done(tmp_path) -> None:
    store = MemoryStore(report(f"r{number}", ["甲", "乙"]) for number in range(8))
    assert counts(build(store, tmp_path)) == (8, 0, 0, 0, 16)
    assert counts(build(store, tmp_path)) == (0, 0, 0, 8, 16)
    store.put(report("r8", ["丙"]), report("r0", ["丁", "戊", "己"]))
    store.drop("r1")
    built = build(store, tmp_path)
    assert counts(built) == (1, 1, 1, 6, 16)
    assert built.version == open_snapshot(tmp_path).version
    assert built.version.endswith(".2")
    assert counts(build(store, tmp_path, fresh=True)) == (1 + 8 - 1, 0, 0, 0, 16)


def test_progress_is_told(tmp_path) -> None:
    told = []
    build(MemoryStore(report(f"r{n}", ["甲"]) for n in range(3)), tmp_path, progress=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]


class HalfReadable(MemoryStore):
    """A store of which one record cannot be read."""

    def report(self, report: str):
        if report == "bad":
            raise XunzhangError("记录 bad 已损坏")
        return super().report(report)


def test_a_record_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path) -> None:
    store = HalfReadable([report("bad", ["甲"]), report("r1", ["乙"])])
    built = build(store, tmp_path)
    assert counts(built) == (1, 0, 0, 0, 1)
    assert built.problems == ("记录 bad 已损坏",)


def test_a_record_that_can_no_longer_be_read_stays_as_it_was(tmp_path) -> None:
    reports = [report("bad", ["甲"]), report("r1", ["乙"]), report("r2", ["乙"])]
    build(MemoryStore(reports), tmp_path)
    build(HalfReadable([report("bad", ["改"]), *reports[1:]]), tmp_path)
    assert sum(len(segment.text.counts("甲")[0]) for segment in open_snapshot(tmp_path).segments) == 1


def facts(directory, phrases):
    """Everything that answers are made of, in an order that does not depend on segments."""
    snapshot = open_snapshot(directory)
    found = {}
    for segment in snapshot.segments:
        for doc in range(segment.size):
            if segment.live is not None and not segment.live[doc]:
                continue
            stored = segment.stored(doc)
            values = {name: snapshot.values[name][codes[doc]] for name, codes in segment.codes.items()}
            texts = (segment.text.folded(doc), segment.text.shown(doc), segment.about.folded(doc))
            numbers = (int(segment.lengths[doc]), int(segment.headings[doc]), int(segment.orders[doc]))
            found[stored.report, stored.section] = [stored, values, texts, numbers]
        for phrase in phrases:
            positions, docs = segment.text.occurrences(phrase)
            bounds = segment.text.on_boundaries(positions, len(phrase))
            for doc, bound in sorted(zip(docs.tolist(), bounds.tolist(), strict=True)):
                stored = segment.stored(doc)
                if (stored.report, stored.section) in found and (segment.live is None or segment.live[doc]):
                    found[stored.report, stored.section].append((phrase, bound))
    return found, snapshot.values


def test_any_history_gives_what_a_fresh_build_gives(tmp_path) -> None:
    rng, store = random.Random(11), MemoryStore()
    words = ["行政复议", "依法 行政", "信访", "办结率", "，", "\n", "審計", "45.9%"]
    most = 0
    for step in range(24):
        for _ in range(rng.choice([1, 1, 1, 3])):
            name = f"r{rng.randrange(14)}"
            if name in store.held and rng.random() < 0.35:
                store.drop(name)
            else:
                texts = ["".join(rng.choices(words, k=rng.randrange(1, 12))) for _ in range(rng.randrange(1, 5))]
                store.put(report(name, texts, year=rng.choice([None, 2021, 2022, 2023])))
        build(store, tmp_path / "live")
        most = max(most, len(open_snapshot(tmp_path / "live").segments))
        if step % 6 == 5:
            build(MemoryStore(store.held.values()), tmp_path / f"fresh{step}")
            phrases = ["行政", "依法行政", "访办结", "审计"]
            assert facts(tmp_path / "live", phrases) == facts(tmp_path / f"fresh{step}", phrases)
    assert 1 < most <= TIER_SEGMENTS


def searched(directory, query: str) -> dict[str, float]:
    index = whoosh_index(current(directory))
    with index.searcher(weighting=BM25F()) as searcher:
        parsed = QueryParser("text", index.schema).parse(query)
        return {hit["id"]: hit.score for hit in searcher.search(parsed, limit=None)}


def test_any_whoosh_program_can_search_the_words(tmp_path) -> None:
    store = MemoryStore(
        [report("r1", ["推进依法行政，行政复议办结率提高", "信访信访信访"]), report("r2", ["信访工作"])]
    )
    store.put(*(report(f"s{number}", ["无关"]) for number in range(6)))
    build(store, tmp_path)
    store.put(report("r3", ["優化信訪，依法 行政"]))
    store.drop("s1")
    build(store, tmp_path)
    assert searched(tmp_path, "依法行政").keys() == {"r1#0", "r3#0"}
    assert searched(tmp_path, "信訪").keys() == {"r1#1", "r3#0"}
    assert searched(tmp_path, "信访 NOT 优化").keys() == {"r1#1"}  # 信访工作 is one word of jieba's
    assert searched(tmp_path, "依法行政 OR 信访工作").keys() == {"r1#0", "r2#0", "r3#0"}
    assert searched(tmp_path, "report:r1").keys() == {"r1#0", "r1#1"}
    scores = searched(tmp_path, "信访")
    assert scores["r1#1"] > scores["r3#0"] > 0  # frequencies and lengths are there
    index = whoosh_index(current(tmp_path))
    with index.reader() as reader:
        assert reader.frequency("text", "信访") == 4
        assert reader.doc_frequency("text", "依法行政") == 2
        assert "无关".encode() in set(reader.lexicon("text"))


def test_whoosh_can_merge_everything_itself(tmp_path) -> None:
    store = MemoryStore(report(f"r{number}", ["信访信访", "依法行政"]) for number in range(4))
    build(store, tmp_path)
    store.put(report("r9", ["信访"]))
    build(store, tmp_path)
    from index.disk.codec import CharacterCodec

    whoosh_index(current(tmp_path)).writer(codec=CharacterCodec(), compound=False).commit(optimize=True)
    (only,) = open_snapshot(tmp_path).segments
    assert only.text.counts("信访")[1].tolist() == [1, 2, 2, 2, 2] or only.text.counts("信访")[1].sum() == 9
    with whoosh_index(current(tmp_path)).reader() as reader:
        assert reader.frequency("text", "信访") == 9
        assert reader.doc_frequency("text", "信访") == 5


@pytest.mark.slow
def test_many_reports_are_analysed_by_several_processes(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("index.analysts.WORTH_STARTING", 20)
    monkeypatch.setattr("index.analysts.BATCH_CHARACTERS", 30)
    monkeypatch.setattr("index.analysts.cores", lambda: 2)
    store = HalfReadable(report(f"r{number:02}", [f"第{number}批 信访", "审计"]) for number in range(20))
    store.put(report("bad", ["甲"]))
    told = []
    built = build(store, tmp_path / "several", progress=lambda *at: told.append(at))
    assert (counts(built), len(built.problems)) == ((20, 0, 0, 0, 40), 1)
    assert told == [(done, 21) for done in range(1, 22)]
    store.drop("bad")
    monkeypatch.setattr("index.analysts.cores", lambda: 1)
    build(store, tmp_path / "one")
    assert facts(tmp_path / "several", ["信访", "批信"]) == facts(tmp_path / "one", ["信访", "批信"])


@pytest.mark.slow
def test_what_goes_wrong_in_another_process_is_raised_here(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("index.analysts.WORTH_STARTING", 1)
    monkeypatch.setattr("index.analysts.cores", lambda: 2)
    with pytest.raises(TypeError):
        build(MemoryStore([report("r1", [Section("1", 1, 7, None, "甲")])]), tmp_path)
    assert list(tmp_path.glob("[0-9]*")) == []


def test_a_report_that_lost_its_sections_is_gone(tmp_path) -> None:
    store = MemoryStore(report(f"r{number}", ["甲"]) for number in range(4))
    build(store, tmp_path)
    store.put(report("r0", []))
    assert build(store, tmp_path).sections == 3


def test_a_large_corpus_becomes_several_segments(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("index.build.SEGMENT_CHARACTERS", 10)
    store = MemoryStore(report(f"r{number}", ["信访" * 2, "审计"]) for number in range(5))
    assert build(store, tmp_path / "several").sections == 10
    assert [segment.size for segment in open_snapshot(tmp_path / "several").segments] == [4, 4, 2]
    monkeypatch.undo()
    build(store, tmp_path / "one")
    assert facts(tmp_path / "several", ["访信"]) == facts(tmp_path / "one", ["访信"])
