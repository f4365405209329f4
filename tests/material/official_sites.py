"""Thirteen invented official sites, each with another way to its reports; `sites()` makes them anew,
for some count how often they are asked."""

import gzip
import itertools
import json
from urllib.parse import quote

from material.official_pages import Official, counted, listed, news, paged, trs, trs_named, written

YEARS = range(2016, 2024)


def numbered_by_script():
    """Lists whose further pages only a script names."""
    site = Official("trs", "常州松塘高新技术产业开发区")
    items = [(f"/zwgk/fzzf/t{y}0120_{y}.html", site.report(f"/zwgk/fzzf/t{y}0120_{y}.html", y, "pager")) for y in YEARS]
    site.column("/zwgk/fzzf/", "法治政府建设", items, 3, trs)
    items = [(f"/zwgk/nb/c{y}.shtml", site.report(f"/zwgk/nb/c{y}.shtml", y, "pager")) for y in range(2008, 2013)]
    site.column("/zwgk/nb/", "年度报告", items, 2, trs_named)
    site.pages["/zwgk/"] = site.page("政务公开", listed([("/zwgk/fzzf/", "法治建设"), ("/zwgk/nb/fg.shtml", "年报")]))
    site.frame()
    site.gossip()
    return site


def old_script():
    """The same with a script of its own, and reports among the notices of a long column."""
    site = Official("counted", "盐城青萍湖经济开发区")
    mixed = []
    for number in range(48):
        path = f"/zwgk/tzgg/{number}.html"
        year = 2012 + number // 8
        title = site.report(path, year, "pager") if number % 8 == 7 else site.article(path, number)
        mixed.append((path, title))
    site.column("/zwgk/tzgg/", "通知公告", mixed, 8, counted)
    site.pages["/zwgk/"] = site.page("政务公开", listed([("/zwgk/tzgg/", "通知公告")]))
    site.frame()
    site.gossip(40, pager=paged)
    return site


def in_sitemap():
    """No link anywhere: an index of site maps, named in robots.txt, one of them packed."""
    site = Official("sitemap", "湖州白鹭洲工业园区")
    paths = []
    for number, year in enumerate(YEARS):
        paths.append(f"/art/{year + 1}/2/{number + 1}/art_1229_{5000 + number}.html")
        site.report(paths[-1], year, "sitemap")
    for number in range(60):
        paths.append(f"/art/2024/{number % 12 + 1}/9/art_77_{6000 + number}.html")
        site.article(paths[-1], number)
    half = len(paths) // 2

    def urls(some):
        return lambda handler: (200, {"Content-Type": "text/xml"}, urlset(site_root(handler), some))

    def index(handler):
        root = site_root(handler)
        maps = "".join(f"<sitemap><loc>{root}/{name}</loc></sitemap>" for name in ("map1.xml", "map2.xml.gz"))
        return 200, {"Content-Type": "text/xml"}, f"<sitemapindex xmlns='{NAMESPACE}'>{maps}</sitemapindex>".encode()

    site.pages["/robots.txt"] = lambda handler: f"User-agent: *\nSitemap: {site_root(handler)}/maps.xml\n".encode()
    site.pages["/maps.xml"] = index
    site.pages["/map1.xml"] = urls(paths[:half])
    site.pages["/map2.xml.gz"] = lambda handler: (
        200,
        {"Content-Type": "application/gzip"},
        gzip.compress(urlset(site_root(handler), paths[half:])),
    )
    site.frame("<div id='app'></div>")
    return site


NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def site_root(handler):
    return f"http://{handler.headers['Host']}"


def urlset(root, paths):
    urls = "".join(f"<url><loc>{root}{path}</loc><lastmod>2024-02-01</lastmod></url>" for path in paths)
    return f"<urlset xmlns='{NAMESPACE}'>{urls}</urlset>".encode()


def asked(handler, name, default=1):
    pairs = dict(part.partition("=")[::2] for part in handler.path.partition("?")[2].split("&"))
    return int(pairs.get(name) or default)


