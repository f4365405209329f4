"""No damage to an index ends the process, and nothing that happens in the middle of a count changes
it."""

import gc

import numpy as np
import pytest
from material.asked_elsewhere import reports, run
from material.few_reports import report
from material.plain_scan import Shelf
from material.segments_made import Compiled, arrays_of, both

from index.build import build
from index.characters.plain import Plain

loops = pytest.importorskip("search.loops.compiled", reason="not compiled here", exc_type=ImportError)

DAMAGES = 200
TEXTS = ["园区服务" * 60 + "法治", "政 法", "", "法治" * 40, "政法"] * 15
NOT_THERE = [np.array(docs, np.int64) for docs in ([-1], [0, len(TEXTS)], [2**40], [-(2**40), 1])]


@pytest.mark.slow
def test_a_damaged_index_is_an_error_or_an_answer(tmp_path):
    build(Shelf([*reports(3, 30), report("x", "")]), tmp_path)
    ended = run("index_damaged.py", tmp_path, DAMAGES)
    assert ended.returncode == 0, ended.stderr
    assert "IndexDamaged" in ended.stdout


def levelled(offsets):
    offsets[5:] = offsets[-1]


def too_short(offsets):
    offsets[1:] -= 1


def too_late(offsets):
    offsets[0] = 1


def too_far(offsets):
    offsets[-1] += 1


def falling(offsets):
    offsets[3], offsets[4] = offsets[4], offsets[3]


@pytest.mark.parametrize("twin", [Compiled, Plain])
@pytest.mark.parametrize("name", ["starts", "written_starts", "head_rows"])
@pytest.mark.parametrize(
    "damage", [levelled, too_short, too_late, too_far, falling], ids=lambda damage: damage.__name__
)
def test_offsets_that_lead_astray_are_refused(name, damage, twin):
    arrays = arrays_of(TEXTS)
    damage(arrays[name])
    with pytest.raises(ValueError, match=f"{name} lead out of"):
        twin(arrays)


@pytest.mark.parametrize("twin", [Compiled, Plain])
def test_more_suffixes_than_characters_are_refused(twin):
    arrays = arrays_of([]) | {"suffixes": np.zeros(1, np.uint32), "documents": np.zeros(1, np.uint8)}
    arrays |= {"heads": np.ones(1, np.uint16), "head_rows": np.array([0, 1], np.uint32)}
    with pytest.raises(ValueError, match="differ in length"):
        twin(arrays)


@pytest.mark.parametrize("docs", NOT_THERE, ids=str)
def test_documents_that_are_not_there_are_an_error(docs):
    """They come of positions in a damaged file."""
    text, many = Compiled(arrays_of(TEXTS)), np.zeros(len(TEXTS), np.int64)
    norms, bounds = np.ones(len(docs)), np.zeros(len(docs))
    calls = (
        lambda: text.counts_of(docs, 0, 1),
        lambda: text.counted(0, 1, None, docs),
        lambda: text.counts_through(docs, "政"),
        lambda: text.places(docs.item(-1) if len(docs) > 1 and docs[-1] > 1 else docs.item(0), "政"),
        lambda: text.belong(docs, many.astype(np.int32), many[:1]),
        lambda: text.belong(many[:1], many.astype(np.int32), docs),
        lambda: text.weighted(docs, many, "政", 0, 1, 0.5),
        lambda: text.weighted_through(docs, many, "政", 0.5),
        lambda: loops.norms(many.astype(np.uint32), docs, 1.0, 1.0, 1.0),
        lambda: loops.by_code(many.astype(np.int32), docs, 1),
        lambda: loops.add_bounds(bounds, bounds, norms, docs, docs, many, 1, None, 1.0, 1.0, 1.0, 1.0, 1.0),
        lambda: loops.shown(text, docs[np.argmax(abs(docs))], ["政"]),
    )
    for call in calls:
        with pytest.raises(IndexError):
            call()


def test_what_was_written_may_be_shorter_than_what_is_found():
    arrays = arrays_of(TEXTS)
    arrays["written_starts"] = arrays["written_starts"][-1] - np.arange(len(TEXTS), -1, -1, dtype=np.uint32)
    arrays["written_starts"][0] = 0
    text = Compiled(arrays)
    for doc in range(1, len(TEXTS)):
        found = loops.shown(text, doc, ["法治", "政法", "法"])
        assert found is None or found[0].text == ""


def test_a_search_while_garbage_is_collected_changes_no_other():
    """A finalizer may run anything, or let another thread run."""
    compiled, pure = both(arrays_of(TEXTS))
    live = np.ones(len(TEXTS), np.bool_)
    asked = {phrase: pure.rows(phrase) for phrase in ("法", "治")}
    expected = {phrase: [part.tolist() for part in pure.counted(*rows)] for phrase, rows in asked.items()}
    wrong = []

    def ask(phrase):
        if [part.tolist() for part in compiled.counted(*asked[phrase], live)] != expected[phrase]:
            wrong.append(phrase)

    def collecting(phase, _):
        if phase == "start":
            ask("治")

    before = gc.get_threshold()
    gc.callbacks.append(collecting)
    gc.set_threshold(1)
    try:
        for _ in range(20):
            ask("法")
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(collecting)
    assert wrong == []
