"""Every writing of a personal number is hidden but for three digits; other figures stay."""

from itertools import pairwise

import pytest

from corpus.text.mask import mask, mask_lines
from corpus.text.mask_candidate import TABLE
from corpus.text.mask_digits import KINDS

CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
FORMAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
PLAIN = "13800001234"
# Signs between 3-4-4, each a writing of its own.
SIGNS = ["-", "－", "—", "‐", ".", "．", "·", "•", "。", " ", "\u3000", "\u00a0", "\u2003", "_", " - ", "- ", "–"]
UNSEEN = ["\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060", "\u200b" * 9, "\ufe0f" * 60, "\U000e0100", "\ufe0f\u20e3"]
UNSEEN += ["\u3164", "\u115f", "\u2800", "\u034f", "\u180b", "\u206a", "\u0336" * 12, "\u200e\ufe0e\ufeff\u2061" * 5]
MOBILES = [
    "13800001234",
    "电话13800001234。",
    "13800001234.",
    "13800001234，",
    "，13800001234；",
    "（13800001234）",
    "“13800001234”",
    "电话:13800001234/13900001234",
    "手机13800001234、13900001234",
    "13800001234.13900001234",
    "13800001234 13900001234",
    "**13800001234**",
    "+8613800001234",
    "+86 13800001234",
    "+86-138-0000-1234",
    "008613800001234",
    "0086 138 0000 1234",
    "(86)13800001234",
    "（86）138-0000-1234",
    "86-13800001234",
    "86 138-0000-1234",
    "+86(138)00001234",
    "手机号码8613800001234",
    "电话013800001234",
    "①13800001234",
    "⑴13800001234",
    "（1）13800001234",
    "1、13800001234",
    "1.138-0000-1234",
    "电话：1.13800001234",
    "Tel13800001234",
    "a13800001234b",
    "王某13800001234收",
    "微信同号13800001234@example",
    *(f"某某 138{sign}0000{sign}1234" for sign in SIGNS),
    *(f"某某138{sign}0000{sign}1234" for sign in UNSEEN),
    *(sign.join(PLAIN) for sign in UNSEEN),
    "138-000-01234",
    "1380-000-1234",
    "1-3800001234",
    "138-00001234",
    "1380000-1234",
    "（138）00001234",
    "138 0000-1234",
    "1-3-8-0-0-0-0-1-2-3-4",
    "1 3 8 0 0 0 0 1 2 3 4",
    "某某 138 000 01234",
    "联系电话：138 00001234",
    "联系电话：1380 0001 234",
    "联系电话：1 3800001234",
    "联系电话：\n138 0000 1234",
    "电话138,0000,1234",
    "电话：138/0000/1234",
    "1\u200b38\u00ad-00 \u200b00-12\u200d34",
    "联系电话：1380000\n1234",
    "请拨打138\n00001234。",
    "请拨打138-0000-\n1234。",
    "请拨打1380000\r\n1234。",
    PLAIN.translate(WIDE),
    PLAIN.translate(CHINESE),
    PLAIN.translate(FORMAL),
    PLAIN.translate(CIRCLED),
    PLAIN.translate(ARABIC),
    PLAIN.translate(BOLD),
    "138〇〇〇〇1234",
    "１３８-0000-１２３４",
    "一三八 〇〇〇〇 一二三四",
    "某某138****1234",
    "138xxxx1234",
    "138-××××-1234",
    "1380000****",
    "138●●●●1234",
    "联系电话：13800001234元旦后可打",
    "号码：13800001234万某",
]
IDENTITY = "110101199003071234"
IDENTITIES = [
    IDENTITY,
    "11010119900307123X",
    "11010119900307123x",
    "11010119900307123Ｘ",
    "11010119900307123х",
    "11010119900307123Χ",
    "11010119900307123Xa",
    "11010119900307123X1",
    "身份证号110101199003071234号",
    "110101199003071234A",
    "110101199003071234.",
    "①110101199003071234",
    "1.110101199003071234",
    "（1）110101199003071234",
    "ID110101199003071234",
    "王某110101199003071234",
    "110101 19900307 1234",
    "110 101 1990 0307 1234",
    "1101 0119 9003 0712 34",
    "110101 1990 0307 1234",
    "110101-19900307-1234",
    "110101-1990-03-07-123-X",
    "110101·19900307·123X",
    "110101.19900307.1234",
    "110101\u300019900307\u30001234",
    "110101\u00a019900307\u00a01234",
    "110101\u200b19900307\u200b1234",
    "\u00ad".join(IDENTITY),
    "-".join(IDENTITY),
    " ".join(IDENTITY),
    IDENTITY.translate(WIDE),
    IDENTITY.translate(CHINESE),
    IDENTITY.translate(CIRCLED),
    IDENTITY.translate(ARABIC),
    "身份证号1101011990\n03071234",
    "某某，1101011990030712\n34，",
    "身份证：110101，19900307，1234",
    "110101********1234",
    "1101**********123X",
    "110101900307123",
    "110101 900307 123",
    "110101-900307-123",
    "１１０１０１９００３０７１２３",
    "身份证号码110 101 900 307 123",
    "身份证号码11010190\n0307123",
    "440301850101123号",
]
KEPT = [
    "投资13800001234元",
    "投资13800001234 元",
    "投资13800001234余元",
    "13800001234万",
    "总值13800001234亿元",
    "约13800001234美元",
    "￥13800001234",
    "¥ 13800001234",
    "占13800001234平方米",
    "增长13800001234%",
    "耗电13800001234千瓦时",
    "投资138 0000 1234元",
    "税收139 0000 1234 件",
    "0768-1234567",
    "0768-13800001",
    "020-8123 4567",
    "07681234567",
    "12345",
    "拨打12345热线1380次",
    "95598",
    "400-138-0000",
    "4001380000",
    "91440101MA5138000012",
    "91440101MA59ABCD1X",
    "9144010113800001X4",
    "11440100007482523X",
    "粤公网安备 44011202000021号",
    "粤ICP备13800001号",
    "网站标识码4401120001",
    "网站标识码：4401120001",
    "穗府〔2013〕80000号",
    "（2013）粤1391民初12345号",
    "20210312",
    "20210312138000",
    "2021-03-12 13:80:00",
    "1998-10-12 135959",
    "2013-2018年",
    "1990-2000-123",
    "1391234\n2021年，全区办结5678件",
    "编号138000012345",
    "编号1380000123456",
    "编号2013800001234567",
    "6222021380000123456",
    "62220213800001234567",
    "6222 0213 8000 0123 456",
    "账号440301850101123",
    "注册号440101850101123",
    "ISBN 978-7-5000-1380-5",
    "ISBN 9787500013801",
    "3.13800001234",
    "13800001234.5",
    "0.13800001234",
    "113.123456,23.1234567",
    "135.12345678",
    "1380 2345 6789 1234",
    "139 2345 1234 5678",
    "合计 139 2345 1234",
    "一、收入 139 2345 1234 12\n二、支出 139 2345 1234\n三、其他 12 13 14",
    "139\t2345\t1234\t12",
    "13 800 123 456 7",
    "年份 13800001234 23900001234 35",
    "1\t3\t8\t0\t0\t0\t0\t1\t2\t3\t4\t5",
    "139\n2345\n1234\n88",
    "13\n800\n123456",
    "共1391234567\n1.加强领导",
    "文件第139\n20210312发布",
    "https://kfq.example/13800001234.html",
    "http://kfq.example/2021/t20210312_13800001234.html",
    "d41d8cd98f00b204e13800001234f8427e",
    "13800001-1234-4321-8123-138000012345",
    "邮编515600",
    "邮编：134000 12345",
    "区号0768，邮编134000",
    "192.168.138.100",
    "139.196.120.45",
    "110101209013071234",
    "990101199003071234",
    "110001199003321234",
    "110101199002301234",
    "123456789012345",
    "110101901307123",
    "金额110101900307123元",
    "110101900307123.25",
    "1101011990030712345",
    "一、二、三、四、五、六、七、八、九、十",
    "二〇二一年一三五七九",
    "第一三八条",
    "①一②二③三④四⑤五⑥六",
    "①3800001234",
    "一 3800001234件",
    "13,800,001,234",
    "138,000,012.34",
    "1-2-3-4-5-6-7-8-9-10-11",
    "138——1234",
    "________________",
    "****************",
    "××××年××月××日××××",
]
DIGITS = {chr(code): read for code, read in KINDS["every"].items() if len(read) == 1 and read.isdecimal()}
INDEX = [("telephone", MOBILES, 63), ("identity", IDENTITIES, 40), ("kept", KEPT, 60)]


