"""A lasting address after every kind of change to its report: followed silently, followed and said,
changed, or gone."""

import re
from dataclasses import replace

import pytest
from opencc import OpenCC

from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from corpus.text.fingerprint import fingerprint, read_fingerprint
from corpus.whereabouts import whereabouts

ADDRESS = "https://www.linxi.example/2022.html"
TITLE = "潮州临溪高新技术产业开发区2022年法治政府建设年度报告"
OPENING = "现将临溪高新区2022年法治政府建设情况报告如下。"
SERVICE = "（一）优化政务服务。全区建成政务服务站12个，群众办事不出园区，企业开办时间由三天缩短到半天以内。"
OFFICE = "全年受理各类事项2904件，按时办结率达到99.6%，群众满意率比上年提高了两个百分点，投诉明显减少。"
REVIEW = (
    "（二）做好行政复议。全年收到行政复议申请37件，受理35件，审结34件，没有发生因程序违法被撤销或者变更的案件。"
    "复议机关主要负责人每季度听取一次汇报，对重大疑难案件组织专家论证，努力把矛盾化解在基层，化解在萌芽状态。"
)
TRAINING = (
    "（三）加强业务培训。组织执法人员参加集中培训四次，邀请高校教师讲授新修订的行政处罚法，参训人员全部通过考试。"
)
LACKING = "基层执法人员偏少，专业力量还跟不上园区发展的需要，队伍建设有待加强，部分科室的普法工作形式比较单一。"
PLANS = "继续推进政务服务标准化，完善重大行政决策程序，把公众参与、专家论证、风险评估落到实处，接受社会监督。"
BASE = [
    TITLE,
    OPENING,
    "一、主要举措和成效",
    SERVICE,
    OFFICE,
    REVIEW,
    TRAINING,
    "二、存在的问题和不足",
    LACKING,
    "三、下一年的打算",
    PLANS,
]
ADDED = "党工委全年五次研究法治建设议题，听取有关部门汇报，把法治建设成效纳入年度绩效考核的范围之内。"
OTHER_YEAR = [
    "潮州临溪高新技术产业开发区2023年法治政府建设年度报告",
    "现将临溪高新区2023年法治政府建设情况报告如下。",
    "一、重点工作进展",
    "（一）建强服务窗口。新设企业专窗9个，推行容缺受理和帮办代办，惠企政策在线兑付金额比去年翻了一番。",
    "（二）规范执法行为。落实行政执法三项制度，开展案卷评查两轮，抽查案卷151宗，发现的问题都已经整改到位。",
    "二、短板",
    "法治宣传覆盖面不够，企业内部合规体系建设刚刚起步，还缺少既懂产业又懂法律的复合型人才。",
]
READ_WRONG = str.maketrans({"复": "夏", "听": "昕", "程": "桯", "解": "觧", "萌": "荫"})


def lines(*changes):
    """The report with every line that is named first in a pair replaced by the others."""
    found = list(BASE)
    for old, *new in changes:
        at = found.index(old)
        found[at : at + 1] = new
    return found


def words(old, new):
    """The report with some words changed."""
    assert any(old in line for line in BASE)
    return [line.replace(old, new) for line in BASE]


def parted(text):
    """A text in two halves, broken at a full stop."""
    left, right = text.split("。复议", 1)
    return left + "。", "（三）复议" + right


