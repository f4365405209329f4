# ruff: noqa: E501  (lines are quoted as they stand)
"""What newspapers and sites put above, into and behind a report, through the whole pipeline."""

import pytest
from material.checkout import ROOT

from corpus.clean import clean
from corpus.records import Page

CASES = ROOT.parent / "shared" / "data" / "cases"

SPEECH = (
    "各位代表：",
    "现在，我代表县人民政府，向大会报告工作，请予审议。",
    "一、2025年工作回顾",
    "一年来，全县生产总值增长百分之六，城镇新增就业三千人，森林覆盖率提高到七成。",
    "（一）产业发展有新成效。新建标准厂房九万平方米，引进企业二十一家，技改投资增长一成。",
    "（二）城乡面貌有新变化。改造老旧小区十二个，新修农村公路八十公里，厕所革命惠及四千户。",
    "二、2026年工作安排",
    "新的一年，我们要坚持稳中求进，突出抓好产业、项目、民生三件大事，确保开好局、起好步。",
    "各位代表！让我们携手并肩，把望澜建设得更加美好！",
)
HEAD = ("2026年望澜县政府工作报告", "——2026年1月12日在望澜县第十八届人民代表大会第六次会议上", "县长 陆某某")
REPORT = (
    "望澜县2025年法治政府建设年度报告",
    "2025年，望澜县扎实推进法治政府建设，现将有关情况报告如下。",
    "一、主要举措和成效",
    "全年办理行政复议案件九十六件，行政机关负责人出庭应诉率百分之百，组织执法培训十二场。",
    "二、存在的不足",
    "镇街执法力量薄弱，个别案卷不够规范，普法宣传的针对性不强，群众知晓率还不够高。",
    "三、下一年度安排",
    "健全执法监督体系，推行包容审慎监管，加强行政复议规范化建设，持续优化营商环境。",
)


def cleaned(*lines, **more):
    return clean(Page("file:///page", "\n".join(lines).encode()), **more)


def texts(report):
    return "\n".join(section.text for section in report.sections).split("\n")


CAPTIONS = (
    "县长陆某某作政府工作报告。本报记者 王某 摄",
    "大会会场。　赵某某/摄",
    "（记者 王某 钱某某）",
    "望澜日报记者 孙某",
    "图为代表认真听取报告。（李某 摄）",
    "（资料图片）",
)


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_below_the_title_stays_in_front(caption):
    report = cleaned(*HEAD, caption, *SPEECH)
    assert report.title == HEAD[0]
    assert caption in report.front
    assert "各位代表：" in report.front
    assert texts(report)[0] == SPEECH[1]


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("title", ["政府工作报告", HEAD[0]])
def test_a_caption_above_the_title_is_no_title(caption, title):
    report = cleaned(caption, title, *HEAD[1:], *SPEECH)
    assert report.title == title
    assert report.zone == cleaned(title, *HEAD[1:], *SPEECH).zone
    assert texts(report)[0] == SPEECH[1]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        (
            "一年来，全县生产总值增长百分之六（下转第四版）（紧接第一版），城镇新增就业三千人，森林覆盖率提高到七成。",
            (),
        ),
        ("一年来，全县生产总值增长百分之六，城镇新增就业三千人（下转第2版），森林覆盖率提高到七成。", ()),
        (
            "一年来，全县生产总值增长百分之六，城镇新增就业（下转第三版）",
            ("（上接第一版）三千人，森林覆盖率提高到七成。",),
        ),
        (
            "一年来，全县生产总值增长百分之六，城镇新增",
            ("（下转A2版）", "（上接A1版）", "就业三千人，森林覆盖率提高到七成。"),
        ),
        (
            "一年来，全县生产总值增长百分之六，城镇新增就业三千人，",
            ("▼下转第四版", "▲紧接一版", "森林覆盖率提高到七成。"),
        ),
        ("一年来，全县生产总值增长百分之六，城镇新增就业三千人，森林覆盖率提高到七成。（下转二版）", ()),
    ],
)
def test_newspaper_jumps_go_and_the_sentence_is_whole(first, rest):
    lines = [*SPEECH[:3], first, *rest, *SPEECH[4:]]
    report = cleaned(*HEAD, *lines)
    assert SPEECH[3] in texts(report)
    assert not [text for text in texts(report) if "版" in text]
    assert any(trace.rule == "newspaper jump" for trace in report.receipt)


