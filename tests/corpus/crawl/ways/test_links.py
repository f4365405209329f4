"""What pages lead to: addresses in scripts, pages of lists, lists of platforms, what words promise."""

import gzip
import json

import pytest

from corpus.crawl.ways.link import COLUMN, NOTHING, OTHER, REPORT
from corpus.crawl.ways.links import links_of
from corpus.crawl.ways.pagers import further_pages
from corpus.crawl.ways.promise import promise_of, promise_of_address
from corpus.records import Page

HERE = "https://kfq.example/zwgk/index.html"


def page(body, address=HERE, head="", kind="text/html", encoding="utf-8"):
    return Page(address, f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), kind)


def found(body, **values):
    return {link.address.removeprefix("https://kfq.example"): link for link in links_of(page(body, **values))}


# Ways of writing an address that is no link, and where it leads.
SCRIPTED = [
    ("<a href='javascript:void(0)' onclick=\"window.open('nb/1.html')\">年报</a>", "/zwgk/nb/1.html"),
    ("<a href=\"javascript:window.open('/nb/2.html','_blank')\">年报</a>", "/nb/2.html"),
    ("<li onclick=\"location.href='../nb/3.html'\">年报</li>", "/nb/3.html"),
    ("<td onclick='self.location=\"/nb/4.jsp?id=4\"'>年报</td>", "/nb/4.jsp?id=4"),
    ("<a href='#' onclick=\"return goto('/nb/5.html')\">年报</a>", "/nb/5.html"),
    ("<a href='javascript:;' data-href='/nb/6.html'>年报</a>", "/nb/6.html"),
    ("<select onchange='jump(this)'><option value='/nb/7.html'>2017年</option></select>", "/nb/7.html"),
    ("<script>window.location='/nb/8.html';</script>", "/nb/8.html"),
    ('<script>top.location.replace("/nb/9.html")</script>', "/nb/9.html"),
    ('<script>document.writeln("<a href=\\"/nb/10.html\\" target=_blank>年报<\\/a>")</script>', "/nb/10.html"),
    ("<script type='text/xml'><record><![CDATA[<a href='/nb/11.html'>年报</a>]]></record></script>", "/nb/11.html"),
    ("<iframe src='/nb/12.html'></iframe>", "/nb/12.html"),
    ("<map><area href='/nb/13.html'></map>", "/nb/13.html"),
]


@pytest.mark.parametrize(("body", "address"), SCRIPTED)
def test_an_address_that_is_no_link(body, address):
    assert address in found(body)


NONE = [
    "<script>location.href = '/nb/' + id + '.html';</script>",
    "<a onclick=\"alert('请先登录')\">年报</a>",
    "<a href='javascript:window.print()'>打印</a>",
    "<a onclick=\"show('tab1')\">年报</a>",
    "<script>var url = 'a == b';</script>",
]


@pytest.mark.parametrize("body", NONE)
def test_what_is_no_address(body):
    assert found(body) == {}


PAGERS = [
    ('createPageHTML(3, 0, "index", "html");', ["index_1.html", "index_2.html"]),
    ("createPageHTML(3,0,'index','shtml',60);", ["index_1.shtml", "index_2.shtml"]),
    ("createPageHTML('page_div',3, 1,'fg','shtml',89);", ["fg_2.shtml", "fg_3.shtml"]),
    ('pageControl(2, 0, "list", "htm", 10, \'nav\');', ["list_1.htm"]),
    ("var currentPage = 0;//从0开始\nvar prev = -1;\nvar countPage = 3//共多少页", ["index_1.html", "index_2.html"]),
    ('$(".pagination").pagination("setPage", 1, 3);', ["index_2.html", "index_3.html"]),
    ("new Page({el: '#p', totalPage: 2, size: 20})", ["index_2.html"]),
    ("createPageHTML(1, 0, 'index', 'html');", []),
    ("createPageHTML(total, 0, 'index', 'html');", []),
]


@pytest.mark.parametrize(("script", "names"), PAGERS)
def test_pages_of_a_list_that_a_script_names(script, names):
    assert list(further_pages(HERE, script)) == names


def test_a_later_page_names_none_again_and_an_archive_is_bounded():
    assert list(further_pages("https://kfq.example/a/index_2.html", 'createPageHTML(5, 2, "index", "html")')) == []
    assert len(list(further_pages(HERE, 'createPageHTML(900, 0, "index", "html")'))) == 59


