"""A signature above an annex is kept beside the report; what only looks like one stays."""

import pytest

from corpus.clean import clean
from corpus.records import Page

SAID = "一年来，认真落实各项任务，全年组织培训六次，办结案件三十七件，群众满意度明显提高。"
BODY = ("一、主要做法", SAID, "二、存在的问题", SAID, "三、下一步打算", SAID)
TITLE = "松塘县2023年法治政府建设年度报告"
ENTRIES = ("1.松塘县停车收费标准调整", "2.松塘县生活垃圾分类实施方案")

SIGNED = (
    # the signature, and the annex below it
    (("松塘县人民政府", "2024年1月9日"), ("附件：重大行政决策目录", *ENTRIES)),
    (("松塘县司法局", "二〇二四年一月九日"), ("附件1：培训情况", SAID)),
    (("中共松塘县委", "松塘县人民政府", "2024年1月9日"), ("附件：典型案例", SAID, SAID)),
    (("松塘县人民政府 2024年1月9日",), ("附件", *ENTRIES)),
    (
        ("松塘县人民政府办公室", "2024年1月9日"),
        ("名词解释", "1.双随机：随机抽取检查对象。", "2.三张清单：权力清单等。"),
    ),
    (("松塘经济开发区管理委员会", "2023年12月28日"), ("附录", SAID)),
    (("松塘县应急管理局", "2024-01-09"), ("附表：案件情况", SAID)),
    (("松塘镇人民政府", "2024年1月12日"), ("附：规范性文件目录", *ENTRIES)),
    (("松塘县水利局（公章）", "2024年1月9日"), ("附件2：项目情况", SAID)),
)
UNSIGNED = (
    # what stands above the annex, and the annex
    (("松塘县人民政府",), ("附件：重大行政决策目录", *ENTRIES)),
    (("2024年1月9日",), ("附件：重大行政决策目录", *ENTRIES)),
    ((SAID,), ("附件：重大行政决策目录", *ENTRIES)),
    (("松塘县人民政府", "2024年1月9日", SAID), ("附件：重大行政决策目录", *ENTRIES)),
)


def as_text(lines):
    return Page("file:///a.txt", "\n".join(lines).encode(), "text/plain; charset=utf-8")


def as_html(lines):
    written = "".join(f"<p>{line}</p>" for line in lines)
    source = f"<html><head><title>{lines[0]}</title></head><body><div>{written}</div></body></html>"
    return Page("file:///a.html", source.encode(), "text/html; charset=utf-8")


def paragraphs(report):
    return [text for section in report.sections for text in section.text.split("\n")]


@pytest.mark.parametrize("form", [as_text, as_html])
@pytest.mark.parametrize(("signature", "annex"), SIGNED)
def test_a_signature_is_kept_beside_the_report(form, signature, annex):
    report = clean(form((TITLE, *BODY, *signature, *annex)))
    assert report.back == signature
    assert paragraphs(report) == [*BODY, *annex]
    assert report.sections[-1].part == "其他"
    assert report.issued is not None
    assert report.issued[:7] in ("2024-01", "2023-12")


@pytest.mark.parametrize(("above", "annex"), UNSIGNED)
def test_what_is_no_dated_signature_stays(above, annex):
    report = clean(as_text((TITLE, *BODY, *above, *annex)))
    assert report.back == ()
    assert paragraphs(report) == [*BODY, *above, *annex]
