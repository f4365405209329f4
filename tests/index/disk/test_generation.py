"""Generations: swapping, building beside readers, and every way in which an index can be missing,
damaged, old or busy."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from material.checkout import ROOT, TESTS
from material.index_material import MemoryStore, report

from corpus.errors import XunzhangError
from index import live as live_module
from index.build import build
from index.disk.generation import current, new_generation, writing
from index.errors import IndexBusy, IndexDamaged, IndexMissing, IndexOutdated
from index.live import Live
from index.snapshot import open_snapshot

pytestmark = pytest.mark.usefixtures("loops")

STORE = MemoryStore([report("r1", ["信访"]), report("r2", ["审计"]), report("r3", ["复议"])])


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir() if path.is_dir())


def occurrences(snapshot, phrase: str) -> int:
    return sum(int(segment.text.counts(phrase)[1].sum()) for segment in snapshot.segments)


def test_a_fresh_build_swaps_and_keeps_the_one_before_it(tmp_path) -> None:
    build(STORE, tmp_path)
    before = open_snapshot(tmp_path)
    (first,) = names(tmp_path)
    version = build(STORE, tmp_path, fresh=True).version
    second = version.removesuffix(".1")
    assert names(tmp_path) == [first, second]
    build(STORE, tmp_path, fresh=True)
    third = names(tmp_path)[-1]
    assert names(tmp_path) == [second, third]
    assert occurrences(before, "信访") == 1  # what was opened stays readable, though its files are gone
    build(STORE, tmp_path)
    assert names(tmp_path) == [third]


def test_what_a_killed_build_left_is_removed_and_does_not_answer(tmp_path) -> None:
    build(STORE, tmp_path)
    (new_generation(tmp_path) / "half").write_bytes(b"\0")
    first, half = names(tmp_path)
    assert open_snapshot(tmp_path).version == f"{first}.1"
    build(STORE, tmp_path)
    assert names(tmp_path) == [first]
    assert not (tmp_path / half).exists()


class Failing(MemoryStore):
    """A store that breaks off in the middle."""

    def report(self, report: str):
        if report == "r9":
            raise RuntimeError("disk full")
        return super().report(report)


@pytest.mark.parametrize("fresh", [False, True])
def test_a_build_that_fails_leaves_the_index_as_it_was(tmp_path, fresh: bool) -> None:
    build(STORE, tmp_path)
    store = Failing(STORE.held.values())
    store.put(report("r0", ["信访"]), report("r9", ["信访"]))
    with pytest.raises(RuntimeError):
        build(store, tmp_path, fresh=fresh)
    assert len(names(tmp_path)) == 1
    assert occurrences(open_snapshot(tmp_path), "信访") == 1
    store.drop("r9")
    build(store, tmp_path)
    assert occurrences(open_snapshot(tmp_path), "信访") == 2


KILLED = """
import sys, time
sys.path[:0] = {path!r}
from pathlib import Path
from material.index_material import MemoryStore, report
from index.build import build
from index import analysts
if sys.argv[2] == "several":
    analysts.WORTH_STARTING, analysts.cores = 1, lambda: 2
class Slow(MemoryStore):
    def report(self, report):
        if report == "r9":
            print("there", flush=True)
            time.sleep(60)
        return super().report(report)
