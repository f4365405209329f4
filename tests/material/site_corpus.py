"""A site over a few reports written for its tests: invented zones in real places, traps in their
text."""

from corpus.records import Evidence, Report, Section, Trace
from corpus.store.folder import Store
from index.build import build
from web.app import create_app

HOSTILE = """<script>alert(1)</script> "><img src=x onerror=alert(2)> 的说明"""
MOBILE = "13800001234"

_FACTS = {
    "zone_then": None,
    "county": None,
    "level": "省级开发区",
    "kind": "法治政府建设",
    "published": None,
    "issued": None,
    "number": None,
    "script": "hans",
    "url": None,
    "source_sha256": "0" * 64,
}


def report(identity, zone, year, sections, place=("广东省", "潮州市"), **facts):
    """A report; `sections` are (id, level, number, heading, text, part)."""
    title = facts.pop("title", f"{zone}{year}年法治政府建设年度报告")
    given = {"sources": (f"file:///somewhere/deep/{identity}.txt",), **_FACTS, **facts}
    return Report(
        id=identity,
        title=title,
        zone=zone,
        year=year,
        province=place[0],
        city=place[1],
        sections=tuple(Section(*section) for section in sections),
        **given,
    )


LINXI, BAISHA, SUZAO = "潮州临溪高新技术产业开发区", "厦门白沙经济开发区", "揭阳苏枣产业园区"

REPORTS = (
    report(
        "aaaaaaaaaaa1",
        LINXI,
        2022,
        [
            ("0", 1, None, None, "现将临溪高新区法治政府建设情况报告如下。", None),
            ("1", 1, "一、", "工作举措", "一、工作举措", "举措成效"),
            (
                "1.1",
                2,
                "（一）",
                "推行一网通办",
                "（一）推行一网通办。全区一网通办事项达到52件。\n群众少跑腿，一网通办是关键。",
                "举措成效",
            ),
            ("2", 1, "二、", "存在的问题", "二、存在的问题\n行政复议能力不足，复议人员偏少。", "问题不足"),
        ],
        front=("临溪高新区管委会文件", "临高管〔2023〕2号"),
        back=(f"联系人：某某，{MOBILE}",),
        number="临高管〔2023〕2号",
        issued="2023-01-10",
        provenance={"year": Evidence("标题", 0.9), "zone": Evidence("发文机关", 0.6, True)},
        receipt=(Trace("页码", "— 4 —"), Trace("页码", "— 5 —"), Trace("空格", "工 作", "工作")),
    ),
    report(
        "aaaaaaaaaaa2",
        LINXI,
        2023,
        [
            ("1", 1, "一、", "工作举措", "一、工作举措\n深化一网通办，行政复议提质增效。", "举措成效"),
            ("2", 1, "二、", "下年安排", "二、下年安排\n继续推进行政复议规范化。", "下年安排"),
        ],
        zone_then="临溪产业园",
        url="https://www.linxi.example/2023/1.html",
        sources=("https://www.linxi.example/2023/1.html",),
    ),
    report(
        "bbbbbbbbbbb1",
        BAISHA,
        2023,
        [
            ("1", 1, "一、", "主要舉措", "一、主要舉措\n推進一網通辦，落實行政複議製度。", "举措成效"),
            ("2", 1, "二、", HOSTILE, f"二、{HOSTILE}\n正文里也有{HOSTILE}，仍是文字。", "其他"),
        ],
        place=("福建省", "厦门市"),
        script="hant",
    ),
    report(
        "ccccccccccc1",
        SUZAO,
        2021,
        [
            ("0", 1, None, None, f"本区概况。联系电话{MOBILE}。", None),
            ("1", 1, "一、", "审计", "一、审计\n=SUM(A1)是正文，不是公式。依法审计。", None),
        ],
        place=("广东省", None),
        kind="其他",
        level=None,
    ),
)


def site(folder, reports=REPORTS, notice=None):
    """The application over these reports, stored and indexed under `folder`."""
    store = Store(folder)
    for each in reports:
        store.save(each)
    build(store, folder / "index")
    if notice:
        (folder / "NOTICE.txt").write_text(notice, encoding="utf-8")
    return create_app(folder)
