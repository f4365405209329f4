# ruff: noqa: E501  (pages are quoted as they stand)
"""What is no report, and why; and reports in substance, whatever they are called."""

import pytest

from corpus.load.page import load
from corpus.records import Page
from corpus.refusal import why_refused
from corpus.strip.page import strip

TITLE = "东湖县2024年法治政府建设年度报告"
REPORT = """2024年，东湖县坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下：
一、主要举措和成效
（一）健全领导机制。县委常委会专题听取法治工作汇报3次，研究解决重点难点问题，推动各项任务落实落地。
（二）规范行政执法。全年办理行政处罚案件52件，无一件被撤销，群众满意度持续提升。
二、存在的不足
一是执法力量仍显薄弱，二是培训不够经常，法治观念还需进一步增强。
三、下一步打算
2025年，我县将继续深化改革，提升依法行政水平，建设人民满意的法治政府。"""
BODY = REPORT.split("\n")


def refusal(text):
    return why_refused(strip(load(Page("https://www.example.gov.cn/1.html", text.encode()))))


def page(head):
    return "\n".join([head, *BODY, ""])


REFUSED = {
    "list": ("\n".join(f"{place}2023年法治政府建设年度报告\n2024-01-1{n}" for n, place in enumerate(("东湖县", "望溪区", "南浦镇", "白鹭州", "临川区", "石塔街道"))), "列表"),
    "attachment only": (f"当前位置：首页 > 公开\n{TITLE}\n发布时间：2025-01-01\n附件：{TITLE}.pdf\n打印 关闭", "附件"),
    "no body": ("首页\n登录\n注册", "没有正文"),
    "about a report": (page(f"《{TITLE}》解读"), "解读"),
    "key points": (page("东湖县法治政府建设年度报告要点"), "要点"),
    "template": ("XX区2023年法治政府建设工作报告\n" + "XX市XX区坚持依法行政，20XX年办理案件若干件，成效明显，XX县、XX镇均有进展。" * 5, "范文"),
    "plan": ("为深入推进依法行政，结合实际，制定本方案。\n一、总体要求\n坚持依法行政，全面推进各项工作。\n二、主要任务\n" + "各部门要加强领导，落实责任，推进各项任务落地见效。" * 8 + "\n三、保障措施\n加强督查。", "方案"),
    "mirror with readings": (page(TITLE) + "\n" + "東湖縣辦公(gong)廳現(xian)將有關(guan)情況(kuang)報(bao)告(gao)如下，請(qing)審閱。", "拼音"),
    "notice": ("关于开展普法宣传活动的通知\n各乡镇人民政府：\n" + "为深入开展普法宣传，提升群众法治意识，现就有关事项通知如下，请认真抓好落实。" * 8, "通知"),
    "news": ("东湖县发布2024年法治政府建设年度报告\n" + "本报讯（记者某某）近日，东湖县发布法治政府建设年度报告，全面展示了依法行政的成果。" * 6, "新闻"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_report_is_refused_with_the_reason(name):
    text, word = REFUSED[name]
    reason = refusal(text)
    assert reason is not None
    assert word in reason
    assert reason.endswith("。")


@pytest.mark.parametrize(
    "title",
    [
        "东湖县2023年国民经济和社会发展统计公报",
        "关于2024年依法行政工作情况的汇报",
        "2024年工作总结",
        "关于印发法治政府建设年度报告的通知",
        None,
    ],
)
def test_reports_in_substance_are_taken(title):
    assert refusal(page(title or "")) is None