def of_guangdong():
    """The platform gkmlpt: the index names its number and its columns, a script asks for lists."""
    site = Official("gkmlpt", "江门青岚湾经济开发区")
    articles = {19: [], 40: []}
    for number, year in enumerate(YEARS):
        path = f"/gkmlpt/content/5/50{number}/post_50{number}.html"
        articles[19].append((path, site.report(path, year, "gkmlpt")))
    for number in range(50):
        path = f"/gkmlpt/content/6/60{number}/post_60{number}.html"
        articles[40].append((path, site.article(path, number)))
    tree = [
        {"id": 1, "name": "法定主动公开内容", "children": [{"id": 19, "name": "法治政府建设年度报告", "children": []}]},
        {"id": 40, "name": "工作动态", "children": []},
    ]
    config = f"window._CONFIG = {{SID: '750040', PATH: '/gkmlpt', TREE: {json.dumps(tree, ensure_ascii=False)}}};"
    site.pages["/gkmlpt/index"] = site.page(
        "政府信息公开目录", "<div id='app'></div>", script=f"<script>{config}</script>"
    )

    def api(column):
        def answer(handler):
            if "sid=750040" not in handler.path:
                return 404, {}, b"{}"
            page = asked(handler, "page")
            some = articles[column][(page - 1) * 5 : page * 5]
            found = [
                {"id": n, "title": title, "url": site_root(handler) + path, "display_publish_time": 1700000000 + n}
                for n, (path, title) in enumerate(some)
            ]
            body = json.dumps({"total": len(articles[column]), "articles": found}, ensure_ascii=False).encode()
            return 200, {"Content-Type": "application/json"}, body

        return answer

    site.pages["/gkmlpt/api/all/19"], site.pages["/gkmlpt/api/all/40"] = api(19), api(40)
    site.pages["/zwgk/"] = site.page("政务公开", listed([("/gkmlpt/index", "政府信息公开")]))
    site.frame()
    return site


def of_jpage():
    """A list in a data store inside a script, its further records asked for in groups."""
    site = Official("jpage", "济宁银杏岭经济开发区")
    items = [(f"/art/{y}/2/1/art_88_{y}.html", site.report(f"/art/{y}/2/1/art_88_{y}.html", y, "jpage")) for y in YEARS]
    group = "/module/web/jpage/dataproxy.jsp?page={}&webid=7&path=/&columnid=88&unitid=1648&permissiontype=0"

    def store(page):
        some = items[(page - 1) * 3 : page * 3]
        records = "".join(
            f"<record><![CDATA[<li><a href='{p}'>{t}</a><span>2024-01-02</span></li>]]></record>" for p, t in some
        )
        after = f'<nextgroup><![CDATA[<a href="{group.format(page)}"></a>]]></nextgroup>' if some else ""
        return f"<datastore>{after}<totalrecord>{len(items)}</totalrecord><recordset>{records}</recordset></datastore>"

    def proxy(handler):
        page = asked(handler, "page") + 1
        return 200, {"Content-Type": "text/xml"}, f"<?xml version='1.0' encoding='utf-8'?>{store(page)}".encode()

    site.pages["/module/web/jpage/dataproxy.jsp"] = proxy
    site.pages["/col/col88/index.html"] = site.page(
        "法治政府建设", f"<div><script type='text/xml'>{store(1)}</script></div>"
    )
    site.pages["/zwgk/"] = site.page("政务公开", listed([("/col/col88/index.html", "法治政府建设")]))
    site.frame()
    site.gossip()
    return site


def of_jpaas():
    """A unit of a page that the gateway builds, as HTML inside JSON."""
    site = Official("jpaas", "丽水云栖谷产业集聚区")
    items = [(f"/art/nb/{y}.html", site.report(f"/art/nb/{y}.html", y, "jpaas")) for y in YEARS]

    def unit(handler):
        if "webId=2945" not in handler.path or "pageId=148" not in handler.path:
            return 200, {"Content-Type": "application/json"}, b'{"success": false}'
        page = next((n for n in range(1, 9) if quote(f'"pageNo":{n},') in handler.path), 1)
        some = items[(page - 1) * 4 : page * 4]
        body = {"success": True, "data": {"html": listed(some) if some else ""}}
        return 200, {"Content-Type": "application/json"}, json.dumps(body, ensure_ascii=False).encode()

    query = "{'webId':'2945','pageId':'148','parseType':'bulidstatic','pageType':'column','tagId':'信息列表','tplSetId':'quSyq'}"
    unit_path = "/api-gateway/jpaas-publish-server/front/page/build/unit"
    script = f'<script src="/js/unit.js" parseType="bulidstatic" url="{unit_path}" queryData="{query}"></script>'
    site.pages[unit_path] = unit
    site.pages["/col/col148/index.html"] = site.page("年度报告", "<div id='ajax'></div>", script=script)
    site.pages["/zwgk/"] = site.page("政务公开", listed([("/col/col148/index.html", "年度报告")]))
    site.frame()
    site.gossip()
    return site