@pytest.mark.parametrize(("name", "rows", "least"), INDEX)
def test_the_tables_are_long_enough(name, rows, least):
    assert len(set(rows)) >= least


def readable(text):
    """The digits that can still be read, in order."""
    return "".join(DIGITS.get(char, char) for char in text if char in DIGITS or char in "0123456789")


@pytest.mark.parametrize("text", [*MOBILES, *IDENTITIES, *(row["example"] for row in TABLE["writing"])])
def test_a_number_is_hidden_but_for_three_digits(text):
    masked = mask(text)
    assert masked != text
    assert len(masked) == len(text)
    assert masked.count("\n") == text.count("\n")
    left = readable(masked)
    for piece in ("0000", "0001", "1234", "307", "123", "01234"):
        assert piece not in left, masked
    assert mask(masked) == masked


@pytest.mark.parametrize("text", KEPT)
def test_other_figures_stay(text):
    assert mask(text) == text


ENDING = [text for text in (*MOBILES, *IDENTITIES) if text.endswith("34")]


@pytest.mark.parametrize("text", ENDING)
def test_a_mask_tells_no_digit(text):
    assert {mask(text[:-1] + digit) for digit in "5678"} == {mask(text)}


def test_many_writings_end_with_a_digit_to_be_told():
    assert len(ENDING) >= 40


@pytest.mark.parametrize("row", TABLE["writing"], ids=lambda row: f"{row['number']}: {row['what']}")
def test_each_row_of_the_table_has_its_words(row):
    assert row["seen"]
    assert row["example"]


@pytest.mark.parametrize("cut", range(1, 11))
def test_a_number_over_two_lines(cut):
    lines = (f"联系电话：{PLAIN[:cut]}", PLAIN[cut:])
    masked = mask_lines(lines)
    assert [*map(len, masked)] == [*map(len, lines)]
    assert readable("".join(masked)) == "138"


def test_numbers_in_long_rows_of_figures_stay_cheap():
    figures = " ".join("12345" for _ in range(20_000))
    assert mask(figures) == figures


def test_the_examples_of_a_number_stand_once():
    assert all(one != other for one, other in pairwise(sorted({*MOBILES})))
