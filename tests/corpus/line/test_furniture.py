"""Kinds of lines: what furniture is, in variants no list holds, and what is none."""

import pytest

from corpus.line.furniture import role
from corpus.line.weight import WEIGHTS
from corpus.receipt import in_words

LINES = [
    # what all sites have
    ("您现在的位置：首页 > 政务公开 > 法治政府建设", "breadcrumb"),
    ("首页->政务公开->通知公告->正文", "breadcrumb"),
    ("首页 ?>?要闻 ?>?部门动态", "breadcrumb"),
    ("当前位置：", "breadcrumb"),
    ("發布時間：2024-01-12 來源：望瀾高新區 流覽量：", "metadata"),  # traditional script
    ("来源:东湖县人民政府时间:2024-01-05浏览量:", "metadata"),  # glued keys
    ("[ 索 引 号 ] 000014349/2026-1", "metadata"),
    ("| 发布机构 | 东湖县司法局 |", "metadata"),
    ("索引号000014349/2026-00012 分类县市区", "metadata"),
    ("| 文号 |  |", "widget"),
    ("来源：", "key"),
    ("• 2024-01-31 16:37", "date"),
    ("二〇二四年一月五日", "date"),
    ("【字体：大 中 小】 打印 关闭", "widget"),
    ("打印 打印 纠错 纠错 分享到", "tool"),
    ("扫一扫在手机打开当前页", "tool"),
    ("无障碍 | 长者专区 | English | 登录 注册", "widget"),
    ("今天是：2019年10月31日 星期三 农历十月初七", "clock"),
    ("您的浏览器版本过低，请升级浏览器以获得更好体验。", "dialog"),
    ("您訪問的鏈接即將離開“東湖縣人民政府”，是否繼續？", "dialog"),
    ("按Alt+~键打开导盲模式", "dialog"),
    ("主办：东湖县人民政府 承办：东湖县政务服务局", "footer"),
    ("粤ICP备05026525号 网站标识码：4415000001", "footer"),
    ("上一篇：东湖县2021年政府信息公开工作年度报告", "tail link"),
    ("— 4 —", "page number"),
    ("第 3 页 共 12 页", "page number"),
    ("| | |---|", "debris"),
    ("0", "figure"),
    # parts of a letter
    ("东湖政报〔2024〕8号", "number"),
    ("东湖政报〔2024〕8号　　签发人：陆某", "number"),
    ("东 湖 县 人 民 政 府 文 件", "letterhead"),
    ("中共青岚市委、青岚市人民政府：", "addressee"),
    ("抄送：市委依法治市办。", "copies"),
    ("东湖县人民政府办公室 2024年1月5日印发", "printed"),
    ("（此件公开发布）", "release"),
    ("（联系人：某某，联系电话：0791-1234567）", "contact"),
    ("——2024年1月15日在东湖县第十八届人民代表大会第四次会议上", "delivery"),
]
NONE = [
    "一、总体情况",
    "（一）主动公开",
    "东湖县2023年法治政府建设年度报告",
    "主要工业产品产量",
    "2023年，我县坚持依法行政，办理行政复议案件52件。",
    "打印社、复印店专项检查",
    "来源于基层的意见得到采纳，办理情况向社会公开，群众满意度持续提升。",
    "在网站首页设置政策解读专栏，发布解读材料30篇。",
    "一是开展“双随机、一公开”抽查，推进部门联合检查，减少对企业的打扰。",
    "上一年度提出的问题均已整改到位",
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_kinds(line, kind):
    assert role(line) == kind


@pytest.mark.parametrize("line", NONE)
def test_words_of_a_report_are_no_furniture(line):
    assert role(line) is None


def test_every_kind_has_words_for_the_receipt():
    assert not [kind for _, kind in LINES if in_words(kind) == kind]
    assert not [kind for kind in WEIGHTS if in_words(kind) == kind]