@pytest.mark.parametrize(
    "line",
    [
        "建成改版后的门户网站，群众办事更加方便（改版前需三天）。",
        "开设电子版（第二版）政策汇编。",
        "（接转第三方平台办理）的事项有二百项。",
    ],
)
def test_what_only_looks_like_a_jump_stays(line):
    assert line in texts(cleaned(*HEAD, *SPEECH[:4], line, *SPEECH[4:]))


PROMOTIONS = (
    "更多精彩内容，请关注“望澜发布”微信公众号。",
    "下载“望澜融媒”客户端，随时了解身边事！",
    "点击“阅读原文”查看更多",
    "喜欢就点个“在看”吧！",
    "长按识别二维码，和我们一起看两会。",
    "（责任编辑：某某）",
    "编辑：李某某　审核：王某某　监制：赵某",
    "来源：望澜日报",
    "（转载自望澜日报，转载请注明出处）",
    "— END —",
    "往期推荐",
)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_promotion_behind_the_closing_words_goes(count):
    for at in range(len(PROMOTIONS) - count + 1):
        report = cleaned(*HEAD, *SPEECH, *PROMOTIONS[at : at + count])
        assert texts(report)[-1] == SPEECH[-1], PROMOTIONS[at : at + count]


@pytest.mark.parametrize("last", ["努力开创法治望澜建设新局面", "让法治成为望澜的名片", "特此报告", "奋力谱写新篇章"])
def test_the_last_line_of_a_bare_text_needs_no_full_stop(last):
    report = cleaned(*REPORT, last)
    assert last in texts(report)


def test_last_lines_of_a_bare_text_are_a_list():
    items = ["推进数字法治政府", "建设人民满意的法治政府", "打造法治营商环境", "培育法治文化", "守护平安望澜"]
    assert texts(cleaned(*REPORT, "2026年要抓好五件事：", *items))[-5:] == items


def test_a_menu_behind_a_page_s_text_goes_as_before():
    menu = ["政务公开", "办事服务", "互动交流", "走进望澜", "数据开放"]
    assert texts(cleaned(*REPORT, *menu, "主办：望澜县人民政府 承办：县政府办", "粤ICP备05026525号"))[-1] == REPORT[-1]


@pytest.mark.parametrize(
    "line", ["浏览次数：1234 【打印】【关闭】", "文章点击数：88 打印文章", "已浏览 203 次 【我要打印】"]
)
def test_counters_and_tools_are_neither_front_nor_text(line):
    report = cleaned("首页 > 公开", REPORT[0], line, *REPORT[1:])
    assert line not in report.front
    assert line not in texts(report)


ANNEXES = (
    (
        "名词解释",
        ["1.“两重”：国家重大战略实施和重点领域安全能力建设。", "2.“一码通”：办事平台的统称，用于说明政务服务方式。"],
    ),
    (
        "附件：《政府工作报告》有关名词解释",
        ["1．专精特新：专业化、精细化、特色化、新颖化的中小企业。", "2．河长制：由各级党政负责同志担任河长的制度。"],
    ),
    (
        "相关用语说明",
        ["【新质生产力】以创新为主导的先进生产力质态。", "【两山银行】生态资源的经营平台，把分散资源集中起来。"],
    ),
    (
        "附件",
        ["望澜县2026年民生实事项目", "1.新增公办学位一千二百个。", "2.新建社区食堂十五个。", "3.改造农村危房三百户。"],
    ),
    ("2026年十件民生实事", ["一、新增公办学位一千二百个。", "二、新建社区食堂十五个。", "三、改造农村危房三百户。"]),
    (
        "附件2：2026年重点建设项目表",
        ["序号\t项目名称\t投资\t单位", "1\t江滨公园\t三千万元\t县住建局", "2\t城东小学\t五千万元\t县教育局"],
    ),
    (
        "附录 注释",
        ["[1]“三公”经费：因公出国、公务用车购置及运行费和公务接待费。", "[2]“一老一小”：养老服务和托育服务。"],
    ),
)


