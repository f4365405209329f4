"""Divisions, zones and hosts: names to codes, one identity over time, names people type."""

import pytest

from corpus.gazetteer import division_code, division_name, national_zone, place_of, zone_aliases, zones
from corpus.gazetteer.divisions import codes_named, divisions
from corpus.gazetteer.hosts import host_places
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.short_name import short_names
from corpus.gazetteer.zones import known_zone, other_names, zone_key


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("广东省", "潮州市"), "445100"),
        (("江苏省", "镇江市", "句容市"), "321183"),
        (("广东省", "汕尾市", "城区"), "441502"),
        (("北京市", "北京市"), "110100"),  # a municipality is its own city
        (("北京市", None), "110000"),
        (("重庆市", "重庆市", "渝北区"), "500112"),
        (("湖北省", None, "仙桃市"), "429004"),  # run by its province, no city
        ((None, None, "句容市"), "321183"),
        (("天津市", "天津市", "静海县"), "120118"),  # 静海区 now
        (("广东省", "句容市"), "440000"),  # no such city there: the province stands
        ((None, None, "无此县"), None),
        ((None, None), None),
    ],
)
def test_codes_of_names(names, code):
    assert division_code(*names) == code


def test_every_code_has_a_name_and_a_province():
    assert all(place_of(code)[0] for code in divisions())
    assert division_name("445100") == "潮州市"
    assert division_name("999999") is None


@pytest.mark.parametrize(
    ("name", "shorts"),
    [
        ("句容市", ("句容",)),
        ("城区", ()),  # one character names nothing
        ("恩施土家族苗族自治州", ("恩施", "恩施州")),
        ("海南藏族自治州", ("海南", "海南州")),
        ("内蒙古自治区", ("内蒙古", "内蒙")),
    ],
)
def test_short_names(name, shorts):
    assert short_names(name) == shorts


@pytest.mark.parametrize(
    ("then", "today"),
    [("户县", "鄠邑区"), ("襄樊市", "襄阳市"), ("萝岗区", "黄埔区"), ("静海县", "静海区"), ("禄丰县", "禄丰市")],
)
def test_former_divisions_are_found(then, today):
    assert [division_name(code) for code in codes_named(then)] == [today]


@pytest.mark.parametrize(
    ("name", "places", "rest"),
    [
        ("江苏省句容经济开发区", ["句容市"], "经济开发区"),
        ("潮州凤泉湖高新区", ["潮州市"], "凤泉湖高新区"),
        ("凤泉湖高新区", [], "凤泉湖高新区"),  # not 凤泉区
        ("兴国镇", [], "兴国镇"),  # not 兴国县
        ("海南州教育局", ["海南藏族自治州"], "教育局"),  # not the province of Hainan
        ("台州市路桥区教育局", ["路桥区"], "教育局"),
        ("永川高新区", ["永川区"], "高新区"),
        ("汕尾市城区", ["城区"], ""),
        ("北京市东城区建设委员会", ["东城区"], "建设委员会"),
        ("红旗渠经济技术开发区", [], "红旗渠经济技术开发区"),
    ],
)
def test_leading_places(name, places, rest):
    codes, after = leading_places(name)
    assert ([division_name(code) for code in codes], after) == (places, rest)


def test_ambiguous_names_keep_every_meaning():
    assert len(leading_places("鼓楼区司法局")[0]) == 4


@pytest.mark.parametrize(
    ("name", "code", "zone"),
    [
        ("高新区", "440400", "珠海高新技术产业开发区"),
        ("珠海国家高新技术产业开发区", "440400", "珠海高新技术产业开发区"),
        ("火炬高新区", "350200", "厦门火炬高技术产业开发区"),
        ("高新区", "350200", "厦门火炬高技术产业开发区"),  # the only one of its city
        ("永川高新区", "500118", "永川高新技术产业开发区"),
        ("开发区", "420200", "黄石经济技术开发区"),
        ("松山湖高新区", None, "东莞松山湖高新技术产业开发区"),  # needs no city
        ("高新区", "360400", None),  # 九江市's belongs to a county in it
        ("高新区", None, None),
        ("经济开发区", "440400", None),  # another kind than 经济技术开发区
    ],
)
def test_national_zones(name, code, zone):
    found = national_zone(name, code)
    assert (found.name if found else None) == zone


@pytest.mark.parametrize(
    ("then", "today"),
    [
        ("武汉吴家山经济技术开发区", "武汉临空港经济技术开发区"),
        ("襄樊高新技术产业开发区", "襄阳高新技术产业开发区"),
        ("长春净月经济开发区", "长春净月高新技术产业开发区"),
        ("无锡新区", "无锡高新技术产业开发区"),
        ("西安国际港务区", "西安浐灞国际港"),  # merged, with 浐灞生态区
        ("浐灞生态区", "西安浐灞国际港"),
        ("光谷", "武汉东湖新技术开发区"),
    ],
)
def test_renamed_and_merged_zones_are_one(then, today):
    assert other_names()[then] == today


def test_zone_tables_agree_with_the_divisions():
    assert all(zone.code in divisions() for zone in zones().values())
    assert all(today in zones() or known_zone(today) or leading_places(today)[0] for today in other_names().values())
    assert not set(other_names()) & set(zones())


def test_keys_bring_forms_together():
    forms = ("厦门火炬高技术产业开发区", "厦门火炬高新区", "火炬高新区", "厦门火炬高新技术产业开发区")
    assert {zone_key(form) for form in forms} == {"火炬高新区"}


@pytest.mark.parametrize(
    ("zone", "city", "typed"),
    [
        ("厦门火炬高技术产业开发区", "厦门市", {"厦门火炬高新区", "火炬高新区", "高新区"}),
        ("潮州凤泉湖高新技术产业开发区", "潮州市", {"凤泉湖高新区", "潮州凤泉湖高新区"}),
        ("江苏省句容经济开发区(黄梅街道)", "镇江市", {"经济开发区", "黄梅街道", "江苏省句容经济开发区"}),
        ("广州开发区、广州市黄埔区", "广州市", {"广州开发区", "广州市黄埔区", "黄埔区"}),
        ("汕尾市城区", "汕尾市", {"城区"}),
        ("武汉东湖新技术开发区", "武汉市", {"东湖高新区", "光谷"}),
    ],
)
def test_aliases_are_names_people_type(zone, city, typed):
    aliases = zone_aliases(zone, city)
    assert typed <= set(aliases)
    assert zone not in aliases
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("http://www.xuwen.gov.cn/a.html", "徐闻县"),  # pinyin
        ("http://swj.wuhan.gov.cn/a.html", "武汉市"),  # a department's site
        ("http://www.quxian.gov.cn/a.html", "渠县"),  # 渠 alone has one syllable: 县 is spelled too
        ("http://gxq.hld.gov.cn/a.html", "葫芦岛市"),  # letters of the table
        ("http://ynlf.gov.cn/a.html", "禄丰市"),  # a province's letters in front
        ("http://xncz.gov.cn/a.html", "城中区"),  # a city's letters in front
        ("http://www.nbhtz.gov.cn/a.html", "宁波市"),
        ("http://yc.cq.gov.cn/a.html", "永川区"),  # inside what the outer label names
        ("http://zjtz.gov.cn/a.html", "台州市"),
        ("https://example.org/a.html", None),
        ("file:///a.html", None),
    ],
)
def test_hosts_name_places(address, place):
    found = [division_name(code) for code, _ in host_places(address)]
    assert (found[-1] if found else None) == place
