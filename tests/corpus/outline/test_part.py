"""Parts: what chapters say of themselves, and what sections below them may say against it."""

import pytest

from corpus.outline.part import chapter_part, section_part
from corpus.outline.sections import outline


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("主要举措和成效", "举措成效"),
        ("2023年度法治政府建设工作情况", "举措成效"),
        ("2023年主要任务完成情况", "举措成效"),
        ("加强组织领导，促进法治建设与业务工作紧密结合", "举措成效"),
        ("聚焦解决突出问题，优化营商环境", "举措成效"),
        ("存在的问题和不足", "问题不足"),
        ("存在的主要問題及原因", "问题不足"),
        ("短板与差距", "问题不足"),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", "责任人履职"),
        ("2024年推进法治政府建设的主要安排", "下年安排"),
        ("下一步工作打算", "下年安排"),
        ("下步工作思路", "下年安排"),
        ("2024年度法治政府建设工作重点", "下年安排"),
        ("其他需要报告的事项", "其他"),
    ],
)
def test_chapters(heading, part):
    assert chapter_part(heading, 2023) == part


@pytest.mark.parametrize(
    ("heading", "inherited", "part"),
    [
        ("着力解决群众反映的突出问题", "举措成效", "举措成效"),
        ("制定年度工作计划", "举措成效", "举措成效"),
        ("党政主要负责人履行第一责任人职责", "举措成效", "责任人履职"),
        ("压实第一责任人职责", "下年安排", "下年安排"),
        ("存在的主要问题", "举措成效", "问题不足"),
        ("下一步工作打算", "问题不足", "下年安排"),
        ("加强培训", "问题不足", "问题不足"),
    ],
)
def test_sections_below(heading, inherited, part):
    assert section_part(heading, inherited, 2023) == part


def test_only_prescribed_kinds_have_parts():
    assert outline(["一、存在的问题"], "信息公开", 2023)[0].part is None
    assert outline(["一、存在的问题"], "依法行政", 2023)[0].part == "问题不足"
    assert outline(["引言。"], "法治政府建设", 2023)[0].part is None
