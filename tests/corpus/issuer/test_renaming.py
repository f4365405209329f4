"""Renames that pages tell."""

import pytest

from corpus.issuer.renaming import renamed_here


@pytest.mark.parametrize(
    ("line", "renames"),
    [
        (
            "版权所有：某溪先进制造业开发区管理委员会（原某溪产业集聚区管理委员会）",
            {"某溪产业集聚区": "某溪先进制造业开发区"},
        ),
        (
            "经批准，原某溪产业集聚区整合更名为某溪高新技术产业开发区（以下简称“高新区”）。",
            {"某溪产业集聚区": "某溪高新技术产业开发区"},
        ),
        ("主办：某县司法局（原某县法制办公室）", {}),  # a department keeps its past apart
        ("原则上不再新设产业集聚区", {}),
        ("", {}),
    ],
)
def test_zones_renamed(line, renames):
    assert renamed_here([line]) == renames
