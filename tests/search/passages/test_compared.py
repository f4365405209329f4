"""What is told of a text: places in it as it was given, counts, titles, own years, sources, sentences."""

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from corpus.text.fold import squeeze
from index.build import build
from search.across.passages import Compared
from search.embedded import Embedded
from search.errors import BadRequest
from search.passages.asking import TooLong
from search.request import Request

pytestmark = pytest.mark.usefixtures("loops")
FORMULA = "坚持党对法治政府建设工作的全面领导"
RARE = "推动免扰清单制度在园区全面落地见效"
TITLE = "《某某省优化营商环境条例实施细则》"


@pytest.fixture(scope="module")
def engine(tmp_path_factory, loops):
    """Six issuers write the formula, two the rare sentence; one report names no issuer."""
    folder = tmp_path_factory.mktemp("few")
    first = [
        report("a1", f"{FORMULA}，一年来受理复议37件、办结30件次。{RARE}。", "另一段", zone="甲区", year=2020),
        report("a2", f"{FORMULA}。甲区自己的话每年都这么说，一字不差", zone="甲区", year=2022),
        report("gone", f"{FORMULA}{RARE}", zone="没区", year=2001),
        *[report(f"b{at}", f"{FORMULA}，学习{TITLE}精神。", zone=f"乙{at}区", year=2019 + at % 3) for at in range(5)],
    ]
    build(Shelf(first), folder)
    then = [report("n1", f"其他。{RARE}，再说一遍：{RARE}。", zone=None, year=None)]
    build(Shelf([each for each in first if each.id != "gone".rjust(12, "0")] + then), folder)
    found = Embedded(folder)
    assert len(found.view.segments) == 2
    return found


def passages(engine, text, **asked):
    return engine.passages(Compared(text, **asked))


GIVEN = [
    (FORMULA, FORMULA),
    (f"我区{FORMULA}！", FORMULA),
    (f"我区\n\n{FORMULA}\r\n", FORMULA),
    ("堅持黨對法治政府建設工作的全面領導", "堅持黨對法治政府建設工作的全面領導"),
    ("坚持党对 法治政府\u3000建设工作的　全面领导 了", "坚持党对 法治政府\u3000建设工作的　全面领导"),
    (" \t" + FORMULA + " ", FORMULA),
    ("\n" + FORMULA + "\n", FORMULA),
    ("\0" + FORMULA + "\0\0", FORMULA),
    (f"𠀀𠀁{FORMULA}𠀀", FORMULA),
    (f"\ufe0f葛\ufe0f{FORMULA[:9]}\ufe0f{FORMULA[9:]}", f"{FORMULA[:9]}\ufe0f{FORMULA[9:]}"),
    (f"{FORMULA[:11]}\n{FORMULA[11:]}", None),
    (FORMULA[:11], None),
    ("", None),
    (" \n\t\n", None),
    ("。，《》", None),
]


@pytest.mark.parametrize(("given", "shared"), GIVEN)
def test_places_are_those_of_the_text_as_given(engine, given, shared):
    found = passages(engine, given)
    assert [given[each.start : each.end] for each in found.passages] == ([] if shared is None else [shared])
    assert all(each.text == given[each.start : each.end] for each in found.passages)
    assert [given[each.start : each.end] for each in found.stretches] == ([] if shared is None else [shared])
    assert found.characters == len(squeeze(given).replace("\n", "").replace("\r", "").replace("\0", ""))
    assert 0 <= found.boilerplate <= found.shared <= 1


def test_counts_are_those_of_a_plain_scan(engine):
    (formula,) = passages(engine, FORMULA).passages
    assert (formula.bodies, formula.reports, formula.occurrences, formula.years) == (6, 7, 7, (2019, 2020, 2021, 2022))
    assert (formula.oldest.zone, formula.oldest.year, formula.oldest.character) == ("乙0区", 2019, 0)
    (rare,) = passages(engine, f"我区{RARE}等").passages
    assert (rare.bodies, rare.reports, rare.occurrences, rare.years) == (2, 2, 3, (2020,))
    assert (rare.oldest.report, rare.oldest.section, rare.oldest.paragraph) == ("a1".rjust(12, "0"), "0", 1)


def test_formula_is_told_apart(engine):
    found = passages(engine, f"{FORMULA}，{RARE}。")
    assert [each.text for each in found.formulas] == [FORMULA + "，"]
    assert found.boilerplate == pytest.approx(18 / found.characters)
    assert [(each.start, each.is_formula) for each in found.stretches] == [(0, True), (18, False)]


def test_whole_clauses_are_told_where_they_are_long_enough(engine):
    (whole,) = passages(engine, f"我区，{FORMULA}，一年下来").passages
    assert (whole.text, whole.whole_clauses) == (FORMULA + "，", True)
    (part,) = passages(engine, f"我区{FORMULA}，办了").passages
    assert (part.text, part.whole_clauses) == (FORMULA + "，", False)


@pytest.mark.parametrize(
    ("text", "share", "marked"),
    [(f"宣传{TITLE}内容", 0, [True]), (f"学习{TITLE}精神。", 0, [True]), (f"{FORMULA}{TITLE}", 1 / 2, [False, True])],
)
def test_titles_are_marked_and_not_counted(engine, text, share, marked):
    found = passages(engine, text)
    assert [each.in_title_marks for each in found.passages] == marked
    assert found.shared == pytest.approx(share)
    assert all(TITLE[3:6] not in text[each.start : each.end] for each in found.stretches)