TURNS = [
    ("<a href='index_2.html'>下一页</a>", True),
    ("<a href='?page=3'>3</a>", True),
    ("<a href='index_9.html'>尾页</a>", True),
    ("<a href='index_2.html'>&gt;&gt;</a>", True),
    ("<a href='/other/1.html'>下一页</a>", False),
    ("<a href='t2023.html'>2023年法治政府建设年度报告</a>", False),
]


@pytest.mark.parametrize(("body", "is_page"), TURNS)
def test_links_that_turn_a_list(body, is_page):
    (link,) = found(body).values()
    assert (link.role == "list") is is_page


PROMISES = [
    ("松塘高新区2023年法治政府建设年度报告", REPORT),
    ("松塘高新区管委会2022年推进法治建设情况", REPORT),
    ("常州松塘高新技术产业开发区2023年法治政…", REPORT),
    ("政府工作报告——2023年1月5日在第三届人民代表大会第二次会议上", REPORT),
    ("关于印发《2022年依法行政工作报告》的通知", REPORT),
    ("2021年度政府信息公开年报.docx", REPORT),
    ("法治政府建设", COLUMN),
    ("政府信息公开年报", COLUMN),
    ("法定主动公开内容", COLUMN),
    ("园区概况", NOTHING),
    ("首页", NOTHING),
    ("松塘高新区召开安全生产工作会议", OTHER),
    ("一图读懂2023年政府工作报告", OTHER),
    ("松塘化工项目环境影响报告书公示2023", OTHER),
    ("关于做好2023年法治政府建设年度报告编写工作的通知", OTHER),
    ("松塘高新区2023年法治宣传月活动启动", OTHER),
]


@pytest.mark.parametrize(("words", "promise"), PROMISES)
def test_what_words_promise(words, promise):
    assert promise_of(words) == promise


def test_words_that_name_nothing_promise_what_stands_around_them():
    assert promise_of("查看详情", around="2023年法治政府建设年度报告 查看详情") == REPORT
    assert promise_of("2019年", page=COLUMN) == COLUMN
    assert promise_of("点击下载", page=REPORT) == REPORT
    assert promise_of("更多>>") == NOTHING


ADDRESSES = [
    ("https://kfq.example/zwgk/fzzfjs/t20230120_7.html", REPORT),
    ("https://kfq.example/xxgknb/", COLUMN),
    ("https://kfq.example/c/2023年度报告.html", REPORT),
    ("https://kfq.example/xwdt/t20230120_7.html", NOTHING),
]


@pytest.mark.parametrize(("address", "promise"), ADDRESSES)
def test_what_an_address_promises(address, promise):
    assert promise_of_address(address) == promise


FILES = [
    ("<a href='/f/P1.pdf'>附件：2023年法治政府建设年度报告.pdf</a>", REPORT),
    ("<a href='/downfile.jsp?id=7'>2023年度报告.docx</a>", REPORT),
    ("<a href='/system/_content/download.jsp?fileid=7'>附件1</a>", REPORT),
    ("<a href='/f/P2.doc'>附件</a>", REPORT),
]


@pytest.mark.parametrize(("body", "worth"), FILES)
def test_files_of_a_page(body, worth):
    (link,) = found(body, head="<title>松塘高新区2023年法治政府建设年度报告</title>").values()
    assert (link.role, link.worth) == ("attached", worth)


def test_han_in_a_query_goes_in_the_encoding_of_the_page():
    body = "<a href='list.jsp?栏目=年报'>年报</a><a href='/年报.html'>年报</a>"
    for encoding, query in (
        ("gb18030", "%C0%B8%C4%BF=%C4%EA%B1%A8"),
        ("utf-8", "%E6%A0%8F%E7%9B%AE=%E5%B9%B4%E6%8A%A5"),
    ):
        links = found(body, encoding=encoding, kind=f"text/html; charset={encoding}")
        assert list(links) == [f"/zwgk/list.jsp?{query}", "/%E5%B9%B4%E6%8A%A5.html"]


def test_sessions_and_tracking_are_not_asked_for():
    body = "<a href='/a.jsp;jsessionid=0F1?id=1'>a</a><a href='/a.jsp?id=1&sid=a1b2c3d4e5'>b</a><a href='/a.jsp?id=1&spm=2'>c</a>"
    assert list(found(body)) == ["/a.jsp?id=1"]


def test_a_canonical_link_is_believed_where_it_looks_like_the_same_page():
    for href, count in (("/zwgk/nb/index.html", 1), ("/", 0)):
        links = found("", head=f"<link rel='canonical' href='{href}'>")
        assert [link.role for link in links.values()] == ["same"] * count


