"""Where a report comes from: what the parts of a page say, weighed."""

import pytest

from corpus.gazetteer import division_name
from corpus.issuer.hints import hints, names_in
from corpus.issuer.place import Hint, around, choose, site_of
from corpus.records import Line, Loaded, Stripped


def hints_of(
    address="file:///a.txt", head=(), tail=(), front=(), back=(), paragraphs=(), meta=None, published=(), sessions=()
):
    lines = tuple(Line(text) for text in (*head, *paragraphs, *tail))
    stripped = Stripped(tuple(head), None, tuple(front), tuple(paragraphs), tuple(back), tuple(tail))
    return hints(address, Loaded("text", lines, meta or {}), stripped, paragraphs, published, sessions)


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ({"tail": ["网站标识码:4401120001"]}, "黄埔区"),
        ({"tail": ["網站標識碼：4401120001"]}, "黄埔区"),
        ({"meta": {"siteidcode": "3211830001"}}, "句容市"),
        ({"tail": ["苏公网安备 32118302000001号"]}, "句容市"),
        ({"tail": ["粤ICP备05000000号"]}, "广东省"),
        ({"address": "http://www.xuwen.gov.cn/a.html"}, "徐闻县"),
        ({"meta": {"sitename": "句容市人民政府"}}, "句容市"),
        ({"front": ["中共潮州市委:"]}, "潮州市"),
        ({"back": ["汕尾市城区人民政府"]}, "城区"),
        ({"paragraphs": ["潮州市委、潮州市政府高度重视,潮州市各部门积极落实。"]}, "潮州市"),
        ({"tail": ["主办：某市人民政府 地址：河南省商丘市虞城县人民路1号"]}, "虞城县"),
        ({"paragraphs": ["联系地址：福建省福州市鼓楼区某路2号，电话：12345678"]}, "鼓楼区"),
        ({"tail": ["邮编：712000"]}, "陕西省"),
        ({"back": ["渭南高新技术产业开发区财政局", "2022年2月18日"]}, "渭南市"),
        ({"head": ["潍坊市人民政府", "饶河县", "长宁县", "芦淞区", "合水县"]}, "潍坊市"),  # a menu of neighbours
        ({"meta": {"siteidcode": "4401000004"}, "tail": ["粤公网安备 44010602000929号"]}, "广州市"),
        ({"meta": {"sitename": "广州市人民政府"}, "tail": ["地址：广州市越秀区府前路1号"]}, "广州市"),
        ({"tail": ["主办：广州市人民政府办公厅 地址：广州市越秀区府前路1号", "粤公网安备 44010602000929号"]}, "广州市"),
        ({"meta": {"sitedomain": "www.jurong.gov.cn"}, "tail": ["苏公网安备 32110202000001号"]}, "句容市"),
        ({"tail": ["版权所有：越秀区人民政府 地址：广州市越秀区某路1号", "粤公网安备 44010402000929号"]}, "越秀区"),
        ({"published": ["句容市司法局"]}, "句容市"),
        ({"sessions": ["徐州市鼓楼区"]}, "鼓楼区"),
        ({"tail": ["本区是粤港澳合作区、贵安新区的合作伙伴。主办：广州市人民政府"]}, "广州市"),  # no 合作市, no 安新县
        ({"paragraphs": ["赴苏州市、长沙县学习考察,借鉴先进经验。"]}, None),
        ({"paragraphs": ["某同志曾在潮州市工作。"]}, None),  # said once in passing
        ({}, None),
    ],
)
def test_what_a_page_says(page, place):
    code = around(hints_of(**page))
    assert (division_name(code) if code else None) == place


def test_an_outdated_county_code_still_tells_the_city():
    assert division_name(around(hints_of(tail=["网站标识码:3301990001"]))) == "杭州市"


def test_names_nest():
    groups = [[division_name(code) for code in codes] for codes in names_in("汕尾市城区与句容市交流")]
    assert groups == [["汕尾市"], ["城区"], ["句容市"]]


def test_only_site_hints_say_whose_site_it_is():
    found = hints_of(address="http://www.jurong.gov.cn/a.html", paragraphs=["潮州市潮州市潮州市潮州市"])
    assert division_name(site_of(found)) == "句容市"


def test_namesakes_without_a_hint_stay_open():
    namesakes = ("320106", "350102")
    assert choose(namesakes, ()) is None
    assert choose(namesakes, (Hint("350100", 4.0, "网址"),)) == "350102"
    assert choose((), ()) is None
