"""The rule everything stands on: a phrase finds exactly the sections, and in them exactly the
occurrences, of a plain scan.

On the sample, the five real reports and 72 national work reports (1.1 million characters), through
the query's own escaping, the index on disk and the whole answer; half of the phrases are typed in
another script, width, with spaces or variation selectors.
"""

import random
from dataclasses import replace

import pytest
from material.character_scan import PlainScan, sprinkled, substrings, typed_otherwise
from material.checkout import SAMPLE
from material.few_reports import report as made
from material.real_reports import work_reports
from material.shared_material import SEEDS, needs_data, needs_seeds

from corpus.clean import clean
from corpus.intake.add import add
from corpus.records import Page
from corpus.store.folder import Store
from corpus.text.fold import squeeze
from search.match.spans import spans
from search.query.read import escape, parse
from search.request import Request

pytestmark = pytest.mark.usefixtures("loops")


class Held:
    """Reports as the builder reads them, without a folder."""

    def __init__(self, reports):
        self.by_id = {report.id: report for report in reports}

    def stamps(self):
        return {name: str(hash(report.to_dict().__repr__())) for name, report in self.by_id.items()}

    def report(self, name):
        return self.by_id[name]

    def reports(self):
        return [self.by_id[name] for name in sorted(self.by_id)]


def check(engine, reports, number, seed, sections=None):
    """Ask for `number` random substrings; every answer must equal the plain scan's."""
    chance, scan = random.Random(seed), PlainScan(reports)
    texts = {(report.id, section.id): section.text for report in reports for section in report.sections}
    for n, phrase in enumerate(substrings(reports, number, chance)):
        typed = typed_otherwise(phrase, chance) if n % 2 else phrase
        answer = engine.search(Request(escape(typed), limit=5))
        expected = scan.counts(phrase)
        assert answer.total.sections == len(expected), (typed, phrase)
        assert answer.total.occurrences == expected.total(), (typed, phrase)
        for hit in answer.hits:
            assert hit.occurrences == expected[hit.report, hit.section], (typed, phrase)
            assert_ranges(hit.snippet.text, hit.snippet.ranges, phrase)
            whole = texts[hit.report, hit.section]
            found = spans(parse(escape(typed)), whole)
            assert len(found) == hit.occurrences
            assert {squeeze(whole[start:end]) for start, end in found} == {squeeze(phrase)}


def assert_ranges(text, ranges, phrase):
    assert ranges, "a hit shows why it is one"
    for start, end in ranges:
        covered = squeeze(text[start:end])
        assert covered.startswith(squeeze(phrase)), (text, phrase)
        assert covered.endswith(squeeze(phrase)), (text, phrase)


def built(engine_over, reports, folder):
    held = Held(reports)
    return engine_over(held, folder), held.reports()


def test_on_the_sample(engine_over, tmp_path):
    store = Store(tmp_path / "data")
    assert {outcome.status for outcome in add(store, [SAMPLE])} == {"added"}
    check(engine_over(store, tmp_path / "index"), list(store.reports()), 400, seed=1)


@pytest.mark.slow
def test_on_a_sample_full_of_variation_selectors(engine_over, tmp_path):
    """Every section is written with selectors and spaces between its characters, on both sides of
    U+FFFF."""
    store, chance = Store(tmp_path / "data"), random.Random(5)
    assert len(list(add(store, [SAMPLE]))) > 1
    engine, reports = built(engine_over, [with_selectors(report, chance) for report in store.reports()], tmp_path / "i")
    check(engine, reports, 300, seed=6)


def with_selectors(report, chance):
    sections = [replace(section, text=sprinkled(section.text, chance, 0.1)) for section in report.sections]
    return replace(report, sections=tuple(sections))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("葛\U000e0100法治建设", "“葛法治”"),
        ("葛法治建设", "“葛\U000e0100法治”"),
        ("葛\ufe00法\ufe0f治建设", "“葛法治”"),
        ("葛\U000e01ef法治建设", "“葛法治建设”"),
        ("葛\U000e0100法治建设", "title:火炬 “葛\ufe01法治”"),
        ("\U00020bb7\U000e0100野家", "“\U00020bb7野家”"),  # a character past U+FFFF before its selector
        ("甲\ufe00", "甲"),
    ],
)
def test_a_variation_selector_is_no_character(engine_on, tmp_path, written, typed):
    engine = engine_on(tmp_path, made("a", f"本区{written}如下。", "别的"))
    answer = engine.search(Request(typed))
    assert answer.total.sections == answer.total.occurrences == 1
    ((hit),) = answer.hits
    wanted = squeeze(typed.split(" ")[-1].strip("“”"))
    assert [squeeze(hit.snippet.text[start:end]) for start, end in hit.snippet.ranges] == [wanted]
    _, (line,) = engine.kwic(Request(typed))
    assert squeeze(line.match) == wanted
    assert line.left + line.match + line.right == f"本区{written}如下。"


@needs_seeds
def test_on_the_five_real_reports(engine_over, tmp_path):
    pages = [Page(path.as_uri(), path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    engine, reports = built(engine_over, [clean(page) for page in pages], tmp_path)
    assert len(reports) == 5
    check(engine, reports, 600, seed=2)


@pytest.mark.slow
@needs_data
def test_on_the_work_reports(engine_over, tmp_path):
    engine, reports = built(engine_over, work_reports(), tmp_path)
    assert sum(len(section.text) for report in reports for section in report.sections) > 1_000_000
    check(engine, reports, 1000, seed=3)


@pytest.mark.slow
@needs_seeds
@pytest.mark.parametrize("merge", [False, True])
def test_changing_an_index_gives_what_a_fresh_one_gives(engine_over, tmp_path, merge):
    """Add, replace and delete reports, in many small commits or rebuilt at once: same answers,
    counts and scores."""
    pages = [Page(path.as_uri(), path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    reports = [clean(page) for page in pages]
    doubled = [*reports, *(reworded(report) for report in reports)]
    held, folder = Held([]), tmp_path / "changed"
    for report in doubled:
        held.by_id[report.id] = report
        engine_over(held, folder)
    for report in reports[:2]:
        del held.by_id[report.id]
        engine_over(held, folder)
    held.by_id[reports[2].id] = reworded(reports[2], keep_id=True)
    changed = engine_over(held, folder, fresh=merge)
    fresh, left = built(engine_over, held.reports(), tmp_path / "fresh")
    check(changed, left, 150, seed=4)
    for phrase in ("法治政府", '"依法行政" 监督', "行政复议 OR 信访", "园区 -审计", "", "句容 信访"):
        one, other = changed.search(Request(phrase, limit=50)), fresh.search(Request(phrase, limit=50))
        assert one.total == other.total
        assert one.hits == other.hits
        assert one.facets == other.facets


def reworded(report, keep_id=False):
    sections = tuple(
        replace(section, text=section.text.replace("法治", "依法治理")[: len(section.text) // 2])
        for section in report.sections
    )
    sections = tuple(section for section in sections if section.text)
    return replace(report, id=report.id if keep_id else report.id[::-1], sections=sections, year=report.year - 1)
