"""Parts of an official letter, and sentences that only begin like one."""

import pytest

from corpus.line.letter import LONGEST_PART, letter_part
from corpus.text.fold import squeeze


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("东湖政报〔2024〕8号", "number"),
        ("文号：东湖政报〔2024〕8号", "number"),
        ("中共东湖县委、东湖县人民政府文件", "letterhead"),
        ("签发人：陆某", "signer"),
        ("校对：陆某", "signer"),
        ("抄送：市委依法治市办，各乡镇。", "copies"),
        ("东湖县人民政府办公室　二〇二四年一月五日印发", "printed"),
        ("（此件公开发布）", "release"),
        ("公开方式：依申请公开", "release"),
        ("联系人：陆某 电话：0791-1234567", "contact"),
        ("尊敬的各位代表：", "addressee"),
        ("市委依法治市委员会办公室：", "addressee"),
        ("附件1", "attached"),
        ("附件：东湖县2023年度统计表.xlsx（下载12次）", "attached"),
        ("——2024年1月15日在东湖县第十八届人民代表大会第四次会议上", "delivery"),
        ("县长　陆某", "delivery"),
        ("根据东湖政报〔2024〕8号要求，我县开展了自查。", None),
        ("我县抄送有关文件52份。", None),
        ("一、总体情况", None),
        ("抄送：" + "各乡镇、" * (LONGEST_PART // 4), None),  # too long for a part
        ("", None),
    ],
)
def test_parts(line, part):
    assert letter_part(squeeze(line)) == part
