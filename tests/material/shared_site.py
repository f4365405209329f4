"""A site over a few reports that share sentences: a formula of six issuers, a sentence of two."""

from material.few_reports import report
from material.site_corpus import site

FORMULA = "坚持党对法治政府建设工作的全面领导"
RARE = "推动免扰清单制度在园区全面落地见效"
OWN = "甲区自己的话每年都这么说，一字不差地写"
FIGURES = "全年共受理行政复议申请37件、办结30件次"
A1, A2 = "a1".rjust(12, "0"), "a2".rjust(12, "0")


def reports():
    return [
        report("a1", f"{FORMULA}，{FIGURES}。{RARE}。", f"第二段\n{OWN}。", zone="甲区", year=2020),
        report(
            "a2",
            f"{FORMULA}。{OWN}。",
            f"又一段\n{RARE}，学习《某某省优化营商环境条例实施细则》精神。",
            zone="甲区",
            year=2021,
        ),
        *[
            report(
                f"b{at}",
                f"{FORMULA}，学习《某某省优化营商环境条例实施细则》精神。",
                f"{FIGURES.replace('37', str(at + 1))}。" if at < 2 else "其他",
                f"{RARE}。" if at == 0 else "没有",
                zone=f"乙{at}区",
                year=2019 + at % 3,
            )
            for at in range(5)
        ],
        report("n1", f"{RARE}，再说一遍：{RARE}。", zone=None, year=None),
    ]


def shared_site(data):
    """The application over them."""
    return site(data, reports())