@pytest.mark.parametrize(("name", "lines"), ANNEXES)
def test_an_annex_behind_the_closing_words_is_a_section_of_its_own(name, lines):
    report = cleaned(*HEAD, *SPEECH, name, *lines)
    annex = report.sections[-1]
    own = [section for section in report.sections if section.text.startswith(name)]
    assert len(own) == 1
    assert (own[0].level, own[0].number, own[0].part) == (1, None, "其他")
    assert own[0].heading
    assert own[0].heading in name
    assert all(line in texts(report) for line in lines)
    before = report.sections[report.sections.index(own[0]) - 1]
    assert before.text.endswith(SPEECH[-1])
    assert annex.part == "其他"


def test_two_annexes_are_two_sections():
    report = cleaned(*HEAD, *SPEECH, "附件1：名词解释", *ANNEXES[0][1], "附件2：2026年十件民生实事", *ANNEXES[4][1])
    found = [section.heading for section in report.sections if section.part == "其他" and section.level == 1]
    assert found == ["附件1：名词解释", "附件2：2026年十件民生实事"]


def test_an_annex_of_a_report_on_rule_of_law():
    report = cleaned(*REPORT, "附件：名词解释", *ANNEXES[0][1])
    assert report.sections[-1].part == "其他"
    assert report.sections[-2].part == "下年安排"


@pytest.mark.parametrize(
    "line",
    [
        "附件要求的材料全部备齐，办理时限压缩到三天，群众满意度明显上升。",
        "名词解释工作有序推进，发布解读二十篇。",
        "民生实事办结率达到百分之百，群众得到了实惠。",
    ],
)
def test_a_sentence_about_annexes_opens_none(line):
    report = cleaned(*HEAD, *SPEECH[:4], line, *SPEECH[4:])
    assert "其他" not in {section.part for section in report.sections}


UNNUMBERED = (
    ("过去五年工作回顾", "今后五年的奋斗目标", "2026年重点任务"),
    ("主要工作成效", "存在的短板弱项", "下一步工作打算"),
    ("**领导机制更加健全**", "**执法行为更加规范**", "**矛盾化解更加有效**"),
    ("以更高站位抓谋划", "以更实举措抓落实", "以更严作风抓队伍"),
)
PARAGRAPHS = (
    "全县办理行政许可一万二千件，网上可办率达到九成八，群众办事平均跑动次数不到一次。",
    "组织旁听庭审十六场，出庭应诉二百三十人次，司法建议回复率达到百分之百，败诉率持续下降。",
    "建立联席会议制度，每月调度一次，每季通报一次，推动各项任务落到实处、见到成效。",
)


@pytest.mark.parametrize("headings", UNNUMBERED)
def test_headings_without_numbers_are_sections(headings):
    lines = [
        line for heading, text in zip(headings, PARAGRAPHS, strict=True) for line in (heading, text, PARAGRAPHS[0])
    ]
    report = cleaned("望澜县2025年法治政府建设情况报告", "现将望澜县2025年法治政府建设情况报告如下。", *lines)
    found = [(section.level, section.number, section.heading) for section in report.sections if section.heading]
    assert found == [(1, None, heading.strip("*")) for heading in headings]
    assert report.sections[0].text == "现将望澜县2025年法治政府建设情况报告如下。"