store = Slow([report("r1", ["信访"]), report("r2", ["审计"]), report("r3", ["复议"]), report("r9", ["信访"])])
build(store, Path(sys.argv[1]), fresh=sys.argv[2] != "update")
"""


@pytest.mark.slow
@pytest.mark.parametrize("how", ["update", "fresh", "several"])
def test_nobody_waits_for_a_build_that_was_killed(tmp_path, how: str) -> None:
    build(STORE, tmp_path)
    script = KILLED.format(path=[str(ROOT), str(TESTS)])
    other = subprocess.Popen([sys.executable, "-c", script, str(tmp_path), how], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"there\n"
        with pytest.raises(IndexBusy, match="另一个程序正在更新索引"):
            build(STORE, tmp_path)
        assert occurrences(open_snapshot(tmp_path), "信访") == 1
    finally:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
    store = MemoryStore([*STORE.held.values(), report("r4", ["信访"])])
    build(store, tmp_path)
    assert occurrences(open_snapshot(tmp_path), "信访") == 2
    left = {path.suffix for path in current(tmp_path).iterdir()}
    assert left <= {"", ".col", ".trm", ".pst", ".toc"}  # nothing of the killed build


def test_the_lock_is_let_go(tmp_path) -> None:
    with writing(tmp_path), pytest.raises(IndexBusy), writing(tmp_path):
        pass
    with writing(tmp_path):
        pass


def remove_current(directory: Path) -> None:
    (directory / "CURRENT").unlink()


def remove_generation(directory: Path) -> None:
    shutil.rmtree(current(directory))


def remove_toc(directory: Path) -> None:
    next(current(directory).glob("*.toc")).unlink()


def remove_characters(directory: Path) -> None:
    next(current(directory).glob("*.text.col")).unlink()


def cut_off(pattern: str):
    def damage(directory: Path) -> None:
        path = next(current(directory).glob(pattern))
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return damage


def fill(pattern: str):
    def damage(directory: Path) -> None:
        path = next(current(directory).glob(pattern))
        path.write_bytes(b"\xff" * path.stat().st_size)

    return damage


def other_format(directory: Path) -> None:
    (current(directory) / "FORMAT").write_text("0-old\n")


def remove_format(directory: Path) -> None:
    (current(directory) / "FORMAT").unlink()


def empty_current(directory: Path) -> None:
    (directory / "CURRENT").write_text("")


DAMAGES = [
    (remove_current, IndexMissing, "xunzhang build"),
    (empty_current, IndexDamaged, "--fresh"),
    (remove_generation, IndexDamaged, "--fresh"),
    (remove_toc, IndexDamaged, "--fresh"),
    (remove_characters, IndexDamaged, "--fresh"),
    (remove_format, IndexDamaged, "--fresh"),
    (other_format, IndexOutdated, "--fresh"),
    *((cut_off(pattern), IndexDamaged, "--fresh") for pattern in ("*.toc", "*.text.col", "*.about.col", "*.facts.col")),
    *((fill(pattern), IndexDamaged, "--fresh") for pattern in ("*.toc", "*.text.col", "*.about.col", "*.facts.col")),
]


@pytest.mark.parametrize(("damage", "error", "advice"), DAMAGES)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path, damage, error, advice: str) -> None:
    build(STORE, tmp_path)
    damage(tmp_path)
    with pytest.raises(error, match=advice) as caught:
        open_snapshot(tmp_path)
    assert isinstance(caught.value, XunzhangError)
    assert str(caught.value).count("。") == 1
    if error is not IndexMissing:
        with pytest.raises(error):
            build(STORE, tmp_path)
    assert build(STORE, tmp_path, fresh=True).sections == 3


def test_no_index_at_all(tmp_path) -> None:
    with pytest.raises(IndexMissing, match="xunzhang build"):
        open_snapshot(tmp_path / "nowhere")
    with pytest.raises(IndexMissing):
        Live(tmp_path / "nowhere").snapshot()


@pytest.fixture
def impatient(monkeypatch) -> None:
    monkeypatch.setattr(live_module, "PATIENCE", 0.0)


@pytest.mark.usefixtures("impatient")
def test_live_sees_commits_and_swaps_and_old_snapshots_stay(tmp_path) -> None:
    store = MemoryStore(STORE.held.values())
    build(store, tmp_path)
    live = Live(tmp_path)
    first = live.snapshot()
    assert live.snapshot() is first
    store.put(report("r4", ["信访信访"]))
    build(store, tmp_path)
    second = live.snapshot()
    build(store, tmp_path, fresh=True)
    third = live.snapshot()
    assert [each.version.split(".")[1] for each in (first, second, third)] == ["1", "2", "1"]
    assert first.version < second.version < third.version
    assert [occurrences(each, "信访") for each in (first, second, third)] == [1, 3, 3]


def test_live_asks_the_disk_at_most_once_a_second(tmp_path, monkeypatch) -> None:
    build(STORE, tmp_path)
    live, asked = Live(tmp_path), []
    first = live.snapshot()
    monkeypatch.setattr(live_module, "_version", lambda directory: asked.append(1) or first.version)
    for _ in range(50):
        assert live.snapshot() is first
    assert asked == []
    monkeypatch.setattr(live, "_looked", time.monotonic() - 2)
    for _ in range(50):
        assert live.snapshot() is first
    assert asked == [1]


@pytest.mark.usefixtures("impatient")
def test_readers_never_see_half_a_commit(tmp_path) -> None:
    store = MemoryStore(report(f"r{number}", ["信访"]) for number in range(10))
    build(store, tmp_path)
    live, seen, failed, stop = Live(tmp_path), set(), [], threading.Event()

    def count(snapshot) -> int:
        total = 0
        for segment in snapshot.segments:
            docs, counts = segment.text.counts("信访")
            total += int(counts.sum() if segment.live is None else counts[segment.live[docs]].sum())
        return total

    def read() -> None:
        try:
            while not stop.is_set():
                seen.add(count(live.snapshot()))
        except XunzhangError as error:
            failed.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for step in range(8):
        # Each change replaces two reports at once and keeps the sum.
        store.put(report("r0", ["信访" * (step % 3)]), report("r1", ["信访" * (2 - step % 3)]))
        build(store, tmp_path, fresh=step == 5)
    stop.set()
    for reader in readers:
        reader.join()
    assert (failed, seen) == ([], {10})
