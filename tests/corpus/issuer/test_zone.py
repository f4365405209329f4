"""Who reports, under one name, and where it is: titles, openings and signatures as such pages print
them."""

import pytest

from corpus.describe.report import describe
from corpus.issuer.named import in_title
from corpus.name.composed import clean_name
from corpus.records import Line, Loaded, Page, Stripped
from corpus.title.whole import title_of

BODY = ("一、总体情况", "一年来工作稳步推进。", "二、下一步安排", "继续努力。")


def described(
    title=None, address="file:///a.txt", head=(), front=(), opening="", back=(), tail=(), meta=None, title_tag=None
):
    paragraphs = tuple(text for text in (opening, *BODY) if text)
    head = tuple(head) + ((title,) if title else ()) + tuple(front)
    whole, titled = title_of(title, head, meta or {}, title_tag)
    stripped = Stripped(head, whole, tuple(front), paragraphs, tuple(back), tuple(back) + tuple(tail), titled=titled)
    lines = tuple(Line(text) for text in (*head, *paragraphs, *back, *tail))
    return describe(Page(address, b""), Loaded("text", lines, meta or {}, title_tag), stripped, paragraphs)


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("某区2023年法治政府建设年度报告", "某区"),
        ("2022年高新区(某区)政府信息公开工作年度报告", "高新区(某区)"),
        ("【2022年】州生态环境局2022年度法治政府建设报告", "州生态环境局"),
        ("关于开发区·某区2025年度法治政府建设情况的报告", "开发区·某区"),
        ("关于印发《某区2020年法治政府建设情况报告》的通知", "某区"),
        ("某县综合行政执法局2022年法治政府建设情况报告", "某县综合行政执法局"),  # 行政执法 does not end it
        ("某市城区二〇二三年法治政府建设报告", "某市城区"),
        ("2023年上城区政府信息公开年度报告", "上城区"),
        ("（转载）某区2023年法治政府建设年度报告", "某区"),
        ("【公示】关于某区2023年度法治政府建设情况的报告", "某区"),
        ("转载：某区2023年法治政府建设年度报告", "某区"),
        ("中共某县委和某县人民政府关于2023年度法治政府建设情况的报告", "中共某县委和某县人民政府"),
        ("某县人民政府转发某县司法局关于2023年法治政府建设情况的报告的通知", "某县司法局"),
        ("国务院批转某部关于全国水利工作的报告的通知", "某部"),
        ("某县人民政府办公室关于转发某县司法局2023年法治政府建设报告的通知", "某县司法局"),
        ("关于转发《某县2023年法治政府建设年度报告》的通知", "某县"),
        ("东湖县人民政府关于转发《西湖市2023年法治政府建设年度报告》的通知", "西湖市"),
        ("东湖县司法局转发《西湖市司法局2022年度法治建设工作总结》", "西湖市司法局"),
        ("某市水务局批转《某市水文中心2021年依法行政情况报告》的通知", "某市水文中心"),
        ("东湖县人民政府办公室关于转发《2023年法治政府建设年度报告》的通知", "东湖县人民政府办公室"),
        ("东湖县人民政府关于印发《东湖县2023年法治政府建设年度报告》的通知", "东湖县人民政府"),
        ("省政府办公厅转发省法制办关于2016年度依法行政情况报告的通知", "省法制办"),
        ("县司法局转发市司法局2022年度法治建设报告", "市司法局"),
        ("东湖县人民政府关于批转东湖县应急管理局2022年法治建设工作报告的通知", "东湖县应急管理局"),
        ("市政府办公室关于转发市审计局2020年度依法行政工作报告的通知", "市审计局"),
        ("2023年度法治政府建设情况报告", None),
        (None, None),
    ],
)
def test_issuers_in_titles(title, issuer):
    assert in_title(title) == issuer


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("某高新区管理委员会", "某高新区"),
        ("某市人民政府某某街道办事处", "某市某某街道"),
        ("某高新区管委会办公室", "某高新区管委会办公室"),  # an office of its own
        ("某区建设委员会", "某区建设委员会"),  # a department that is a commission
        ("某区文化和旅游发展委员会", "某区文化和旅游发展委员会"),
        ("中共厦门市委火炬高新区工委 厦门火炬高新区管委会", "厦门火炬高新区"),
        ("中共厦门市委火炬高新区工委厦门火炬高新区管委会", "厦门火炬高新区"),  # the space lost
        ("中共句容市委员会 句容市人民政府", "句容市"),
        ("中共和顺县委和顺县人民政府", "和顺县"),  # 和 is part of the name
        ("南京市某新城开发建设管理委员会", "南京市某新城"),
        ("某市司法局|", "某市司法局"),  # what a title puts behind it
        ("某高新区管委会——", "某高新区"),
    ],
)
def test_names_without_their_organs(printed, name):
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    ("title", "host", "zone", "city", "level"),
    [
        ("静海区2023年度法治政府建设情况报告", "", "天津市静海区", "天津市", "区县"),
        ("静海县2012年依法行政工作报告", "", "天津市静海区", "天津市", "区县"),  # one identity over time
        ("句容市人民政府2022年政府信息公开工作年度报告", "", "句容市", "镇江市", "区县"),
        ("高新区2021年法治政府建设年度报告", "www.zhuhai.gov.cn", "珠海高新技术产业开发区", "珠海市", "国家级开发区"),
        ("珠海国家高新区2021年法治政府建设年度报告", "", "珠海高新技术产业开发区", "珠海市", "国家级开发区"),
        (
            "重庆高新技术产业开发区管理委员会2018年政府信息公开工作年度报告",
            "",
            "重庆高新技术产业开发区",
            "重庆市",
            "国家级开发区",
        ),
        ("重庆高新区管委会办公室2018年政府信息公开工作年度报告", "", "重庆高新区管委会办公室", "重庆市", "部门"),
        ("北京经开区2023年法治政府建设年度情况报告", "", "北京经济技术开发区", "北京市", "国家级开发区"),
        (
            "开发区·铁山区2025年度法治政府建设情况的报告",
            "www.huangshi.gov.cn",
            "黄石经济技术开发区·铁山区",
            "黄石市",
            "国家级开发区",
        ),
        (
            "苏州高新区(虎丘区)2022年法治政府建设情况报告",
            "",
            "苏州高新技术产业开发区(虎丘区)",
            "苏州市",
            "国家级开发区",
        ),
        ("襄樊高新区2009年政府信息公开年度报告", "", "襄阳高新技术产业开发区", "襄阳市", "国家级开发区"),
        ("西安国际港务区管委会2021年政府信息公开年度报告", "", "西安浐灞国际港", "西安市", "省级开发区"),
        ("湖口高新区2020年政府信息公开工作年度报告", "", "湖口高新区", "九江市", "省级开发区"),  # not its city's
        ("郑东新区2025年度法治政府建设情况报告", "", "郑东新区", "郑州市", "省级开发区"),
        ("兴国镇人民政府2025年政府信息公开工作年度报告", "www.qinan.gov.cn", "秦安县兴国镇", "天水市", "乡镇街道"),
        (
            "洛浦街道办事处2015年度政府信息公开年度报告",
            "www.panyu.gov.cn",
            "广州市番禺区洛浦街道",
            "广州市",
            "乡镇街道",
        ),
        ("市水务局2023年法治政府建设工作情况报告", "www.wuhan.gov.cn", "武汉市水务局", "武汉市", "部门"),
        ("海南州教育局2021年度法治政府建设情况报告", "", "海南藏族自治州教育局", "海南藏族自治州", "部门"),
        (
            "州生态环境局2022年度法治政府建设报告",
            "hbj.enshi.gov.cn",
            "恩施州生态环境局",
            "恩施土家族苗族自治州",
            "部门",
        ),
        ("河南省发展改革委2022年政府信息公开工作年度报告", "", "河南省发展和改革委员会", None, "部门"),
        ("河南省人民政府关于2022年法治政府建设情况的报告", "", "河南省", None, "省"),
        ("农业农村部2024年度法治政府建设情况的报告", "", "农业农村部", None, "国家"),
        ("国家税务总局泰安市税务局2023年法治政府建设情况报告", "", "国家税务总局泰安市税务局", "泰安市", "部门"),
        ("仙桃市2023年法治政府建设年度报告", "", "仙桃市", None, "区县"),
        ("四川凉山州2021年度法治政府建设情况的报告", "", "凉山彝族自治州", "凉山彝族自治州", "市"),
        (
            "中国(湖北)自由贸易试验区襄阳片区管委会2021年度信息公开年报",
            "",
            "中国(湖北)自由贸易试验区襄阳片区",
            "襄阳市",
            "省级开发区",
        ),
        (
            "中国(上海)自由贸易试验区某片区2021年度信息公开年报",
            "",
            "中国(上海)自由贸易试验区某片区",
            "上海市",
            "省级开发区",
        ),
        ("县开发区2021年法治政府建设年度报告", "www.xuwen.gov.cn", "徐闻开发区", "湛江市", "省级开发区"),
        ("某市公安局江北分局2021年法治政府建设年度报告", "", "某市公安局江北分局", None, "部门"),
        ("重庆市公安局江北分局2021年法治政府建设年度报告", "", "重庆市公安局江北分局", "重庆市", "部门"),
        ("县度假区2021年法治政府建设年度报告", "www.xuwen.gov.cn", "徐闻度假区", "湛江市", "省级开发区"),
        ("县统计局2023年法治政府建设工作报告", "www.xuwen.gov.cn", "徐闻县统计局", "湛江市", "部门"),
    ],
)
def test_one_name_for_each_issuer(title, host, zone, city, level):
    found = described(title, f"http://{host}/a.html" if host else "file:///a.txt")
    assert (found.zone, found.city, found.level) == (zone, city, level)