def test_a_report_is_compared_with_other_issuers_and_its_own_years_apart(engine):
    text = f"{FORMULA}，{RARE}。甲区自己的话每年都这么说，一字不差"
    found = passages(engine, text, report="a2".rjust(12, "0"))
    assert [each.bodies for each in found.passages] == [5, 1]
    assert [(each.text, each.reports) for each in found.own_years.passages] == [(FORMULA + "，", 1), (RARE + "。", 1)]
    assert found.own_years.reports == 1  # 2020, not the report itself
    drafted = passages(engine, text, follows="a2".rjust(12, "0"))
    assert drafted.own_years.reports == 2
    assert [each.bodies for each in drafted.passages] == [5, 1]
    assert passages(engine, text).own_years is None


def test_a_report_without_an_issuer_is_not_compared_with_itself(engine):
    found = passages(engine, RARE, report="n1".rjust(12, "0"))
    assert [(each.bodies, each.reports) for each in found.passages] == [(1, 1)]
    assert found.own_years is None


def test_filters_choose_among_which_reports(engine):
    (one,) = passages(engine, FORMULA, filters={"year": ("2022",)}).passages
    assert (one.bodies, one.reports) == (1, 1)
    assert passages(engine, FORMULA, filters={"kind": ("信息公开",)}).passages == ()


def test_sources_are_those_that_share_most(engine):
    found = passages(engine, f"{FORMULA}，{RARE}。")
    assert [(each.zone, each.year, each.characters) for each in found.sources[:1]] == [("甲区", 2020, 36)]
    assert {each.characters for each in found.sources[1:]} == {17, 18}
    assert all(each.share == each.characters / found.characters for each in found.sources)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("一年来受理复议37件、办结30件次。", 0),
        (f"{FORMULA}，一年来受理复议五十二件、办结1,234.5件次。", 1),
        (f"（三）{FORMULA}，一年来受理复议9件、办结8件次", 1),
        (f"第二十条{FORMULA}，一年来受理复议九件、办结一百件次；", 1),
        (f"一是{FORMULA}，一年来受理复议九件、办结一百件次；", 1),
        (f"{FORMULA}，一年来受理复议三十件、办理一百件次；", 0),
    ],
)
def test_sentences_with_other_figures(engine, text, bodies):
    assert [each.bodies for each in passages(engine, text).sentences] == [bodies] * bool(bodies)


def test_new_sentences_past_the_most_are_listed_and_not_looked_for(engine, monkeypatch):
    monkeypatch.setattr("search.passages.compared.MOST_NEW", 2)
    draft = "".join(f"{each}{each}没有谁这样写过一个字{each}。" for each in "子丑寅卯")
    found = passages(engine, draft, nearest=True)
    assert [each.is_sought for each in found.new] == [True, True, False, False]
    assert [draft[each.start : each.end] for each in found.new] == [each.text for each in found.new]
    assert found.new_total == 4
    assert {each.holder for each in found.new} == {None}


def test_a_sentence_of_own_years_is_not_new(engine):
    text = "甲区自己的话每年都这么说，一字不差。甲区自己的话每年都这么说，一字不漏。"
    assert passages(engine, text, nearest=True).new_total == 1
    kept, changed = passages(engine, text, nearest=True, follows="n1".rjust(12, "0")), text[18:-1]
    assert [each.text for each in kept.new] == [changed]
    (near,) = passages(engine, text, nearest=True, follows="a2".rjust(12, "0")).new
    assert (near.text, near.holder.report) == (changed, "a2".rjust(12, "0"))


def test_the_sentence_that_comes_nearest(engine):
    draft = f"{FORMULA}，全年共受理复议52件，办结50件次。完全没有人写过的一句新话在此处"
    found = passages(engine, draft, nearest=True)
    near, unlike = found.new
    assert (unlike.text, unlike.held, unlike.holder, unlike.is_sought) == (
        "完全没有人写过的一句新话在此处",
        None,
        None,
        True,
    )
    assert draft[near.start : near.end] == near.text == f"{FORMULA}，全年共受理复议52件，办结50件次"
    assert near.held == f"{FORMULA}，一年来受理复议37件、办结30件次"
    assert (near.holder.zone, near.holder.year) == ("甲区", 2020)
    assert 0.45 <= near.likeness < 1


def test_the_most_widespread_sentences(engine):
    found = engine.widespread(Request())
    assert (found.total, found.sentences[0].bodies, found.sentences[0].reports) == (1, 5, 5)
    assert found.sentences[0].text == f"{FORMULA}，学习{TITLE}精神"
    assert engine.widespread(Request(filters={"year": ("2020",)})).total == 0


def test_the_longest_are_told_where_there_are_many(engine):
    text = f"{FORMULA}。{RARE}，"
    found = passages(engine, text, most=1)
    assert (found.passage_total, len(found.passages)) == (2, 1)


def test_what_cannot_be_asked(engine):
    for least in (7, 41):
        with pytest.raises(BadRequest, match="least"):
            passages(engine, FORMULA, least=least)
    with pytest.raises(TooLong, match="20,000"):
        passages(engine, "法" * 20_001)
    assert passages(engine, "法" * 20_001, report="a1".rjust(12, "0")).passages == ()
