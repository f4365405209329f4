"""Pages that came as Markdown: menus of links, escapes, tables."""

from corpus.load.page import load
from corpus.records import Page
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

BODY = """2024年，东湖县坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下：

## 一、主要举措和成效

1\\. 健全领导机制。县委常委会专题听取[法治工作](http://a.cn/x)汇报3次，推动各项任务落实落地。

2\\. 规范行政执法。全年办理案件52件，无一件被撤销，群众满意度持续提升。

| 类别 | 件数 |
|---|---|
| 行政处罚 | 52 |

## 二、存在的不足

一是执法力量仍显薄弱，二是培训不够经常，法治观念还需进一步增强。"""
PAGE = f"""[首页](/) [政务公开](/zwgk "公开") [互动交流](/hd)
- [领导之窗](/1)
- [机构职能](/2)
![logo](/a.png)
# 东湖县2024年法治政府建设年度报告
发布时间：2025-01-20

{BODY}

[上一篇：关于开展普法宣传，提升法治意识，推进依法治县各项工作落地见效的通知。](/9)
[中国政府网](http://b.cn) [司法部](http://c.cn)"""


def test_a_converted_page():
    stripped = strip(load(Page("file:///a.md", PAGE.encode())))
    paragraphs, _ = repair(stripped)
    assert stripped.title == "东湖县2024年法治政府建设年度报告"
    assert list(paragraphs) == [
        "2024年，东湖县坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下：",
        "一、主要举措和成效",
        "1. 健全领导机制。县委常委会专题听取法治工作汇报3次，推动各项任务落实落地。",
        "2. 规范行政执法。全年办理案件52件，无一件被撤销，群众满意度持续提升。",
        "类别\t件数",
        "行政处罚\t52",
        "二、存在的不足",
        "一是执法力量仍显薄弱，二是培训不够经常，法治观念还需进一步增强。",
    ]


def test_brackets_of_a_plain_text_stay():
    text = "凤高委报[2023]8号\n依据[附件](见后)办理。\n一、总体情况"
    assert [line.text for line in load(Page("file:///a.txt", text.encode())).lines] == text.split("\n")
