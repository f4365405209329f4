"""Small pages and records for tests, written for them: invented zones in real places."""

from corpus.records import Page, Report, Section

BODY = """一、主要举措和成效
（一）优化营商环境。松塘高新区全年办理审批事项{figure}件，推行一件事一次办，企业跑动次数继续下降。
（二）规范行政执法。落实行政执法三项制度，开展案卷评查{figure}宗，行政复议案件按期办结。
二、存在的问题和不足
一些干部依法办事的能力还有差距，基层执法力量偏弱，普法形式不够多样。
三、下一年度工作安排
继续推进法治政府建设，完善重大行政决策程序，加强执法人员培训。"""


def text_page(zone="常州松塘高新技术产业开发区", year=2023, figure=52, address="file:///reports/one.txt"):
    """A flattened page with a title and a body."""
    title = f"{zone}{year}年法治政府建设年度报告"
    opening = f"{year}年，{zone}坚持依法行政，现将全年法治政府建设情况报告如下："
    return Page(address, "\n".join((title, opening, BODY.format(figure=figure))).encode())


def html_page(address="https://www.songtang.example/a/1.html", **values):
    """The same as a page of a site."""
    title, *paragraphs = text_page(**values).body.decode().split("\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div id='zoom'>{body}</div></body></html>"
    return Page(address, html.encode(), "text/html")


LIST_PAGE = "<html><body><ul>" + "".join(
    f"<li><a href='/{n}'>关于做好第{n}项工作的通知</a> 2023-01-{n:02}</li>" for n in range(1, 25)
)
LIST_PAGE = (LIST_PAGE + "</ul></body></html>").encode()


def report(name="a" * 12, *, year=2023, zone="松塘高新区", texts=("正文。",), **values):
    """A record, made by hand."""
    fields = {
        "id": name,
        "title": f"{zone}{year}年法治政府建设年度报告",
        "zone": zone,
        "zone_then": zone,
        "province": "江苏省",
        "city": "常州市",
        "county": None,
        "level": "省级开发区",
        "kind": "法治政府建设",
        "year": year,
        "published": f"{year + 1}-01-20",
        "issued": None,
        "number": None,
        "script": "hans",
        "url": f"https://songtang.example/{name}",
        "sources": (f"https://songtang.example/{name}",),
        "source_sha256": "0" * 64,
        "sections": tuple(Section(str(n), 1, None, None, text) for n, text in enumerate(texts)),
    }
    return Report(**(fields | values))