def test_a_county_site_that_reposts_its_province():
    found = described(
        "新疆维吾尔自治区人民政府关于2017年法治政府建设工作的报告",
        "http://shache.gov.cn/a.html",
        tail=["主办:莎车县人民政府"],
    )
    assert (found.zone, found.province, found.city) == ("新疆维吾尔自治区", "新疆维吾尔自治区", None)


def test_the_page_tells_namesakes_apart():
    title = "鼓楼区2023年法治政府建设年度报告"
    assert described(title, tail=["网站标识码:3501020001"]).zone == "福州市鼓楼区"
    assert described(title, tail=["苏公网安备32010602010001号"]).zone == "南京市鼓楼区"
    assert described(title, front=["中共徐州市委、徐州市人民政府:"]).zone == "徐州市鼓楼区"
    assert described(title).city is None  # nobody says


def test_namesakes_of_one_province_stay_themselves():
    found = described("桥西区2016年信息公开年报", tail=["冀ICP备05000000号"])
    assert (found.zone, found.province, found.city, found.level) == ("桥西区", "河北省", None, "区县")


def test_a_zones_own_name_is_no_place_of_another_province():
    found = described(
        "双塔产业园2023年法治政府建设年度报告", tail=["网站标识码:5134370001", "地址:四川省凉山彝族自治州雷波县某路"]
    )
    assert (found.province, found.county) == ("四川省", "雷波县")


