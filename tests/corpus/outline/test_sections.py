"""The outline: numbers that count, headings up to their end mark, ids, unheaded passages,
tiling."""

import random

import pytest

from corpus.outline.heading import heading_of
from corpus.outline.sections import outline
from corpus.text.numbering import number_of


def ids(*paragraphs, kind="法治政府建设", year=2023):
    return [section.id for section in outline(paragraphs, kind, year)]


@pytest.mark.parametrize(
    ("paragraph", "raw", "level"),
    [
        ("一、总体情况", "一、", 1),
        ("十二、其他", "十二、", 1),
        ("第二部分 主要成效", "第二部分", 1),
        ("第三章　保障", "第三章", 1),
        ("（三）规范执法", "（三）", 2),
        ("(十一) 普法", "(十一)", 2),
        ("㈡ 普法", "㈡", 2),
        ("1.推进公开。", "1.", 3),
        ("2． 推进公开", "2．", 3),
        ("3、推进公开", "3、", 3),
        ("1.2023年，我局办案52件。", "1.", 3),
        ("12.4宪法日活动", None, 0),
        ("45.94%的案件", None, 0),
        ("1310具体部署", None, 0),
        ("2023年，我县", None, 0),
        ("一、二、三产业协调发展", None, 0),
        ("一是加强领导。", None, 0),
        ("（1）办案。", None, 0),
        ("①办案。", None, 0),
        ("第三条 本办法", None, 0),
        ("一般案件", None, 0),
        ("1理论武装", None, 0),
    ],
)
def test_numbers(paragraph, raw, level):
    number = number_of(paragraph)
    assert (number.raw, number.level) == (raw, level) if raw else number is None


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("一、总体情况", "总体情况"),
        ("二、存在的不足：", "存在的不足"),
        ("（一）巩固提升履职水平。注重学习。", "巩固提升履职水平"),
        ("(一)深化改革,提升效能；二是…", "深化改革,提升效能"),
        ("1.落实《关于推进改革。试行》要求。第一句。", "落实《关于推进改革。试行》要求"),
        ("（二）加强组织领导：成立由主任任组长的领导小组，定期研究部署各项工作，协调解决问题。", "加强组织领导"),
        ("二、存在的不足 一是执法力量薄弱，二是培训不够。", "存在的不足"),
        ("（一）聚焦主责 强化担当", "聚焦主责 强化担当"),
        ("3.深化创建“无证明城市”。制定方案。", "深化创建“无证明城市”"),
    ],
)
def test_headings_end_at_their_mark(paragraph, heading):
    assert heading_of(paragraph, number_of(paragraph)) == heading


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("引言。", "一、甲", "（一）乙", "1.丙。", "2.丁。", "二、戊"), ["0", "1", "1.1", "1.1.1", "1.1.2", "2"]),
        (("一、甲", "（一）乙", "（一）丙"), ["1", "1.1", "1.1-b"]),  # a number that repeats
        (("一、甲", "（一）乙", "（二）丙", "（一）丁", "三、戊"), ["1", "1.1", "1.2", "1.1-b", "3"]),  # 二、 was lost
        (("第一部分 甲", "一、乙", "（一）丙", "第二部分 丁", "一、戊"), ["1", "1.1", "1.1.1", "2", "2.1"]),
        (("（八）甲", "（九）乙"), ["8", "9"]),  # the second page of a report
        (("一、甲", "1.乙。", "2.丙。", "二、丁", "3.戊。"), ["1", "1.1", "1.2", "2", "2.3"]),  # numbers run on
        (("一、甲", "1理论武装常抓不懈。", "2能力建设持续加强。"), ["1", "1.1", "1.2"]),
        (("一、甲", "1310具体部署。", "3个方面。"), ["1"]),
        (("没有标题的一段。",), ["0"]),
        ((), []),
    ],
)
def test_ids(paragraphs, expected):
    assert ids(*paragraphs) == expected


def test_long_stretches_without_headings_are_cut_at_paragraphs():
    paragraph = "全县坚持依法行政，成效明显。" * 60
    assert ids(*[paragraph] * 7) == ["0", "0-b", "0-c"]


UNHEADED = (
    "一、2023年工作情况",
    "（一）执法规范。全年办案52件。",
    "（二）普法深入。开展宣传30场。",
    "2023年，我县法治政府建设虽取得一定成效，但仍存在一些不足：一是力量薄弱。",
    "2024年，我县将围绕重点工作，深化改革。主要工作是：",
    "一是加强领导。",
)


def test_passages_that_leave_the_topic():
    sections = outline(UNHEADED, "法治政府建设", 2023)
    assert [(section.id, section.part) for section in sections] == [
        ("1", "举措成效"),
        ("1.1", "举措成效"),
        ("1.2", "举措成效"),
        ("u1", "问题不足"),
        ("u2", "下年安排"),
    ]
    assert sections[-1].text.endswith("一是加强领导。")


@pytest.mark.parametrize(
    "paragraphs",
    [
        # the run of headings goes on behind it
        ("一、工作", "（一）甲。很好。", "2023年，虽取得成效，但仍存在不足。", "（二）乙。很好。"),
        # the chapter is about problems anyway
        ("二、存在的问题", "2023年，虽取得成效，但仍存在不足。"),
        # before any heading
        ("2023年，虽取得成效，但仍存在不足。", "一、工作"),
        # words of the heading itself
        ("一、工作", "（一）补短板", "同时针对薄弱环节，但凡有问题的都整改。"),
    ],
)
def test_passages_that_do_not(paragraphs):
    assert not [name for name in ids(*paragraphs) if name.startswith("u")]


def test_sections_tile_any_body():
    numbers = random.Random(3)
    openings = [
        "一、",
        "二、",
        "（一）",
        "(二)",
        "1.",
        "2、",
        "第一部分 ",
        "",
        "",
        "2024年，我县将",
        "同时，仍存在不足：",
        "1理论",
        "12.4",
    ]
    for _ in range(300):
        body = [
            numbers.choice(openings) + "法治。" * numbers.randint(0, 300) + "建设"
            for _ in range(numbers.randint(1, 25))
        ]
        sections = outline(body, numbers.choice(["法治政府建设", "其他"]), numbers.choice([None, 2023]))
        assert "\n".join(section.text for section in sections) == "\n".join(body)
        assert len({section.id for section in sections}) == len(sections)
        for section in sections:
            assert section.heading is None or section.heading in section.text