def test_headings_without_numbers_that_are_bold_in_a_page():
    pieces = "".join(
        f"<p><strong>{heading}</strong></p><p>{text}</p>"
        for heading, text in zip(UNNUMBERED[1], PARAGRAPHS, strict=True)
    )
    page = f"<html><head><title>望澜县2025年法治政府建设情况报告</title></head><body><h1>望澜县2025年法治政府建设情况报告</h1><div id='zoom'>{pieces}</div></body></html>"
    report = clean(Page("file:///page.html", page.encode()))
    assert [(section.number, section.heading) for section in report.sections] == [
        (None, heading) for heading in UNNUMBERED[1]
    ]


def test_numbered_chapters_below_a_heading_without_number():
    lines = [
        "“十四五”工作回顾",
        PARAGRAPHS[0],
        "2026年重点工作",
        "今年重点抓好三个方面：",
        "一、做强产业",
        PARAGRAPHS[1],
        "二、建好城乡",
        PARAGRAPHS[2],
    ]
    report = cleaned(*HEAD, *SPEECH[:2], *lines)
    found = [(section.number, section.heading) for section in report.sections]
    assert found == [
        (None, None),
        (None, "“十四五”工作回顾"),
        (None, "2026年重点工作"),
        ("一、", "做强产业"),
        ("二、", "建好城乡"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["指标名称", "数量", "行政许可", "1200", "行政处罚", "96"],  # cells of a table
        ["特此报告", "望澜县人民政府"],
        ["加强领导"],  # one alone
    ],
)
def test_short_lines_that_are_no_headings(lines):
    report = cleaned(*REPORT, *lines)
    assert [section.number for section in report.sections if section.heading] == ["一、", "二、", "三、"]


CASE_FRONTS = {
    "c1-caption-first.txt": "省长张某某在省人代会上作政府工作报告。本报记者王某某摄",
    "a3-caption-before-title.txt": "各位代表：",
}


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are absent")
class TestCases:
    @staticmethod
    def of(name):
        return clean(Page(f"file:///{name}", (CASES / name).read_bytes()))

    @pytest.mark.parametrize("name", CASE_FRONTS)
    def test_captions(self, name):
        report = self.of(name)
        assert CASE_FRONTS[name] in report.front
        assert "各位代表：" in report.front
        assert "摄" not in "".join(texts(report))

    def test_a_caption_before_the_title(self):
        report = self.of("a3-caption-before-title.txt")
        assert (report.title, report.zone) == ("政府工作报告", "贵州省")

    def test_jumps(self):
        assert "年内办理许可事项三百余件，群众满意度" in "".join(texts(self.of("d1-jump-inside.txt")))
        assert "版）" not in "".join(texts(self.of("d1-jump-inside.txt")))

    def test_annex(self):
        last = self.of("e1-annex-glossary.txt").sections[-1]
        assert (last.level, last.heading, last.part) == (1, "名词解释", "其他")

    def test_unnumbered(self):
        report = self.of("f1-unnumbered.txt")
        assert [section.heading for section in report.sections if section.heading and section.number is None] == [
            "“十四五”时期工作回顾",
            "“十五五”时期的主要目标任务",
            "2026年重点工作",
        ]

    def test_sentences_that_begin_like_a_tool(self):
        said = texts(self.of("j1-saoyisao-sentence.html"))
        assert "扫一扫即可办事的“一码通”覆盖全部窗口。" in said
        assert "打印、复印、邮寄等服务实现免费。" in said
        assert any(text.startswith("微信扫一扫下方二维码") for text in said)

    @pytest.mark.parametrize(
        ("name", "day"),
        [("h2-effect.html", "2026-01-20"), ("v5-collector-time.html", "2026-01-12"), ("s7-date.html", "2026-01-20")],
    )
    def test_dates(self, name, day):
        assert self.of(name).published == day

    @pytest.mark.parametrize(
        "name", ["m1-guide.html", "m2-faq.html", "m4-detail.html", "m7-propaganda.html", "w1-blank-template.txt"]
    )
    def test_no_reports(self, name):
        assert self.of(name).refused
