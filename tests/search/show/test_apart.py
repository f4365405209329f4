"""What stands nowhere as it was quoted is offered as it stands: with signs between, or over a
paragraph's end."""

import pytest
from material.few_reports import report

from search.request import Request

TEXTS = [
    "开展行政复议、行政应诉工作",
    "制定“八五”普法规划",
    "增强“四个意识”，坚定“四个自信”",
    "（一）完善机制。\n加强监督检查",
    "《行政处罚法》《行政许可法》的实施",
    "甲\ufe00乙，丙丁",
    "新建农田4.5万亩！\n——推进园区建设",
    "加强组织领导，压实主体责任，定期听取汇报，研究重大问题；完善工作机制，健全考核办法，强化督促检查，推动任务落实。",
    "建立台账\n\n逐项销号",
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    return engine_on(tmp_path_factory.mktemp("index"), report("a", *TEXTS))


@pytest.mark.parametrize(
    ("typed", "shown", "query", "at"),
    [
        ("“行政复议行政应诉”", "行政复议、行政应诉", '"行政复议*行政应诉"', 0),
        ("“八五普法规划”", '八五"普法规划', '"八五*普法规划"', 1),
        ("“增强四个意识坚定四个自信”", '增强"四个意识"，坚定"四个自信', None, 2),
        ("“完善机制加强监督”", "完善机制。 … 加强监督", '"完善机制。" "加强监督"', 3),
        ("“行政处罚法行政许可法”", "行政处罚法》《行政许可法", '"行政处罚法*行政许可法"', 4),
        ("“甲乙丙丁”", "甲乙，丙丁", '"甲乙*丙丁"', 5),
        ("“农田45万亩推进园区”", "农田4.5万亩！ … ——推进园区", '"农田4.5万亩！" "——推进园区"', 6),
        (
            "“加强组织领导压实主体责任定期听取汇报研究重大问题完善工作机制健全考核办法强化督促检查推动任务落实”",
            "加强组织领导，压实主体责任，定期听取汇报，研究重大问题；完善工作机制，健全考核办法，强化督促检查，推动任务落实",
            None,
            7,
        ),
        ("“建立台账逐项销号”", "建立台账 … 逐项销号", '"建立台账" "逐项销号"', 8),
        ("“行政复议诉讼”", None, None, None),
        ("“行政复议*诉讼”", None, None, None),
        ("火星文", None, None, None),
    ],
)
def test_offered(engine, typed, shown, query, at):
    causes = [cause for cause in engine.search(Request(typed)).explanation if cause.apart]
    assert [cause.shorter for cause in causes] == ([shown] if shown else [])
    for cause in causes:
        assert query in (None, cause.shorter_q)
        found = engine.search(Request(cause.shorter_q))
        assert found.total.sections == cause.shorter_sections == 1
        assert [hit.section for hit in found.hits] == [str(at)]
