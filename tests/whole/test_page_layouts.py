# ruff: noqa: E501  (markup is quoted as sites write it)
"""Whole pages in the layouts of well-known publishing systems: what of each is title, front, body
and back."""

import pytest

from corpus.load.page import load
from corpus.records import Page
from corpus.refusal import why_refused
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

TITLE = "东湖县2024年法治政府建设年度报告"
BODY = [
    "2024年，东湖县坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）健全领导机制。县委常委会专题听取法治工作汇报3次，研究解决重点难点问题，推动各项任务落实落地。",
    "（二）规范行政执法。全年办理行政处罚案件52件，比上年下降9.3％，群众满意度持续提升。",
    "二、存在的不足",
    "一是执法力量仍显薄弱，二是培训不够经常，法治观念还需进一步增强。",
    "三、下一步打算",
    "2025年，我县将继续深化改革，提升依法行政水平，建设人民满意的法治政府。",
]
PARAGRAPHS = "".join(f"<p>　　{text}</p>" for text in BODY)
FONTS = PARAGRAPHS.replace("52", "<font face='Times'>52</font>").replace("9.3", "\n<span lang=EN-US>9.3</span>\n")
MENU = (
    "<ul>"
    + "".join(
        f"<li><a href='/{n}'>{t}</a></li>"
        for n, t in enumerate(
            ("首页", "走进东湖", "要闻动态", "政务公开", "互动交流", "领导之窗", "机构职能", "规划计划")
        )
    )
    + "</ul>"
)
SITES = (
    "<div class=links>"
    + "".join(f"<a href='#'>{t}</a>" for t in ("中国政府网", "国务院部门网站", "司法部", "青岚市", "望溪区", "白鹭州"))
    + "</div>"
)
FOOT = "<div class=foot><p>主办：东湖县人民政府　承办：东湖县政务服务局</p><p>赣ICP备12345678号　网站标识码：3609220011</p></div>"
DIALOG = (
    "<div class=pop><p>您访问的链接即将离开“东湖县人民政府门户网站”，是否继续？</p><a>继续访问</a><a>放弃</a></div>"
)

LAYOUTS = {
    "nested layout tables, metadata table, body in a cell": f"""<table width=100%><tr><td>{MENU}</td></tr><tr><td><table><tr><td>
        <table class=bd><tr><td><b>索 引 号：</b></td><td>000014349/2025-00012</td><td><b>主题分类：</b></td><td>政务</td></tr>
        <tr><td><b>标　　题：</b></td><td colspan=3>{TITLE}</td></tr><tr><td><b>发布日期：</b></td><td>2025年01月20日</td><td></td><td></td></tr></table>
        <table><tr><td id="UCAP-CONTENT" class="b12c"><p align=center>{TITLE}</p>{PARAGRAPHS}</td></tr></table></td></tr></table>
        <div class=fx>扫一扫在手机打开当前页</div></td></tr></table>{SITES}{FOOT}""",
    "known container, title outside": f"""{MENU}<div class=crumb>当前位置：<a>首页</a> &gt; <a>政务公开</a></div><h1>{TITLE}</h1>
        <div class=info><span>发布时间：2025-01-20 10:20</span><span>来源：县司法局</span><span>浏览次数：<i>12</i></span><span>字体：【大 中 小】</span></div>
        <div class="view TRS_UEDITOR trs_web">{FONTS}</div><div>附件：</div><div>上一篇：<a>关于开展普法宣传的通知</a></div>{SITES}{FOOT}{DIALOG}""",
    "unknown container, paragraphs beside a side bar": f"""<div class=w><div class=l7><dl><dt>政府信息公开</dt><dd><a>指南</a></dd><dd><a>制度</a></dd></dl></div>
        <div class=r3><div class=bt>{TITLE}</div><div class=sj>2025-01-20　来源：县司法局</div><div class=q9>{PARAGRAPHS}</div></div></div>{FOOT}""",
    "stray ends, breaks instead of paragraphs": f"""<div class=top>东湖县人民政府</div></body></html>{MENU}<div id=zoom>{"<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + text for text in BODY)}</div>{FOOT}""",
    "twice on the page": f"""{MENU}<h2>{TITLE}</h2><div class=pc>{PARAGRAPHS}</div><div class=mobile><h2>{TITLE}</h2>{PARAGRAPHS}</div>{FOOT}""",
    "hidden copy before the shown one": f"""<div style="display:none">{PARAGRAPHS}{PARAGRAPHS}</div>{MENU}<h2>{TITLE}</h2><div class=a>{PARAGRAPHS}</div>{FOOT}""",
    "telephone page": f"""<header><a>首页</a><a>政务公开</a></header><article><h3>{TITLE}</h3><p>日期：2025-01-20</p><section>{PARAGRAPHS}</section></article><footer>东湖县人民政府</footer>""",
    "body's title, number and addressee inside the container": f"""{MENU}<h1>{TITLE}</h1><div class=article-content><p align=center>东湖县2024年法治</p><p align=center>政府建设年度报告</p>
        <p>东政报〔2025〕3号</p><p>中共青岚市委：</p>{PARAGRAPHS}<p align=right>东湖县人民政府</p><p align=right>2025年1月20日</p><p>（责任编辑：某某）</p></div>{DIALOG}{FOOT}""",
    "notices in sentences around": f"""<div class=tip>您的浏览器版本过低，为了更好的浏览体验，请更换或升级浏览器。</div><div class=slogan>高举旗帜，牢记嘱托，感恩奋进，奋力谱写东湖现代化建设新篇章！</div>
        {MENU}<div class=t>{TITLE}</div><div class=z>{PARAGRAPHS}</div><div>本站所有内容未经授权不得转载，转载请注明出处。</div>{FOOT}""",
    "links inside sentences": f"""{MENU}<h1>{TITLE}</h1><div class=c>{PARAGRAPHS.replace("依法行政", "<a href='/x'>依法行政</a>")}</div>{FOOT}""",
    "word's own markup": f"""{MENU}<h1>{TITLE}</h1><div class=TRS_Editor><style>p.MsoNormal{{margin:0}}</style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
        <?xml:namespace prefix = o ns = "urn:o" />{"".join(f"<p class=MsoNormal><span lang=EN-US>{text[:9]}</span>{chr(10)}<span>{text[9:]}</span><o:p></o:p></p>" for text in BODY)}</div>{FOOT}""",
}


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name, charset):
    page = f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}_东湖县人民政府</title></head><body>{LAYOUTS[name]}</body></html>'
    taken = strip(
        load(Page("https://www.example.gov.cn/1.html", page.encode("utf-8" if charset == "utf-8" else "gb18030")))
    )
    paragraphs, _ = repair(taken)
    assert list(paragraphs) == BODY
    assert taken.title == TITLE
    assert why_refused(taken) is None


