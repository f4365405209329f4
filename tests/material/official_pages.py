"""Pages of invented official sites, built the way such sites are: a report, news, a column, in the
frame that every page of a site has."""

import html
from dataclasses import dataclass, field

from material.pages_written import text_page

NAVIGATION = ("首页", "新闻动态", "政务公开", "办事服务", "互动交流", "走进园区")
TOPICS = (
    "召开安全生产工作会议",
    "组织志愿者清理河道",
    "举办企业招聘专场活动",
    "领导调研重点项目建设",
    "开展消防演练进社区",
    "签约一批智能制造项目",
    "发布道路施工绕行提示",
    "启动老旧小区改造工程",
    "举行春季植树活动",
    "部署防汛抗旱准备工作",
)


@dataclass
class Official:
    """A site. `titles`: of the reports that may be fetched; `ways`: title → how it is reached;
    `sealed`: titles of those that nobody finds without a browser; `others`: pages that are no
    report."""

    name: str
    zone: str
    start: str = "/"
    pages: dict = field(default_factory=dict)
    ways: dict = field(default_factory=dict)
    sealed: set = field(default_factory=set)
    others: int = 0

    def report(self, path, year, way, **framed):
        """Put a report at a path; its title."""
        title, body = written(self.zone, year)
        self.pages[path] = self.page(title, body, **framed)
        self.ways[title] = way
        return title

    def article(self, path, number):
        """Put a page at a path that is no report; its title."""
        title, body = news(self.zone, number)
        self.pages[path] = self.page(title, body)
        self.others += 1
        return title

    def page(self, title, body, head="", script=""):
        """A page in the frame of this site."""
        menu = "".join(f"<li><a href='{self.menu(word)}'>{word}</a></li>" for word in NAVIGATION)
        return (
            f"<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><ul class='nav'>{menu}</ul>"
            f"<h1>{title}</h1><div id='zoom'>{body}</div><div class='foot'>主办：{self.zone}管理委员会</div>"
            f"{script}</body></html>"
        ).encode()

    def menu(self, word):
        """Where the menu leads; most columns of a small site are one page."""
        return {"首页": "/", "新闻动态": "/xwdt/", "政务公开": "/zwgk/"}.get(word, f"/lm{NAVIGATION.index(word)}.html")

    def frame(self, links="", head="", script=""):
        """The pages that every site has: the first, the menu's columns."""
        self.pages["/"] = self.page(f"{self.zone}门户网站", links, head, script)
        for word in NAVIGATION[3:]:
            self.pages[self.menu(word)] = self.page(word, f"<p>{word}栏目建设中，欢迎提出意见和建议。</p>")
            self.others += 1

    def gossip(self, count=50, column="/xwdt/", per_page=20, pager=None):
        """A column of news with its articles, so many a page."""
        items = []
        for number in range(count):
            path = f"{column}2024{number % 12 + 1:02}/t2024{number % 12 + 1:02}05_{7000 + number}.html"
            items.append((path, self.article(path, number)))
        self.column(column, "新闻动态", items, per_page, pager or trs)

    def column(self, address, name, items, per_page, pager):
        """A list of (path, title), in pages; `pager` gives the page's name and what leads to the
        others."""
        total = -(-len(items) // per_page)
        for number in range(total):
            part = items[number * per_page : (number + 1) * per_page]
            path, leads = pager(address, number, total)
            self.pages[path] = self.page(name, listed(part), script=leads)
        self.pages[address] = self.pages[pager(address, 0, total)[0]]
        self.others += total


def written(zone, year):
    """Title and body of a report."""
    title, *paragraphs = text_page(zone=zone, year=year, figure=year % 60 + len(zone)).body.decode().split("\n")
    return title, "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def news(zone, number):
    """Title and body of a page that is no report."""
    title = f"{zone[2:6]}{TOPICS[number % len(TOPICS)]}（第{number + 1}期）"
    text = f"本网讯 近日，{zone}{TOPICS[number % len(TOPICS)]}，相关负责人到场并讲话，{number + 3}家单位参加，活动取得圆满成功。"
    return title, f"<p>{text}</p><p>与会人员表示，将以此次活动为契机，把各项任务落到实处。</p>"


def listed(items, link="<a href='{path}'>{title}</a>"):
    """Items of a list, each with a date behind it."""
    rows = (
        f"<li>{link.format(path=path, title=html.escape(title))}<span>2024-01-{n % 28 + 1:02}</span></li>"
        for n, (path, title) in enumerate(items)
    )
    return f"<ul class='list'>{''.join(rows)}</ul>"


def trs(address, number, total):
    """TRS: index.html, index_1.html …, counted by a script from 0."""
    name = f"{address}index.html" if not number else f"{address}index_{number}.html"
    return name, f'<script>createPageHTML({total}, {number}, "index", "html");</script>'


def trs_named(address, number, total):
    """TRS with the name of a box before the figures, counted from 1."""
    name = f"{address}fg.shtml" if not number else f"{address}fg_{number + 1}.shtml"
    return (
        name,
        f"<div id='page_div'></div><script>createPageHTML('page_div',{total}, {number + 1},'fg','shtml',80);</script>",
    )


def counted(address, number, total):
    """A script of its own that writes the links."""
    name = f"{address}index.html" if not number else f"{address}index_{number}.html"
    return name, (
        f"<script>var currentPage = {number};//从0开始\nvar countPage = {total}\n"
        "document.write('<a href=\"index_'+(currentPage+1)+'.html\">下一页</a>');</script>"
    )


def paged(address, number, total):
    """Plain links to the page before and the next."""
    name = f"{address}list.html" if not number else f"{address}list_{number + 1}.html"
    after = f"<a href='list_{number + 2}.html'>下一页</a>" if number + 1 < total else ""
    return name, f"<div class='pages'>{after}</div>"