def as_json():
    """Lists that a script of the site's own fetches: a file, and an interface in pages."""
    site = Official("json", "襄阳听泉坪高新技术产业开发区")
    first = [(f"nb/{y}.html", site.report(f"/zwgk/nb/{y}.html", y, "json")) for y in range(2016, 2020)]
    second = [(f"/nb/{y}.html", site.report(f"/nb/{y}.html", y, "json")) for y in range(2020, 2024)]
    rows = [{"docTitle": title, "docPubUrl": f"./{path}", "pubDate": "2024-01-02"} for path, title in first]
    site.pages["/data/nb.json"] = (200, {"Content-Type": "application/json"}, json.dumps(rows).encode())

    def api(handler):
        page = asked(handler, "pageNo")
        some = [{"title": title, "url": path, "time": "2024"} for path, title in second[(page - 1) * 2 : page * 2]]
        body = json.dumps({"code": 200, "data": {"totalCount": len(second), "rows": some}}, ensure_ascii=False).encode()
        return 200, {"Content-Type": "application/json;charset=utf-8"}, body

    site.pages["/api/article/list"] = api
    script = (
        "<script>$.getJSON('/data/nb.json', function (rows) { draw(rows); });\n"
        "axios.get('/api/article/list?channel=12&pageNo=1&pageSize=2').then(draw);</script>"
    )
    site.pages["/zwgk/"] = site.page("年度报告", "<div id='rows'></div>", script=script)
    site.frame()
    site.gossip()
    return site


def by_script():
    """Addresses in scripts, frames, refreshes and lists to choose from, below a base."""
    site = Official("script", "承德栖凤台经济技术开发区")
    made = {y: site.report(f"/web/nb/{y}.html", y, "script") for y in range(2012, 2024)}
    at = {y: f"nb/{y}.html" for y in made}
    rows = "".join(
        (
            f"<li><a href='javascript:void(0)' onclick=\"window.open('{at[2012]}')\">{made[2012]}</a></li>",
            f"<li><a href=\"javascript:window.open('{at[2013]}','_blank')\">{made[2013]}</a></li>",
            f"<li onclick=\"location.href='{at[2014]}'\">{made[2014]}</li>",
            f"<li><a href='#' onclick='window.location=\"{at[2015]}\"; return false'>{made[2015]}</a></li>",
            f"<li><span onclick=\"javascript:location.replace('{at[2016]}')\">{made[2016]}</span></li>",
            f"<li><a href='javascript:;' data-url='{at[2017]}'>{made[2017]}</a></li>",
            f"<select onchange='location=this.value'><option value=''>历年报告</option><option value='{at[2018]}'>2018年</option>"
            f"<option value='{at[2019]}'>2019年</option></select>",
        )
    )
    base = "<base href='/web/'>"
    site.pages["/gk/list.html"] = site.page("法治政府建设年度报告", rows, head=base)
    site.pages["/gk/frame.html"] = (
        b"<html><frameset cols='20%,*'><frame src='menu.html'><frame src='rows.html'></frameset></html>"
    )
    site.pages["/gk/menu.html"] = site.page("目录", "<p>目录</p>")
    framed = listed([(f"/web/nb/{y}.html", made[y]) for y in (2020, 2021)])
    site.pages["/gk/rows.html"] = site.page("年报", framed)
    jump = "<html><head><script>window.location.href = '/gk/jumped.html';</script></head><body></body></html>"
    site.pages["/gk/jump.html"] = jump.encode()
    site.pages["/gk/jumped.html"] = site.page("年报", listed([("/web/nb/2022.html", made[2022])]))
    site.pages["/gk/"] = b"<html><head><meta http-equiv='refresh' content='0;URL=list.html'></head></html>"
    site.pages["/gk/more.html"] = site.page(
        "年报", f"<script>document.write('<a href=\"/web/nb/2023.html\">{made[2023]}</a>');</script>"
    )
    columns = [
        ("/gk/", "年度报告"),
        ("/gk/frame.html", "法治政府建设"),
        ("/gk/jump.html", "信息公开年报"),
        ("/gk/more.html", "近年报告"),
    ]
    site.pages["/zwgk/"] = site.page("政务公开", listed(columns))
    site.frame()
    site.gossip()
    return site