def test_a_zone_renamed_on_its_own_page():
    found = described(
        "句容某溪产业集聚区2020年法治政府建设年度报告", tail=["主办:句容某溪先进制造业开发区（原句容某溪产业集聚区）"]
    )
    assert (found.zone, found.zone_then) == ("句容某溪先进制造业开发区", "句容某溪产业集聚区")


def test_the_fullest_form_on_the_page_is_the_name():
    found = described(
        "潮州凤泉湖高新区2023年法治政府建设年度报告",
        back=["潮州凤泉湖高新技术产业开发区管理委员会", "2023年11月17日"],
    )
    assert (found.zone, found.zone_then) == ("潮州凤泉湖高新技术产业开发区", "潮州凤泉湖高新区")


@pytest.mark.parametrize(
    "opening",
    [
        "2023年,句容经济开发区坚持依法办事,扎实推进法治政府建设。",
        "现将句容经济开发区2023年度法治政府建设情况报告如下:",
        "根据有关规定,现公布《句容经济开发区管委会2023年法治政府建设年度报告》。",
        "按照《某某规定》要求,句容经济开发区向社会公布2023年法治政府建设年度报告。",
        "本报告由句容经济开发区管委会根据有关要求编制,统计期限为2023年1月1日至12月31日。",
    ],
)
def test_issuers_in_openings(opening):
    found = described(opening=opening)
    assert (found.zone, found.city, found.county, found.year) == ("句容经济开发区", "镇江市", "句容市", 2023)
    assert found.provenance["title"].inferred