LATER = TRAINING.replace("（三）", "（四）")
LINES = {
    "added again as it was": (BASE, "1.2", "there", "1.2"),
    "a part added before": (
        lines(
            ("一、主要举措和成效", "一、组织领导", ADDED, "二、主要举措和成效"),
            ("二、存在的问题和不足", "三、存在的问题和不足"),
            ("三、下一年的打算", "四、下一年的打算"),
        ),
        "1.2",
        "moved",
        "2.2",
    ),
    "a subsection added before": (
        lines(
            (SERVICE, "（一）加强组织领导。" + ADDED, SERVICE.replace("（一）", "（二）")),
            (REVIEW, REVIEW.replace("（二）", "（三）")),
            (TRAINING, LATER),
        ),
        "1.2",
        "moved",
        "1.3",
    ),
    "a paragraph added in it": (lines((REVIEW, REVIEW, ADDED)), "1.2", "changed", "1.2"),
    "a paragraph added in front of its text": (
        lines((REVIEW, "（二）做好行政复议。" + ADDED, REVIEW.partition("。")[2])),
        "1.2",
        "changed",
        "1.2",
    ),
    "split": (lines((REVIEW, *parted(REVIEW)), (TRAINING, LATER)), "1.2", "changed", "1.2"),
    "merged with the one before": (
        lines(
            (REVIEW, REVIEW.replace("（二）做好行政复议。", "")),
            (TRAINING, TRAINING.replace("（三）", "（二）")),
        ),
        "1.2",
        "changed",
        "1.1",
    ),
    "moved behind another": (
        lines((REVIEW, TRAINING.replace("（三）", "（二）")), (TRAINING, REVIEW.replace("（二）", "（三）"))),
        "1.2",
        "moved",
        "1.3",
    ),
    "renumbered": (words("三、下一年", "四、下一年"), "3", "moved", "4"),
    "numbered in another way": (
        [re.sub("^（(.)）", r"\1、", line) if line[0] == "（" else line.replace("、", "．", 1) for line in BASE],
        "1.2",
        "moved",
        "2",
    ),
    "its heading changed": (words("（二）做好行政复议", "（二）化解行政争议"), "1.2", "changed", "1.2"),
    "the heading of its part changed": (words("一、主要举措和成效", "一、工作开展情况"), "1.2", "there", "1.2"),
    "a heading without a text changed": (words("一、主要举措和成效", "一、工作开展情况"), "1", "gone", None),
    "a figure corrected": (words("受理35件", "受理36件"), "1.2", "changed", "1.2"),
    "a word corrected": (words("没有发生", "发生了"), "1.2", "changed", "1.2"),
    "a paragraph deleted": ([line for line in BASE if line != OFFICE], "1.1", "changed", "1.1"),
    "its part deleted": ([line for line in BASE if line not in ("三、下一年的打算", PLANS)], "3", "gone", None),
    "deleted, its number another's": (
        lines((REVIEW, TRAINING.replace("（三）", "（二）"))),
        "1.2",
        "gone",
        None,
    ),
    "replaced by another year": (OTHER_YEAR, "1.2", "gone", None),
    "read wrongly by a machine": ([line.translate(READ_WRONG) for line in BASE], "1.2", "changed", "1.2"),
    "in traditional characters": ([OpenCC("s2t").convert(line) for line in BASE], "1.2", "there", "1.2"),
    "other punctuation": (
        [re.sub("[，。]$|，", "；", line).replace("（", "(") for line in BASE],
        "1.2",
        "there",
        "1.2",
    ),
    "full-width figures": (
        [line.translate({ord(str(n)): 0xFF10 + n for n in range(10)}) for line in BASE],
        "1.2",
        "there",
        "1.2",
    ),
    "white space": ([line.replace("，", "， ").replace("行政", "行 政") for line in BASE], "1.2", "there", "1.2"),
}


def added(store, text):
    """The report as it is held after a page with these lines came."""
    with store.writing():
        return take(store, Page(ADDRESS, "\n".join(text).encode(), "text/plain"), take_any=True).report


def printed(report, number):
    """The fingerprint that an address of a section carries."""
    section = next(section for section in report.sections if section.id == number)
    return read_fingerprint(fingerprint(section.text, section.number))


def standing(found):
    return found.state, found.section and found.section.id