def attached():
    """Pages that only attach the report: PDF, Word, a script that hands a file out."""
    from material.files_written import pdf

    site = Official("attached", "赣州柳浪岗高新技术产业开发区")
    items = []
    for year in range(2014, 2022):
        title, body = written(site.zone, year)
        site.ways[title] = "attachment"
        name = f"{title}.{'pdf' if year % 2 else 'docx'}"
        paragraphs = [text.replace("</p>", "") for text in body.split("<p>")[1:]]
        file = pdf(title=title, texts=paragraphs, head="") if year % 2 else word(title, paragraphs)
        address = f"/files/P{year}.{'pdf' if year % 2 else 'docx'}"
        if year > 2017:
            address = f"/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=12&wbfileid={year}"
        if year > 2019:
            address = f"/downfile.jsp?id={year}"
        kind = {
            "Content-Type": "application/octet-stream",
            "Content-Disposition": f"attachment; filename={quote(name)}",
        }
        site.pages[address] = (
            200,
            kind if year > 2017 else {"Content-Type": "application/pdf" if year % 2 else WORD},
            file,
        )
        path = f"/zwgk/jcgk/fzzf/{year}.html"
        words = f"附件：{name}" if year % 3 else "附件下载"
        site.pages[path] = site.page(title, f"<p>{year}年报告见附件。</p><p><a href='{address}'>{words}</a></p>")
        items.append((path, title))
    site.column("/zwgk/jcgk/fzzf/", "法治政府建设", items, 5, trs)
    site.pages["/zwgk/jcgk/"] = site.page("基础公开", listed([("/zwgk/jcgk/fzzf/", "法治政府建设")]))
    site.pages["/zwgk/"] = site.page("政务公开", listed([("/zwgk/jcgk/", "基础信息公开")]))
    site.frame()
    site.gossip()
    return site


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word(title, paragraphs):
    """A Word file."""
    import io

    from docx import Document

    made, buffer = Document(), io.BytesIO()
    made.add_heading(title, 0)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(buffer)
    return buffer.getvalue()


def with_sessions():
    """GBK, Han in queries, numbers of sessions in every link, counters and clocks on every page."""
    site = Official("sessions", "常德桃花渡经济开发区")
    count = itertools.count(1)
    made = {year: written(site.zone, year) for year in YEARS}
    site.ways.update({title: "session" for title, _ in made.values()})

    def marked(path):
        n = next(count)
        mark = "&" if "?" in path else "?"
        return (f"{path};jsessionid={n:032X}", f"{path}{mark}sid=a{n:015x}", f"{path}{mark}spm=1.{n}&utm_source=w{n}")[
            n % 3
        ]

    def page(title, body):
        n = next(count)
        clock = f"<p>今天是：2026年11月{n % 28 + 1}日 浏览次数：{n}</p>"
        return (
            200,
            {"Content-Type": "text/html"},
            site.page(title, clock + body).replace(b"utf-8", b"gb2312").decode().encode("gb18030"),
        )

    def entry(handler):
        path = handler.path.partition(";")[0].partition("?")[0]
        rows = [(marked(f"/show/{year}.html"), title) for year, (title, _) in made.items()]
        if path == "/list.jsp":
            wanted = quote("法治政府建设".encode("gb18030"))
            return page("栏目", listed(rows)) if wanted in handler.path else page("栏目", "<p>没有这个栏目。</p>")
        year = int(path.rpartition("/")[2].partition(".")[0])
        return page(made[year][0], made[year][1])

    for year in YEARS:
        site.pages[f"/show/{year}.html"] = entry
    site.pages["/list.jsp"] = entry
    site.pages["/zwgk/"] = lambda handler: page("政务公开", listed([("/list.jsp?栏目=法治政府建设", "法治政府建设")]))
    site.frame()
    home = site.pages["/"]
    site.pages["/"] = lambda handler: page("门户", "<a href='" + marked("/zwgk/") + "'>政务公开</a>") if home else None
    site.gossip()
    return site


