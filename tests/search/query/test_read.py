"""The query language: what is read, said back in words, and refused with the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.fold import squeeze
from search.query.read import MAX_LENGTH, MAX_OPERANDS, QueryError, escape, parse
from search.query.syntax import Contains, Phrase, Years
from search.query.written import written


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "全部段落"),
        ("　 \t", "全部段落"),
        ("行政复议 办结率", "行政复议 且 办结率"),
        ("行政復議　辦結率", "行政復議 且 辦結率"),  # said back as typed
        ("行\u200b政复议", "行政复议"),  # a zero-width space from a copied page separates nothing
        ("行\x00政\ud800复议", "行政复议"),  # what cleaning takes out of reports
        ("放管服、行政复议", "放管服 且 行政复议"),
        ("办结率45.94%", "办结率 且 45.94%（或写作 百分之四十五点九四）"),
        ("、", "“、”"),  # nothing but punctuation: looked for as it stands
        ("-", "“-”"),
        ("ҐҐ", "ҐҐ"),  # letters of any script are words
        # characters that fold to others are said back as they are
        ("广覆盖", "广 且 覆盖"),
        ("“广覆盖” -广覆盖", "“广覆盖” 且 不含（广 且 覆盖）"),
        ("title:广覆盖", "标题含“广覆盖”"),
        # numbers with a measure word
        ("行政复议52件", "行政复议 且 52件（或写作 五十二件）"),
        ("行政复议 ５２ 件", "行政复议 且 ５２ 且 件"),  # only what is typed without a space
        ("五十二件案件 -52件", "五十二件（或写作 52件） 且 案件 且 不含52件（或写作 五十二件）"),
        ("“52件”", "“52件”"),  # quoted: these characters
        ("52件 ~3 信访", "“52件”与“信访”相隔不超过 3 字"),
        ("12345热线", "12345 且 热线"),
        ("十四五规划", "十四五 且 规划"),
        ("一件事 三项制度 最多跑一次", "一件事 且 三项制度 且 最多跑一次"),  # words of the dictionary
        # what is one thing stays one
        ("2,904", "2,904（或写作 2904、二千九百零四、二千九百〇四、两千九百零四、两千九百〇四；2 且 904 也算）"),
        ("1.5万", "1.5万（或写作 15000、15,000、一万五千；1.5 且 万 也算）"),
        (
            "下一年度 每一次 以下一年",
            "下一年度（连写的在前，下 且 一年度（或写作 1年度） 也算） 且 "
            "每一次（连写的在前，每 且 一次（或写作 1次） 也算） 且 以下 且 一年（或写作 1年）",
        ),
        (
            "两个维护 四个自信 两个园区",
            "两个维护（连写的在前，两个（或写作 2个、二个） 且 维护 也算） 且 "
            "四个自信（连写的在前，四个（或写作 4个） 且 自信 也算） 且 两个（或写作 2个、二个） 且 园区",
        ),
        ("互联网+ 互联网＋监管", "互联网+（连写的在前，互联网 也算） 且 互联网＋（连写的在前，互联网 也算） 且 监管"),
        (
            "1+3 1+3+N A+级",
            "1+3（连写的在前，1 且 3 也算） 且 1+3+N（连写的在前，1 且 3 且 N 也算） 且 A+（连写的在前，A 也算） 且 级",
        ),
        ("1958 1958人民公社", "1958（或写作 一九五八年） 且 1958（或写作 一九五八年） 且 人民公社"),
        # a plan and what it is about are two words, whatever a dictionary has
        ("八五普法 七五普法 十二五规划", "八五 且 普法 且 七五 且 普法 且 十二五 且 规划"),
        ("八五规划 两新组织", "八五 且 规划 且 两新 且 组织"),
        # neighbours of one character: names the dictionary does not know
        ("鹤渚免扰清单", "鹤渚 且 免扰 且 清单"),
        ("鹤与渚", "鹤 且 与 且 渚"),
        ("鹤 渚", "鹤 且 渚"),
        # phrases: four kinds of quotes, the others are text inside
        ('"行政 复议"', "“行政复议”"),
        ("“行政复议”「审计」『信访』＂园区＂", "“行政复议” 且 “审计” 且 “信访” 且 “园区”"),
        ('"他说“行”"', "“他说“行””"),
        ('“a"b”', '“a"b”'),
        (r'"a\"b\\c\*d"', r'“a"b\c*d”'),
        ('行政"复议"', "行政 且 “复议”"),
        ('"行政\n复议"', "“行政复议”"),
        ('"第*批"', "“第…批”"),
        ('"第＊批*次"', "“第…批…次”"),
        # boolean
        ("审计 AND 信访", "审计 且 信访"),
        ("审计 OR 信访 园区", "审计 或 （信访 且 园区）"),
        ("审计 | 信访", "审计 或 信访"),
        ("审计 ｜ 信访", "审计 或 信访"),
        ("审计 ＯＲ 信访", "审计 或 信访"),
        ("A|B", "A 且 B"),  # only behind white space, or between Han
        ("审计 -信访", "审计 且 不含信访"),
        ("审计 －信访", "审计 且 不含信访"),
        ("审计 NOT 信访", "审计 且 不含信访"),
        ("NOT NOT 审计", "审计"),
        ("-“信访”", "不含“信访”"),
        ("审计 - 信访", "审计 且 “-” 且 信访"),
        ("2021-2023", "2021 且 2023"),
        (r"\-审计", "审计"),
        (r"\OR 审计", "OR 且 审计"),
        ("(审计 OR 信访) 园区", "（审计 或 信访） 且 园区"),
        ("（审计 OR 信访） -（园区 企业）", "（审计 或 信访） 且 除去 （园区 且 企业）"),
        ("((审计))", "审计"),
        ("第(一)项", "第 且 一 且 项"),
        ("(一 加强", "一 且 加强"),  # a bracket that is not closed is text
        ("加强)", "加强"),
        ("(审计（试点） OR 信访)", "（审计 且 试点） 或 信访"),
        # distance
        ("审计 ~10 信访", "“审计”与“信访”相隔不超过 10 字"),
        ("审计 ～１０ 「信访件」", "“审计”与“信访件”相隔不超过 10 字"),
        ("-审计 ~3 信访 OR 园区", "不含“审计”与“信访”相隔不超过 3 字 或 园区"),
        ("审计 ~ 信访", "审计 且 “~” 且 信访"),
        ("审计 ~0 信访", "“审计”与“信访”相隔不超过 0 字"),
        ("(审计 OR “信访”) ~10 园区", "“审计”与“园区”相隔不超过 10 字 或 “信访”与“园区”相隔不超过 10 字"),
        ("审计 ~10 （园区|企业）", "“审计”与“园区”相隔不超过 10 字 或 “审计”与“企业”相隔不超过 10 字"),
        ("约~10件", "约 且 10件（或写作 十件）"),
        # fields
        ("title:审计", "标题含“审计”"),
        ("标题：“审计 报告”", "标题含“审计报告”"),
        ("小标题:审计 TITLE:x", "小标题含“审计” 且 标题含“x”"),
        ("zone:火炬 地区:广东", "园区含“火炬” 且 地区含“广东”"),
        ("zone:未注明", "园区未注明"),
        ("year:2021", "年份为 2021"),
        ("年份：2021..2023", "年份为 2021–2023"),
        ("year:..2019 OR year:2021..", "年份为 2019 或更早 或 年份为 2021 或更晚"),
        ("year:２０２１", "年份为 2021"),
        ("年份:二〇二三 year:二零二一..二〇二三", "年份为 2023 且 年份为 2021–2023"),
        ("year:未注明", "年份为未注明"),
        ("part:问题", "部分为问题不足"),
        ("level:省", "级别为省"),
        ("level:开发区", "级别为国家级开发区或省级开发区"),
        ("kind:未注明", "类型为未注明"),
        ("kind:不存在", "类型为“不存在”"),
        ("-part:问题", "除去 部分为问题不足"),
        ("foo:bar", "foo 且 bar"),  # not a field
        (r"title\:审计", "title 且 审计"),
        ("网址title:审计", "网址 且 title 且 审计"),
    ],
)
def test_reads(typed, said):
    assert parse(typed).interpreted == said


@pytest.mark.parametrize(
    ("typed", "place", "words"),
    [
        ("审计 “", 4, "引号 “ 没有配对；请补上 ”"),
        ('a"', 2, '引号 " 没有配对'),
        ("审计”", 3, "引号 ” 没有配对"),
        ('""', 1, "引号里没有内容"),
        ('"\u3000"', 1, "引号里没有内容"),
        ('"*批"', 1, "* 的两边都要有字"),
        ('"a**b"', 1, "* 的两边都要有字"),
        ('"a*b*c*d"', 1, "最多有 2 个 *"),
        ("OR 审计", 1, "OR 前面没有要找的词"),
        ("审计 OR", 4, "OR 后面没有要找的词"),
        ("审计 AND | 信访", 4, "AND 后面没有要找的词"),
        ("NOT", 1, "NOT 后面没有要找的词"),
        ("(审计 OR )", 5, "OR 后面没有要找的词"),
        ("审计 ()", 4, "括号里没有内容"),
        ("审计 ~3", 4, "~ 后面没有要找的词"),
        ("审计 ~101 信访", 4, "请写 0 到 100 之间的数"),
        ("审计 ~3 信访 ~3 园区", 10, "~ 不能连用"),
        ("(审计 信访) ~3 园区", 9, "~ 的两边只能是词或短语"),
        ("year:2021 ~3 园区", 11, "~ 的两边只能是词或短语"),
        ("审计 title:", 4, "后面没有内容"),
        ("title:“a*b”", 1, "不能用 * 表示间隔"),
        ("审计 year:abc", 4, "年份“abc”看不懂"),
        ("year:2023..2021", 1, "看不懂"),
        ("(" * 30 + "a" + ")" * 30, 21, "括号套了 21 层"),
        ("审" * (MAX_LENGTH + 1), MAX_LENGTH + 1, f"最多 {MAX_LENGTH} 个"),
        (" ".join(map(str, range(MAX_OPERANDS + 1))), None, f"最多 {MAX_OPERANDS} 个"),
    ],
)
def test_refuses_with_the_place_and_offers_the_whole_as_one_phrase(typed, place, words):
    with pytest.raises(QueryError) as caught:
        parse(typed)
    error = caught.value
    assert words in str(error)
    assert error.place == place
    if place is not None and place <= len(typed) <= MAX_LENGTH:
        assert f"第 {place} 个字" in str(error)
    if len(typed) <= MAX_LENGTH:
        assert parse(error.phrase).node == Phrase((squeeze(typed),))
    else:
        assert error.phrase == ""


def test_operands_are_those_wanted_and_runs_those_of_several_words():
    query = parse("行政复议办结率 -审计 (信访 OR -园区) year:2021 信访")
    assert [operand.text for operand in query.operands] == ["行政复议", "办结率", "信访"]
    assert [run.text for run in query.runs] == ["行政复议办结率"]


def test_a_number_is_one_operand_of_many_ways():
    query = parse("审计200件 OR 二百件")
    assert [operand.text for operand in query.operands] == ["审计", "200件", "二百件", "两百件"]
    assert query.runs[0].texts == ("审计200件", "审计二百件", "审计两百件")
    assert [number.text for number in query.numbers] == ["200件", "二百件"]
    assert parse(" ".join(["两百件"] * MAX_OPERANDS)).numbers


def test_what_was_typed_makes_no_difference():
    assert parse("广覆盖 「行政復議」 title:園區").node == parse("广复盖 「行政复议」 title:园区").node


def test_fields_are_values():
    assert parse("地区:440000").node == Contains("region", "440000")
    assert parse("year:2021..").node == Years(2021, None)


@given(st.text(min_size=1, max_size=60).filter(lambda text: squeeze(text).replace("\n", "")))
def test_an_escaped_text_is_one_phrase(text):
    clean = "".join(c for c in text if c.isprintable() or c == " ").strip()
    if squeeze(clean):
        assert parse(escape(clean)).node == Phrase((squeeze(clean),))


@given(st.text('审计信访aorORANDNOTnt "“”「*\\()（）-–−|~10:：year标题\n', max_size=40))
def test_whatever_is_typed_is_read_or_refused(typed):
    query, offered = _read(typed)
    if query:
        # Written again it means the same.
        assert parse(written(query.node)).interpreted == query.interpreted
    elif offered:
        assert isinstance(parse(offered).node, Phrase)


def _read(typed):
    try:
        return parse(typed), ""
    except QueryError as error:
        return None, error.phrase


@pytest.mark.parametrize(
    "typed",
    ['"行政复议"', '" 行政\u3000復議 "', '"５２件"', '"a.b(c"', '"甲-乙 OR 丙"', '"（一）"', '"“内”"', '"title:甲"'],
)
def test_a_phrase_alone_is_read_as_among_others(typed):
    alone, among = parse(typed), parse(f"({typed})")
    assert (alone.node, alone.operands, alone.runs, alone.numbers) == (among.node, among.operands, among.runs, ())
    assert alone.interpreted == among.interpreted
    assert alone.node.shown == among.node.shown