GKMLPT = [
    'window._CONFIG = {SID: \'750040\', TREE: [{"id": 19, "name": "法治政府建设年度报告"}, {"id": 2, "name": "动态"}]}',
    'var config = {"sid":"750040","tree":[{"name":"年报","id":"19","children":[]}]};',
    '{"SID": 750040, "TREE": [{"id":19,"parent":1,"name":"\\u5e74\\u5ea6\\u62a5\\u544a"}]}',
    "var SID = '750040'; var COLUMN_ID = 19;",
]


@pytest.mark.parametrize("script", GKMLPT)
def test_lists_of_gkmlpt(script):
    links = found(f"<script>{script}</script>", address="https://kfq.example/jgq/gkmlpt/index")
    (link,) = [link for link in links.values() if link.role == "data:gkmlpt"]
    assert link.address == "https://kfq.example/jgq/gkmlpt/api/all/19?page=1&sid=750040"


def test_a_platform_without_a_promising_column_is_asked_for_everything():
    links = found(
        '<script>x={SID:\'7\',TREE:[{"id":3,"name":"动态"}]}</script>', address="https://kfq.example/gkmlpt/index"
    )
    assert list(links) == ["/gkmlpt/api/all/0?page=1&sid=7"]


def test_other_pages_do_not_look_like_a_platform():
    assert found('<script>var sid = \'750040\'; var x = {"id": 3, "name": "年报"}</script>') == {}


TITLE = "松塘高新区2023年法治政府建设年度报告"
ANSWERS = [
    ("gkmlpt", "/gkmlpt/api/all/19?page=1&sid=7", {"total": 9, "articles": [{"title": TITLE, "url": "/nb/1.html"}]}, 2),
    ("gkmlpt", "/gkmlpt/api/all/19?page=4&sid=7", {"total": 9, "articles": []}, 0),
    ("jpaas", "/unit?paramJson=%7B%22pageNo%22%3A1%7D", {"data": {"html": f"<li><a href='/nb/1.html'>{TITLE}</a>"}}, 2),
    ("json", "/d/list.json", [{"docTitle": TITLE, "docPubUrl": "/nb/1.html"}], 1),
    ("json", "/api/list?pageNo=1", {"data": {"page": {"rows": [{"title": TITLE, "url": "/nb/1.html"}]}}}, 2),
    ("common-search", "/common/search/ab12?page=1", {"data": {"results": [{"title": TITLE, "url": "/nb/1.html"}]}}, 2),
    ("json", "/api/list", {"data": "nothing"}, 0),
]


@pytest.mark.parametrize(("name", "path", "answer", "count"), ANSWERS)
def test_answers_of_platforms(name, path, answer, count):
    body = json.dumps(answer, ensure_ascii=False).encode()
    links = links_of(Page(f"https://kfq.example{path}", body, "application/json"), f"data:{name}")
    assert len(links) == count
    if count:
        assert (links[0].address, links[0].worth) == ("https://kfq.example/nb/1.html", REPORT)
    if count == 2:
        assert links[1].role == f"data:{name}"
        assert "2" in links[1].address.rpartition("/")[2]


BROKEN = [b"", b"{", b"\xff\xfe\x00", b"<html>", b"[" * 99_999, b"null"]


@pytest.mark.parametrize("body", BROKEN)
@pytest.mark.parametrize("role", ["sitemap", "data:gkmlpt", "data:json", "data:jpage", "data:jpaas", "data:none"])
def test_broken_lists_give_nothing(role, body):
    pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")
    assert links_of(Page(HERE, body), role) == ()


def test_site_maps():
    pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")
    urls = "".join(f"<url><loc> https://kfq.example/{n} </loc><lastmod>2024-01-0{n}</lastmod></url>" for n in (1, 2))
    urls = f"<?xml version='1.0'?><urlset>{urls}<url><loc>ftp://x/</loc></url></urlset>".encode()
    for body in (urls, gzip.compress(urls)):
        links = links_of(Page("https://kfq.example/sitemap.xml", body), "sitemap")
        assert [(link.address[-1], link.changed, link.wordless) for link in links] == [
            ("1", "2024-01-01", True),
            ("2", "2024-01-02", True),
        ]
    index = b"<sitemapindex><sitemap><loc>https://kfq.example/m.xml</loc></sitemap></sitemapindex>"
    assert [link.role for link in links_of(Page("https://kfq.example/sitemap.xml", index), "sitemap")] == ["sitemap"]