def with_faults():
    """Bodies longer and shorter than said, a busy hour, forbidden and vanished pages."""
    site = Official("faults", "衢州鹿鸣原高新技术产业园区")
    items = [(f"/nb/{y}.html", site.report(f"/nb/{y}.html", y, "link")) for y in YEARS]
    busy = itertools.count()
    short, calm = site.pages["/nb/2016.html"], site.pages["/nb/2017.html"]

    def too_short(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(short) + 500))
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(short)
        handler.close_connection = True

    site.pages["/nb/2016.html"] = too_short
    site.pages["/nb/2017.html"] = lambda handler: calm if next(busy) else (429, {"Retry-After": "1"}, b"busy")
    site.pages["/nb/2007.html"] = (403, {}, b"forbidden")
    site.pages["/nb/2006.html"] = (410, {}, b"gone")
    items += [(f"/nb/{y}.html", f"{site.zone}{y}年法治政府建设年度报告") for y in (2005, 2006, 2007)]
    site.column("/zwgk/", "法治政府建设年度报告", items, 20, trs)
    site.frame()
    site.gossip()
    return site


def deep():
    """Five links down, beside a calendar without end and columns that lead nowhere."""
    site = Official("deep", "清远石榴坳产业转移工业园")
    steps = [
        ("/zwgk/", "政务公开", "/zwgk/xxgk/", "信息公开"),
        ("/zwgk/xxgk/", "信息公开", "/zwgk/xxgk/fdzd/", "法定主动公开内容"),
        ("/zwgk/xxgk/fdzd/", "法定主动公开内容", "/zwgk/xxgk/fdzd/fzzf/", "法治政府建设"),
        ("/zwgk/xxgk/fdzd/fzzf/", "法治政府建设", "/zwgk/xxgk/fdzd/fzzf/nb/", "年度报告"),
    ]
    for path, name, below, words in steps:
        dull = [(f"{path}dull{n}.html", f"{word}") for n, word in enumerate(("机构设置", "领导之窗", "财政资金"))]
        site.pages[path] = site.page(name, listed([*dull, (below, words), ("/calendar?month=0", "日历")]))
        for at, title in dull:
            site.pages[at] = site.page(title, "<p>栏目建设中。</p>")
            site.others += 1
    items = [(f"/nb/{y}.html", site.report(f"/nb/{y}.html", y, "depth")) for y in YEARS]
    site.column("/zwgk/xxgk/fdzd/fzzf/nb/", "年度报告", items, 4, paged)

    def month(handler):
        number = asked(handler, "month", 0)
        return site.page(
            "日历", f"<a href='/calendar?month={number + 1}'>下月</a><a href='/day/{number}.html'>{number}</a>"
        )

    site.pages["/calendar"] = month
    site.frame()
    site.gossip()
    return site


def sealed():
    """A list that a script decrypts: without a browser nobody reads it."""
    site = Official("sealed", "贺州听雪峡生态产业园")
    for year in (2022, 2023):
        site.sealed.add(site.report(f"/x/{year}.html", year, "browser"))
    site.pages["/zwgk/"] = (
        b"<html><head><script src='/js/app.83fa.js'></script></head><body><div id='app'></div></body></html>"
    )
    site.frame()
    site.gossip()
    return site


KINDS = (
    numbered_by_script,
    old_script,
    in_sitemap,
    of_guangdong,
    of_jpage,
    of_jpaas,
    as_json,
    by_script,
    attached,
    with_sessions,
    with_faults,
    deep,
    sealed,
)


def sites():
    """All sites, made anew."""
    return [kind() for kind in KINDS]


__all__ = ["KINDS", "news", "sites"]