@pytest.mark.parametrize(("second", "number", "state", "now"), LINES.values(), ids=LINES)
def test_after_a_page_came_again(tmp_path, second, number, state, now):
    store = Store(tmp_path)
    mark = printed(added(store, BASE), number)
    report = added(store, second)
    assert standing(whereabouts(store, report, number, mark)) == (state, now)


def edited(report, number, old, new):
    """The record as another program made it of the same page."""
    sections = [
        replace(section, text=section.text.replace(old, new)) if section.id == number else section
        for section in report.sections
    ]
    assert tuple(sections) != report.sections
    return replace(report, sections=tuple(sections))


TOLD = "联系电话：13800001234。"
RECORDS = {
    "another cleaner reads a character otherwise": (("程序", "程 序。"), ("程序", "程 序"), "there"),
    "another cleaner lets a line go": (("萌芽状态。", "萌芽状态。\n【打印】"), ("程序", "程序"), "there"),
    "another table of folding": (("化解", "化觧"), ("化解", "化解"), "there"),
    "a mask laid": (("萌芽状态。", "萌芽状态。" + TOLD), ("萌芽状态。", "萌芽状态。联系电话：138********。"), "there"),
    "a figure changed, and no page tells": (("受理35件", "受理36件"), ("程序", "程序"), "changed"),
    "half of it changed, and no page tells": (
        ("做好", "做好"),
        ("全年收到行政复议申请37件，受理35件，审结34件，", ""),
        "changed",
    ),
    "all of it changed, and no page tells": (("做好", "做好"), (REVIEW.partition("。")[2], PLANS), "gone"),
}


@pytest.mark.parametrize(("before", "after", "state"), RECORDS.values(), ids=RECORDS)
def test_where_only_the_record_changed(tmp_path, before, after, state):
    store = Store(tmp_path)
    report = added(store, BASE)
    mark = printed(edited(report, "1.2", *before) if before[0] != before[1] else report, "1.2")
    now = edited(report, "1.2", *after) if after[0] != after[1] else report
    assert whereabouts(store, now, "1.2", mark).state == state


def test_a_report_that_was_removed_and_came_again(tmp_path):
    store = Store(tmp_path)
    first = added(store, BASE)
    with store.writing():
        store.drop(first.id)
    assert whereabouts(store, added(store, BASE), "1.2", printed(first, "1.2")).state == "there"
    with store.writing():
        store.drop(first.id)
    report = added(store, words("受理35件", "受理36件"))
    assert standing(whereabouts(store, report, "1.2", printed(first, "1.2"))) == ("changed", "1.2")


def test_a_paragraph_is_followed_into_the_other_half(tmp_path):
    store = Store(tmp_path)
    mark = printed(added(store, BASE), "1.1")
    assert whereabouts(store, added(store, BASE), "1.1", mark, 2).paragraph == 2
    split = lines(
        (OFFICE, "（二）受理事项。" + OFFICE), (REVIEW, REVIEW.replace("（二）", "（三）")), (TRAINING, LATER)
    )
    report = added(store, split)
    assert standing(whereabouts(store, report, "1.1", mark)) == ("changed", "1.1")
    assert standing(whereabouts(store, report, "1.1", mark, 2)) == ("changed", "1.2")


def test_what_was_merged_begins_at_its_paragraph(tmp_path):
    store = Store(tmp_path)
    mark = printed(added(store, BASE), "1.2")
    report = added(store, LINES["merged with the one before"][0])
    found = whereabouts(store, report, "1.2", mark)
    assert (found.paragraph, found.former.text) == (3, REVIEW)


def test_without_a_fingerprint_the_number_counts(tmp_path):
    store = Store(tmp_path)
    added(store, BASE)
    report = added(store, LINES["a subsection added before"][0])
    assert standing(whereabouts(store, report, "1.2", None)) == ("there", "1.2")
    shorter = added(store, OTHER_YEAR)
    assert standing(whereabouts(store, shorter, "3", None)) == ("gone", None)