def test_letter_parts_leave_the_container():
    html = LAYOUTS["body's title, number and addressee inside the container"]
    taken = strip(load(Page("https://www.example.gov.cn/1.html", f"<html><title>{TITLE}</title><body>{html}".encode())))
    assert taken.front[-2:] == ("东政报〔2025〕3号", "中共青岚市委：")
    assert taken.back == ("东湖县人民政府", "2025年1月20日")


def test_tables_in_the_body_become_rows():
    table = "<table><tr><th>类别</th><th>件数</th></tr><tr><td>行政处罚</td><td>52</td></tr><tr><td>行政<br>许可</td><td>30<p></p></td></tr></table>"
    html = f"<html><body>{MENU}<h1>{TITLE}</h1><div class=c>{PARAGRAPHS.replace('<p>　　二、', table + '<p>　　二、')}</div>{FOOT}"
    paragraphs, _ = repair(strip(load(Page("https://www.example.gov.cn/1.html", html.encode()))))
    assert list(paragraphs) == [*BODY[:4], "类别\t件数", "行政处罚\t52", "行政许可\t30", *BODY[4:]]


def test_a_list_of_reports_is_none():
    items = "".join(
        f"<li><a href='/{n}'>{place}2023年法治政府建设年度报告</a><span>2024-01-1{n}</span></li>"
        for n, place in enumerate(("东湖县", "望溪区", "南浦镇", "白鹭州", "临川区", "石塔街道"))
    )
    html = f"<html><title>法治政府建设年度报告</title><body>{MENU}<div>当前位置：首页 > 公开</div><ul>{items}</ul><div>首页 上一页 1 2 3 下一页 尾页 共 3 页</div>{SITES}{FOOT}{DIALOG}"
    taken = strip(load(Page("https://www.example.gov.cn/1.html", html.encode())))
    assert not taken.body
    assert "列表" in why_refused(taken)


def test_a_body_that_scripts_show_later_is_read():
    html = f'<html><title>{TITLE}</title><body>{MENU * 9}<h1>{TITLE}</h1><div id="zoom" style="display:none">{PARAGRAPHS * 5}</div>{SITES}{FOOT}'
    assert strip(load(Page("https://www.example.gov.cn/1.html", html.encode()))).body[0] == BODY[0]


def test_a_table_alone_is_a_body_in_a_known_container():
    rows = "".join(
        f"<tr><td>{n}</td><td>{place}行政处罚案件办理情况</td><td>{n * 7}件</td></tr>"
        for n, place in enumerate(("东湖县", "望溪区", "南浦镇", "白鹭州", "临川区", "石塔街道", "云岭乡", "青岚市"), 1)
    )
    html = (
        f"<html><title>案件统计表</title><body>{MENU}<h1>案件统计表</h1><div id=zoom><table>{rows}</table></div>{FOOT}"
    )
    taken = strip(load(Page("https://www.example.gov.cn/1.html", html.encode())))
    assert taken.body[0] == "1\t东湖县行政处罚案件办理情况\t7件"
    assert len(taken.body) == 8


def test_a_row_of_one_cell_holds_paragraphs():
    html = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><table><tr><td>类别</td><td>报告</td></tr><tr><td colspan=2><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p></td></tr></table>{FOOT}"
    assert list(strip(load(Page("https://www.example.gov.cn/1.html", html.encode()))).body) == BODY[:3]


def test_a_note_on_sources_is_no_metadata():
    note = "资料来源：本报告中行政处罚案件数来自县司法局，复议案件数来自县政府办公室，其余数据来自各部门年度统计。"
    html = f"<html><title>{TITLE}</title><body>{MENU}<h1>{TITLE}</h1><div class=c>{PARAGRAPHS}<p>{note}</p></div>{FOOT}"
    assert list(strip(load(Page("https://www.example.gov.cn/1.html", html.encode()))).body) == [*BODY, note]
