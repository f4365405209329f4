"""The race runs, on a small generated corpus: the harness is right about what is found, and
publishes no text."""

import importlib.util
import json
from dataclasses import asdict
from urllib.parse import parse_qs, urlsplit

import pytest

from benchmarks.askers import ASKERS, shares, summed
from benchmarks.chart import bars, lines
from benchmarks.cutting import BREAK, bigrams
from benchmarks.documents import generated
from benchmarks.engines import build
from benchmarks.entrants import Entrant
from benchmarks.figures import Truth, judged, truths, without
from benchmarks.growth import crossing, series
from benchmarks.growth import table as growth
from benchmarks.load import path
from benchmarks.material import Material, Plant, altered, cut, planted, reports, write
from benchmarks.peers.ours import SEGMENTS, OursWorn, deleted
from benchmarks.questions import FREQUENT, KINDS, Question, questions
from benchmarks.scan import Scan
from benchmarks.speed import main
from benchmarks.table import tables
from benchmarks.targets import verdicts

SECTIONS = 200
PLANTS = [Plant("松竹梅兰", 7), Plant("鹤鸥燕莺", 1)]
TANTIVY = pytest.mark.skipif(not importlib.util.find_spec("tantivy"), reason="tantivy is not installed (make bench)")


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    made = planted(reports(list(generated(SECTIONS)), 2), SECTIONS // 2, PLANTS)
    return write(tmp_path_factory.mktemp("speed") / "material.jsonl", made)


@pytest.fixture(scope="module")
def rows(material):
    return list(material.rows())


@pytest.mark.slow
@pytest.mark.parametrize("other", ["sqlite", pytest.param("tantivy", marks=TANTIVY)])
def test_a_small_race(other, tmp_path, monkeypatch):
    monkeypatch.setattr("benchmarks.engines.SECONDS", 1.0)
    engines = ["--engines", f"ours,{other}", "--passes", "1", "--work", str(tmp_path)]
    run = main(["--generated", "--sections", str(SECTIONS), *engines])
    assert not run["skipped"]
    for engine in run["engines"].values():
        for kind in ("phrase", "planted"):
            assert engine["summary"][kind]["recall"] == 1
            assert engine["summary"][kind]["equal"] == engine["summary"][kind]["answered"]
    asked = json.loads((tmp_path / "questions.json").read_text(encoding="utf8"))
    assert not [
        question["phrase"]
        for question in asked
        if len(question["phrase"]) > 2 and question["phrase"] in json.dumps(run)
    ]
    assert bars(run).count("<circle") >= len(run["engines"])
    assert tables(run).count(run["engines"]["ours"]["label"]) == 2 + len(KINDS)
    assert run["engines"]["ours"]["at_once"]["answers"] > ASKERS
    assert run["engines"][other]["at_once"] is None
    assert lines(series([run, run])).count("<polyline") == 2 * len(run["engines"])
    assert growth([run, run], "ours").count("\n") == 3
    assert "met     ours: sections and occurrences equal to the plain scan for 76 of 76 phrases" in list(verdicts(run))


def test_a_worn_index_is_judged_by_what_is_left(material, rows, tmp_path):
    (tmp_path / "index").mkdir()
    peer, scan = OursWorn(Material(material.path), tmp_path / "index"), Scan(row.body for row in rows)
    peer.build()
    peer.open()
    assert len(peer.engine.view.segments) == SEGMENTS
    gone = {number for _, numbers in deleted(material) for number in numbers}
    asked = [question for question in questions(rows, scan, PLANTS) if question.phrase][::3]
    for question, truth in zip(asked, truths(asked, rows, scan), strict=True):
        found = asdict(peer.read(peer.ask(question))) | {"found": list(peer.found(question))}
        assert judged(found, without(truth, question, scan, gone))["equal"], question


def test_an_engine_that_is_not_there_is_skipped(tmp_path):

    missing = Entrant("absent", "Absent", "absent:Absent")
    built, skipped = build([missing], tmp_path)
    assert not built
    assert skipped.keys() == {"absent"}


def test_material_is_read_back(rows, material):
    made = list(reports(list(generated(SECTIONS)), 2))
    assert [report.id for report in made] == list(material.held)
    assert sum(len(report.sections) for report in made) == len(rows)
    assert material.report(made[3].id).id == made[3].id


def test_plants_stand_in_the_first_copy_only(rows):
    scan = Scan(row.body for row in rows)
    for phrase, count in (("松竹梅兰", 7), ("鹤鸥燕莺", 1)):
        found = scan.sections([phrase])
        assert len(found) == count
        assert max(found) < SECTIONS // 2


def test_copies_are_altered_a_little():
    paragraph = "依法行政和营商环境优化工作持续推进应当公开的信息全部公开" * 4
    copy = altered(paragraph, 1)
    assert altered(paragraph, 0) == paragraph
    assert len(copy) == len(paragraph)
    assert 0 < sum(a != b for a, b in zip(copy, paragraph, strict=True)) <= 5


def test_sections_end_with_paragraphs():
    assert [len(group) for group in cut(["字" * 100] * 9)] == [4, 4, 1]


def test_the_scan_counts_overlapping_occurrences():
    scan = Scan(["一一一二", "一一", "二"])
    assert scan.occurrences("一一").tolist() == [0, 0, 1]
    assert scan.sections(["一一", "二"]).tolist() == [0]


def test_no_pair_runs_over_a_paragraph():
    assert bigrams("甲乙\n丙丁戊") == ["甲乙", BREAK, "丙丁", "丁戊"]


def test_questions_are_drawn_from_the_material(rows):
    scan = Scan(row.body for row in rows)
    asked = questions(rows, scan, [Plant("松竹梅兰", 7)])
    assert asked == questions(rows, scan, [Plant("松竹梅兰", 7)])
    for question in asked:
        held = len(scan.sections(question.strings))
        assert (
            held == 0
            if question.origin == "absent" and question.kind == "phrase"
            else held or question.phrase in FREQUENT
        )


def test_judging():
    truth = Truth(frozenset({1, 2}), 3)
    assert judged(None, truth) is None
    right = {"total": 2, "found": [1, 2], "occurrences": 3}
    assert judged(right, truth) == {"total": 2, "recall": 1.0, "beyond": 0, "equal": True}
    assert not judged(right | {"occurrences": 2}, truth)["equal"]
    assert judged({"total": 2, "found": [2, 5], "occurrences": None}, truth) == {
        "total": 2, "recall": 0.5, "beyond": 1, "equal": False,
    }  # fmt: skip


@pytest.mark.parametrize(("askers", "processes", "dealt"), [(16, 2, [8, 8]), (16, 3, [6, 5, 5]), (1, 1, [1])])
def test_askers_are_dealt_out(askers, processes, dealt):
    assert shares(askers, processes) == dealt


def test_what_many_found_is_added_up():
    found = summed([[[1.0, 3.0], []], [[5.0], [10.0]]], ["phrase", "words"], 16, 2.0)
    assert (found["answers"], found["a_second"], found["processes"]) == (4, 2.0, 2)
    assert (found["p50"], found["worst"], found["kinds"]["phrase"]["p50"]) == (4.0, 10.0, 3.0)
    assert found["kinds"]["planted"] == {}


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [((1, 10), (100, 100), "10 ^ 5.0"), ((1, 1), (5, 9), "never"), ((1, 2), (10, 20), "never")],
)
def test_where_curves_cross(here, there, said):
    runs = [
        {
            "material": {"sections": sections},
            "questions": [{"kind": "words", "sections": 3}, {"kind": "words", "sections": 0}],
            "engines": {name: {"rounds": [{"wall": [ms, 1e6]}]} for name, ms in (("ours", a), ("opensearch", b))},
        }
        for sections, a, b in zip((1_000, 10_000), here, there, strict=True)
    ]
    assert said in crossing(runs, "words", "p95")


def test_a_question_as_an_address():
    asked = Question("filter", "random", phrase='甲"乙', year="2021")
    assert parse_qs(urlsplit(path(asked)).query) == {"q": ['"甲\\"乙"'], "year": ["2021"]}
