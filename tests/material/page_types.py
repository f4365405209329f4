"""Every type of page the site has, as addresses over the sample: what holds for all pages is tested
on each of these.

`{name}` stands for the id of the report whose page in the sample is called so; `status` is what the
page answers.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True)
class PageType:
    """`endpoint` is the view behind it, so that a test can say which views have no page here."""

    endpoint: str
    template: str
    status: int = 200

    def address(self, ids, lang="zh"):
        """The address in a language; Chinese characters percent-encoded as browsers do."""
        path, _, query = self.template.format_map(ids).partition("?")
        query = "&".join([*filter(None, [query]), *(["lang=en"] if lang == "en" else [])])
        return quote(path) + ("?" + quote(query, safe="=&%+") if query else "")


PAGE_TYPES = {
    "front": PageType("front", "/"),
    "list": PageType("search_page", "/search?q=行政复议 办结"),
    "phrase": PageType("search_page", '/search?q="行政复议"&limit=5&offset=5'),
    "filtered": PageType("search_page", "/search?q=行政复议&year=2021..2023&region=350000&part=举措成效&sort=newest"),
    "all sections": PageType("search_page", "/search"),
    "traditional": PageType("search_page", '/search?q="行政複議"'),
    "kwic": PageType("search_page", '/search?q="行政复议"&view=kwic&order=right&context=40'),
    "kwic of nothing": PageType("search_page", "/search?view=kwic"),
    "by report": PageType("search_page", "/search?q=行政复议&view=reports"),
    "all by report": PageType("search_page", "/search?view=reports"),
    "whole reports": PageType("search_page", '/search?q=-"信访"&view=reports&year=2023'),
    "years per report": PageType("search_page", "/search?q=行政复议&per=report&year=2021..2022"),
    "forgiven": PageType("search_page", "/search?q=行政复议 or 审计 –火星 “办结&zone=火星区"),
    "nothing": PageType("search_page", '/search?q="行政复议火星"&year=2021'),
    "some of the words": PageType("search_page", "/search?q=行政复议 火星 審計"),
    "unknown value": PageType("search_page", "/search?q=行政复议&zone=火星区"),
    "title only": PageType("search_page", "/search?q=泉州 法治政府建设年度报告"),
    "unreadable": PageType("search_page", "/search?q=行政”", 400),
    "bad parameter": PageType("search_page", "/search?year=soon", 400),
    "who says it": PageType("phrase_page", '/phrase?q="免扰清单"'),
    "who says it in a part": PageType(
        "phrase_page", '/phrase?q="免扰清单"&part=下年安排&rows=province&cells=per_report'
    ),
    "several phrases": PageType("phrase_page", '/phrase?q="免扰清单"&q="行政复议"&year=2021..'),
    "excluded": PageType("phrase_page", '/phrase?q=-"行政复议"&panel=balanced'),
    "what is held": PageType("phrase_page", "/phrase?rows=part"),
    "report": PageType("report_page", "/r/{hezhu-2022}"),
    "marked report": PageType("report_page", "/r/{hezhu-2022}?q=行政复议&n=1"),
    "parts apart": PageType("report_page", '/r/{hezhu-2022}?q="行政复议" "第一责任人"'),
    "traditional report": PageType("report_page", '/r/{wanglan-2023}?q="行政复议"'),
    "simplified report": PageType("report_page", "/r/{wanglan-2023}?script=hans"),
    "renamed zone's report": PageType("report_page", "/r/{zaoxi-2020}?q=火星"),
    "report by a cut address": PageType("report_page", "/r/{hezhu-2022}?from=1&t=cut"),
    "unknown report": PageType("report_page", "/r/nothing", 404),
    "gone": PageType("permalink", "/r/{hezhu-2022}/99.9", 410),
    "zones": PageType("zones_page", "/zones"),
    "narrowed zones": PageType("zones_page", "/zones?name=区&region=520000"),
    "zone": PageType("zone_page", "/zones/遵义楠渡河经济开发区"),
    "renamed zone": PageType("zone_page", "/zones/南阳枣溪先进制造业开发区"),
    "unknown zone": PageType("zone_page", "/zones/火星区", 404),
    "receipt": PageType("receipt_page", "/r/{hezhu-2022}/receipt"),
    "compared": PageType("changes_page", "/r/{hezhu-2022}/changes"),
    "compared with another zone": PageType("changes_page", "/r/{wanglan-2023}/changes?with={hezhu-2022}"),
    "compared with nothing": PageType("changes_page", "/r/{hezhu-2020}/changes"),
    "compared with what is not held": PageType("changes_page", "/r/{hezhu-2020}/changes?with=nothing", 404),
    "elsewhere": PageType("alike_page", "/r/{hezhu-2022}/1.4/alike"),
    "elsewhere, the same part": PageType("alike_page", "/r/{hezhu-2022}/4/alike?within=part"),
    "side by side": PageType("alike_page", "/r/{hezhu-2022}/4/alike?beside={wanglan-2023}/1.2"),
    "elsewhere of nothing": PageType("alike_page", "/r/{hezhu-2022}/99/alike", 404),
    "coverage": PageType("coverage_page", "/coverage"),
    "reason": PageType("coverage_page", "/coverage?reason=正文只有 … 个汉字，不成一份报告。"),
    "sources": PageType("coverage_page", "/coverage?sources=all"),
    "sifted values": PageType("search_page", "/search?q=行政复议&unfold=zone&named=江门"),
    "shared": PageType("shared_page", "/r/{hezhu-2022}/shared"),
    "shared strings": PageType("shared_page", "/r/{wanglan-2023}/shared?shown=all&least=8"),
    "report with its margin": PageType("report_page", '/r/{hezhu-2022}?q="行政复议"&shared=1'),
    "traditional report with its margin": PageType("report_page", "/r/{wanglan-2023}?script=hans&shared=1"),
    "widespread sentences": PageType("sentences_page", "/sentences?kind=法治政府建设"),
    "draft": PageType("draft_page", "/draft"),
    "help": PageType("help_page", "/help"),
    "advanced": PageType("advanced_page", "/advanced"),
    "mine": PageType("mine_page", "/mine"),
    "no such theme": PageType("theme", "/theme?to=blue", 400),
    "no page": PageType("", "/nothing", 404),
}


def ids_of(data):
    """The ids of the reports of a data folder by the names of their files, without endings."""
    from corpus.store.folder import Store

    return {Path(source).stem: report.id for report in Store(data).reports() for source in report.sources}
