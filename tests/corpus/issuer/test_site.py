"""Reports that name nobody: whose site it is, and what the text calls itself."""

import pytest

from corpus.describe.report import describe
from corpus.records import Line, Loaded, Page, Stripped


def zone_of(address, opening, sitename="", tail=()):
    stripped = Stripped((), None, (), (opening,), (), tuple(tail))
    meta = {"sitename": sitename} if sitename else {}
    return describe(Page(address, b""), Loaded("text", (Line(opening),), meta), stripped, (opening,))


@pytest.mark.parametrize(
    ("host", "opening", "sitename", "tail", "zone"),
    [
        ("sfj.suzhou.gov.cn", "2023年，我局扎实推进法治政府建设。", "", (), "苏州市司法局"),
        ("fgw.wuxi.gov.cn", "2023年，我委扎实推进法治政府建设。", "", (), "无锡市发展和改革委员会"),
        ("jyt.hunan.gov.cn", "2023年，我厅扎实推进法治政府建设。", "", (), "湖南省教育厅"),
        ("sfj.hefei.gov.cn", "2023年，我市扎实推进法治政府建设。", "", (), "合肥市"),  # not the bureau that hosts it
        ("www.zhuhai-hitech.gov.cn", "2023年，我区扎实推进法治政府建设。", "", (), "珠海高新技术产业开发区"),
        ("www.jurong.gov.cn", "2023年，我局扎实推进法治政府建设。", "句容市农业农村局", (), "句容市农业农村局"),
        ("www.jurong.gov.cn", "2023年，我市扎实推进法治政府建设。", "句容市农业农村局", (), "句容市"),
        ("www.jurong.gov.cn", "2023年，我镇扎实推进法治政府建设。", "", ["主办：句容市黄梅镇"], "句容市黄梅镇"),
    ],
)
def test_whose_site_it_is(host, opening, sitename, tail, zone):
    found = zone_of(f"http://{host}/a.html", opening, sitename, tail)
    assert found.zone == zone
    assert found.provenance["zone"].inferred
