"""Departments: telling one by its name, and writing the name in full.

Local departments are known by how their names end; national ones stand without a place, so they are
listed. People and titles shorten names (发改委, 人社局); one department should have one name, so
whole shortened names are written out. Endings and names are tables of `corpus.gazetteer`.
"""

from __future__ import annotations

import re

from corpus.gazetteer.organs import departments, ending_of, national_organ
from corpus.text.numerals import COUNTING

DEPARTMENT = re.compile(ending_of("department", "office", "street") + "$")
NATION = national_organ()
SCHOOL = re.compile(r"(?:大学|学院|医院|公司|集团)$")  # has its place in its own name: 桂林电子科技大学
# Offices of national organs stand in front of their place: 国家税务总局某市税务局
BRANCH = re.compile(
    r"^(?:国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|中国人民银行|国家矿山安全监察局)([\u4e00-\u9fff]{3,})$"
)
# 新疆生产建设兵团 and its divisions, some of which are cities too
CORPS = re.compile(
    rf"^(?=新疆生产建设兵团|兵团|第[{COUNTING}]+师)(?:新疆生产建设兵团|兵团)?((?:第[{COUNTING}]+师)?)(.*)$"
)


def in_full(name: str) -> str:
    """The department's name in full: 发改委 → 发展和改革委员会; any other as it stands."""
    return departments().get(name, name)
