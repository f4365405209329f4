# ruff: noqa: E501  (furniture is quoted as it stands)
"""Stripping: heads and tails of many make around one report, and pages that are none."""

import random

import pytest
from material.furniture_generator import wrapped_html, wrapped_text

from corpus.load.page import load
from corpus.records import Page
from corpus.refusal import why_refused
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

TITLE = "东湖县2024年法治政府建设年度报告"
REPORT = """2024年，东湖县坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下：
一、主要举措和成效
（一）健全领导机制。县委常委会专题听取法治工作汇报3次，研究解决重点难点问题，推动各项任务落实落地。
（二）规范行政执法。全年办理行政处罚案件52件，无一件被撤销，群众满意度持续提升。
二、存在的不足
一是执法力量仍显薄弱，二是培训不够经常，法治观念还需进一步增强。
三、下一步打算
2025年，我县将继续深化改革，提升依法行政水平，建设人民满意的法治政府。"""
BODY = REPORT.split("\n")


def stripped(text, address="https://www.example.gov.cn/1.html"):
    return strip(load(Page(address, text.encode("utf-8"))))


def page(head="", tail=""):
    return "\n".join([head, *BODY, tail])


HEADS = {
    "nothing": ("", None, ()),
    "title alone": (TITLE, TITLE, ()),
    "clock, breadcrumb, title twice": (
        f"今天是:2019年10月31日 星期三 农历十月初七\n工作报告\n您所在的位置:政务公开 > 工作报告\n\n{TITLE}\n来源:司法局 更新时间:2025/01/29 11:30:01\n{TITLE}",
        TITLE,
        ("来源:司法局 更新时间:2025/01/29 11:30:01",),
    ),
    "keys and values on lines of their own": (
        f"返回顶部\n{TITLE}\n  • 索引号:\n\n    6107280000/2024-001005\n  • 主题分类:\n\n  • 来源:\n\n  • 发文机构:\n\n    县政府网站\n  • 有效性:\n\n{TITLE}",
        TITLE,
        ("• 索引号:", "6107280000/2024-001005", "• 发文机构:", "县政府网站"),
    ),
    "title in a metadata table only": (
        f"索 引 号 | 11620/2025-48 | 主题分类 | 政务 |\n有效性 | |||\n标 题 | {TITLE} |",
        TITLE,
        ("索 引 号 | 11620/2025-48 | 主题分类 | 政务 |", f"标 题 | {TITLE} |"),
    ),
    "values whose keys are lost": (f"{TITLE}\n无\n主动公开\n无\n2026.02.09", TITLE, ("2026.02.09",)),
    "title over two lines, two organs": (
        "中共东湖县委 东湖县人民政府\n关于2024年度法治政府建设情况的报告\n市委、市政府：",
        "中共东湖县委 东湖县人民政府关于2024年度法治政府建设情况的报告",
        ("市委、市政府：",),
    ),
    "organs on two lines": (
        "发布日期：2026-01-12 10:20:33 大 中 小\n中共青岚市临川区南浦镇委员会\n南浦镇人民政府\n关于2025年法治政府建设情况的报告",
        "中共青岚市临川区南浦镇委员会 南浦镇人民政府关于2025年法治政府建设情况的报告",
        ("发布日期：2026-01-12 10:20:33 大 中 小",),
    ),
    "title cut inside a word": ("东湖县2024年法治政\n府建设年度报告", TITLE, ()),
    "letterhead, number and signer on one line": (
        f"东湖县人民政府文件\n东政报〔2025〕3号    签发人：陆某\n{TITLE}\n中共青岚市委：",
        TITLE,
        ("东湖县人民政府文件", "东政报〔2025〕3号    签发人：陆某", "中共青岚市委："),
    ),
    "cover page": ("东湖县2024年法治\n政府建设年度报告\n\n\n\n2025年2月\n\n\n", TITLE, ()),
    "speech": (
        "2025-01-29 16:07\n政 府 工 作 报 告\n——2025年1月15日在东湖县第十八届\n人民代表大会第四次会议上\n东湖县县长 陆 某\n各位代表：",
        "政府工作报告",
        ("——2025年1月15日在东湖县第十八届", "人民代表大会第四次会议上", "东湖县县长 陆 某", "各位代表："),
    ),
    "menus and notices": (
        f"您的浏览器版本过低，请升级浏览器。\n首页\n走进东湖\n要闻动态\n政务公开\n领导之窗\n热门搜索：社保 公积金\n{TITLE}\n打印 打印 纠错 分享到",
        TITLE,
        (),
    ),
    "covering letter": (
        f"关于报送法治政府建设情况报告的函\n市委依法治市办：\n根据有关规定要求，现将我县2024年法治政府建设情况报告随文报送，请审阅。\n特此报告。\n东湖县人民政府\n2025年1月20日\n附件\n{TITLE}",
        TITLE,
        ("市委依法治市办：", "特此报告。", "东湖县人民政府", "2025年1月20日"),
    ),
}
HEADS["title with the site's name"] = (
    f"{TITLE} - 东湖县人民政府\n2025-01-20 15:23:11 来源：县司法局 点击：次",
    TITLE,
    ("2025-01-20 15:23:11 来源：县司法局 点击：次",),
)
TAILS = {
    "nothing": ("", ()),
    "signature": (
        "东湖县人民政府\n2025年1月20日\n（此件公开发布）",
        ("东湖县人民政府", "2025年1月20日", "（此件公开发布）"),
    ),
    "two organs and the printing line": (
        "中共东湖县委     东湖县人民政府\n2025年1月20日\n\n抄送：市委依法治市办。\n东湖县人民政府办公室     2025年1月20日印发\n分享到：",
        (
            "中共东湖县委     东湖县人民政府",
            "2025年1月20日",
            "抄送：市委依法治市办。",
            "东湖县人民政府办公室     2025年1月20日印发",
        ),
    ),
    "site's foot": (
        "附件：\n扫一扫在手机打开当前页\n上一篇：没有了\n中国政府网\n司法部\n青岚市\n望溪区\n主办：东湖县人民政府 承办：县政府办\n粤ICP备05026525号\n0\n视窗区\n0\n导航区\n|\n---|\n您访问的链接即将离开本网站，是否继续？\n继续访问 放弃",
        (),
    ),
    "disclaimer in sentences": (
        "责任编辑：某某\n本站所有内容版权归原作者所有，转载请注明出处，如有侵权请联系删除。",
        (),
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_heads(name):
    head, title, front = HEADS[name]
    found = stripped(page(head))
    assert found.title == title
    assert [line.strip() for line in found.body if line.strip() != "引言"] == BODY
    assert not set(front) - set(found.front)
    assert why_refused(found) is None


@pytest.mark.parametrize("name", TAILS)
def test_tails(name):
    tail, back = TAILS[name]
    found = stripped(page(TITLE, tail))
    assert list(found.body) == BODY
    assert found.back == back


def test_between_first_and_last_line_only_certain_furniture_goes():
    inside = [
        "第二十条第（一）项",
        "信息内容",
        "规章",
        "0",
        "/",
        "无",
        "主要工业产品产量",
        "上级政府网站",
        "有效",
        "地址：东湖县某路1号",
    ]
    gone = ["— 4 —", "【打印】", "扫一扫在手机打开当前页", "|", "---|"]
    lines = [*BODY[:3], *inside, *gone, *BODY[3:]]
    assert list(stripped("\n".join([TITLE, *lines])).body) == [*BODY[:3], *inside, *BODY[3:]]


def test_a_table_of_contents_is_no_outline():
    contents = ["目　录", "一、主要举措和成效……1", "二、存在的不足……3", "三、下一步打算……4", "四、其他事项……5"]
    found = stripped("\n".join([TITLE, *contents, *BODY, "四、其他事项", "无"]))
    assert [line.strip() for line in found.body] == [*BODY, "四、其他事项", "无"]
    assert list(found.front) == contents


def test_misplaced_signer_moves_to_front():
    found = stripped("\n".join([TITLE, *BODY[:3], "答发人:陆某", *BODY[3:]]))
    assert found.front == ("答发人:陆某",)
    assert list(found.body) == BODY


def test_last_heading_keeps_its_short_word():
    assert stripped("\n".join([TITLE, *BODY, "四、其他需要报告的事项", "无"])).body[-1] == "无"


@pytest.mark.parametrize("wrapped", [wrapped_text, wrapped_html])
def test_furniture_drawn_at_random(wrapped):
    for seed in range(60):
        found = wrapped(random.Random(seed), TITLE, BODY)
        taken = strip(load(Page(f"https://www.example.gov.cn/{seed}.html", found.body)))
        paragraphs, _ = repair(taken)
        assert list(paragraphs) == BODY, seed
        assert taken.title == TITLE, seed
        assert why_refused(taken) is None, seed


def test_flattened_tables_between_chapters_cut_nothing():
    cells = ["规章", "行政规范性文件", "本年新", "制作数量", "自然人", "商业企业", "科研机构", "0", "/", "12"] * 40
    body = [
        "本报告根据《中华人民共和国政府信息公开条例》编制。",
        "电话：0791-1234567",
        "如有疑问，请与县政府办公室联系。",
        "一、总体情况",
        "2024年，我县认真落实条例，主动公开信息52条。",
        "二、主动公开政府信息情况",
        *cells,
        "三、收到和处理政府信息公开申请情况",
        *cells,
        "四、存在的主要问题及改进情况",
        "公开内容还不够丰富，下一步将继续完善制度，提升公开水平，加强业务培训。",
        "五、其他需要报告的事项",
        "无",
    ]
    found = stripped(
        "\n".join(
            [
                "首页 > 政务公开",
                "东湖县2024年政府信息公开工作年度报告",
                *body,
                "扫一扫在手机打开当前页",
                "主办：东湖县人民政府",
            ]
        )
    )
    assert list(found.body) == body