def test_source_and_site_are_asked_last():
    assert described(head=["来源: 句容市司法局"], opening="2023年,我局扎实推进法治政府建设。").zone == "句容市司法局"
    site = described(address="http://www.jurong.gov.cn/a.html", opening="2023年,我们扎实推进法治政府建设。")
    assert (site.zone, site.provenance["zone"].inferred) == ("句容市", True)
    assert described(opening="2023年,我们扎实推进法治政府建设。").zone is None


def test_titles_come_from_meta_where_none_is_printed():
    meta = {"articletitle": "句容市2022年法治政府建设年度报告"}
    assert described(meta=meta).title == "句容市2022年法治政府建设年度报告"
    assert (
        described(title_tag="句容市2022年法治政府建设年度报告-句容市人民政府").title
        == "句容市2022年法治政府建设年度报告"
    )


def test_a_title_over_several_lines_is_one():
    head = ["首页 > 通知公告", "句容市人民政府2022年政府信", "息公开工作年度报告"]
    assert described(head=head).title == "句容市人民政府2022年政府信息公开工作年度报告"


def test_a_speech_to_the_congress_is_a_work_report():
    found = described(
        "政府工作报告",
        front=["——2024年1月20日在句容市第十八届人民代表大会第三次会议上", "各位代表:"],
        opening="现在,我代表市人民政府,向大会报告政府工作,请予审议。",
        address="http://www.jurong.gov.cn/a.html",
    )
    assert (found.kind, found.year, found.zone) == ("政府工作报告", 2024, "句容市")


def test_traditional_labels_are_read():
    found = described(
        "句容市2022年法治政府建設年度報告",
        head=["發布時間：2024-01-12 來源：辦公室"],
        back=["句容市人民政府", "二〇二三年十二月五日"],
    )
    assert (found.zone, found.published, found.issued, found.kind) == (
        "句容市",
        "2024-01-12",
        "2023-12-05",
        "法治政府建设",
    )


def test_each_field_has_evidence():
    found = described("句容市2022年法治政府建设年度报告", head=["发布日期:2023-02-01"])
    for field in ("title", "zone", "province", "city", "county", "level", "kind", "year", "published", "script"):
        evidence = found.provenance[field]
        assert evidence.source
        assert 0 < evidence.confidence <= 1
    assert "number" not in found.provenance


@pytest.mark.parametrize(
    "noise",
    [
        "",
        " ",
        "()",
        "《》",
        "中共",
        "关于",
        "2023年",
        "0" * 500,
        "省市区县" * 200,
        "(((((",
        "管委会",
        "〔〕号",
        "\u200b\ufeff",
        "镇" * 60,
    ],
)
def test_nothing_makes_it_fail(noise):
    found = described(
        noise or None, head=[noise], front=[noise], opening=noise * 3, back=[noise], tail=[noise], title_tag=noise
    )
    assert found.script == "hans"
