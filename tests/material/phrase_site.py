"""A site over a few reports among which a phrase spreads."""

from material.few_reports import report
from material.plain_scan import Shelf

from index.build import build
from web.app import create_app


def reports():
    """The phrase spreads; 乙区 lacks a report of 2020, 丁区 never says it, one has no issuer."""
    said = {"甲区": {2019: 1, 2020: 2, 2021: 1}, "乙区": {2019: 0, 2021: 1}, "丙区": {2019: 0, 2020: 0, 2021: 2}}
    said |= {"丁区": {2019: 0, 2020: 0, 2021: 0}, None: {2020: 1}}
    places = {"甲区": ("广东省", "潮州市"), "乙区": ("江苏省", "南京市"), "丙区": ("广东省", "广州市")}
    found = []
    for zone, years in said.items():
        for year, times in years.items():
            texts = ["推行免扰清单，" * times + "总体平稳", "没有别的"]
            facts = {"zone": zone, "year": year, "place": places.get(zone, (None, None))}
            found.append(report(f"{len(found)}", *texts, part="举措成效", **facts))
    return found


def phrase_site(data):
    """A client of the site over them."""
    build(Shelf(reports()), data / "index")
    return create_app(data).test_client()
