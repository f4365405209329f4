"""The year a report is about."""

import pytest

from corpus.describe.year import year_in_title, year_of


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("某区2023年法治政府建设年度报告", 2023),
        ("【2022年】某局2022年度法治政府建设报告", 2022),
        ("某县二〇二三年法治政府建设报告", 2023),
        ("某县二○一九年度报告", 2019),
        ("2023 年某区报告", 2023),
        ("某市2021—2022年度依法行政报告", 2022),  # a span counts by its end
        ("某局2022年工作总结和2023年工作安排", 2022),  # result first, then plan
        ("某省2024年政府工作报告", 2024),
        ("某市关于落实某政发〔2019〕3号的2020年报告", 2020),
        ("某区法治政府建设报告", None),
    ],
)
def test_years_in_titles(title, year):
    assert year_in_title(title) == year


@pytest.mark.parametrize(
    ("paragraphs", "published", "year"),
    [
        (["2023年,我区坚持依法办事,工作稳步推进。"], None, 2023),
        (["现将我局2021年度法治政府建设情况报告如下:"], "2023-01-01", 2021),
        (["本报告统计期限为2020年1月1日至12月31日。"], None, 2020),
        (["按照《某市2019年重点工作》(某委〔2018〕3号)要求,现将2020年工作报告如下:"], None, 2020),
        (["依照2019年4月3日修订的条例,现公布《某镇2022年政府信息公开工作年度报告》。"], None, 2022),
        (["我们稳步推进各项工作。", "二、2022年工作安排"], None, 2021),  # what is planned follows the year
        (["工作稳步推进。"], "2024-01-31", 2023),
        (["工作稳步推进。"], "2023-11-17", 2023),  # signed at the year's end
        (["工作稳步推进。"], None, None),
        ([], None, None),
    ],
)
def test_years_without_a_title(paragraphs, published, year):
    assert year_of(None, paragraphs, published)[0] == year
