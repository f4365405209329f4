"""One name for each issuer, whatever a page prints; where the place comes from is told by hints."""

import pytest

from corpus.issuer.naming import identify
from corpus.issuer.place import Hint

SUZHOU, ZHENJIANG, JURONG = "320500", "321100", "321183"


@pytest.mark.parametrize(
    ("name", "site", "zone", "code", "level"),
    [
        ("江苏省", None, "江苏省", "320000", "省"),
        ("苏州市", None, "苏州市", SUZHOU, "市"),
        ("句容市黄梅街道", None, "句容市黄梅街道", JURONG, "乡镇街道"),
        ("黄梅街道", JURONG, "句容市黄梅街道", JURONG, "乡镇街道"),
        ("市水务局", SUZHOU, "苏州市水务局", SUZHOU, "部门"),
        ("苏州市发改委", None, "苏州市发展和改革委员会", SUZHOU, "部门"),
        ("水务局", ZHENJIANG, "镇江市水务局", ZHENJIANG, "部门"),
        ("司法部", SUZHOU, "司法部", None, "国家"),
        ("中华人民共和国司法部", None, "司法部", None, "国家"),
        ("国家税务总局苏州市税务局", None, "国家税务总局苏州市税务局", SUZHOU, "部门"),
        ("区教育局", SUZHOU, "区教育局", SUZHOU, "部门"),  # nobody says which
        ("苏州高新区", None, "苏州高新技术产业开发区", SUZHOU, "国家级开发区"),
        ("高新区", SUZHOU, "苏州高新技术产业开发区", SUZHOU, "国家级开发区"),
        ("新疆生产建设兵团第八师", None, "第八师", "650000", "市"),
    ],
)
def test_identities(name, site, zone, code, level):
    hints = [Hint(site, 6.0, "网址")] if site else []
    found = identify(name, hints)
    assert (found.zone, found.code, found.level) == (zone, code, level)


@pytest.mark.parametrize("mark", ["·", "、"])
def test_issuers_that_report_jointly_keep_the_form_they_print(mark):
    assert mark in identify(f"句容经济开发区{mark}句容市", ()).zone
