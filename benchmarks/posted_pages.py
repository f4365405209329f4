"""Pages of invented reports in many shapes, with what is printed on them: written for calibration
before any rule was read, and no rule is written after them.

Shapes and their shares follow real pages: four of ten print no title, one of nine sites was moved
and its meta date is that of the move, pages show clocks, dates of other things, cited numbers and
other years.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.posted_facts import Facts, facts
from corpus.records import Page

DIGITS = "〇一二三四五六七八九"
# Of every kind of report, then of one kind alone.
SENTENCES = (
    "全年召开专题会议{n}次，研究解决重点难点问题{m}个，各项任务按期完成。",
    "修订完善制度{n}项，清理规范性文件{m}件，废止{k}件。",
    "按照《关于做好{past}年度有关工作的通知》（某办发〔{past}〕{k}号）要求，逐项对照检查。",
    "较{past}年增长{p}%，连续{k}年保持在前列。",
    "深入学习贯彻上级会议精神，组织集中学习{n}次，参训人员{m}人次。",
    "自{past}年{k}月起，窗口服务延伸到村居，群众满意率达到{p}%。",
)
OWN = {
    "法治政府建设": (
        "贯彻落实《法治政府建设实施纲要（2021—2025年）》，制定任务分工方案，明确责任单位。",
        "办理行政复议案件{m}件，审结{k}件，行政机关负责人出庭应诉率达到{p}%。",
        "落实行政执法三项制度，开展执法案卷评查{n}次，抽查案卷{m}卷。",
    ),
    "信息公开": (
        "通过门户网站主动公开信息{m}条，其中政策文件{n}条，解读{k}条。",
        "收到依申请公开{n}件，均在法定期限内答复，引发行政复议{k}件。",
    ),
    "依法行政": (
        "坚持重大决策合法性审查，审查文件{n}件、合同{m}份。",
        "举办依法行政专题讲座{k}期，执法人员持证率{p}%。",
    ),
    "政府工作报告": (
        "地区生产总值增长{k}.{n}%，固定资产投资增长{m}%。",
        "城乡居民收入分别增长{k}%和{n}%，新增就业{m}00人。",
    ),
    "其他": ("压缩办理时限{p}%，推行一窗受理事项{m}项。", "开展督导检查{n}次，整改问题{m}个。"),
}
HEADINGS = ("一、主要举措和成效", "二、存在的问题和不足", "三、主要负责人履职情况", "四、下一步工作安排")
LAYOUTS = ("portal", "portal", "catalogue", "catalogue", "flat", "bare", "bare", "table")


@dataclass(frozen=True, slots=True)
class Posted:
    """A page and the facts it was made of; `title` as it is printed, or as its tags have it."""

    page: Page
    facts: Facts
    title: str


def posted(seed: int) -> Posted:
    """The page of a seed; the same each time."""
    chance = Random(f"posted {seed}")
    return Writer(facts(chance), chance).page(seed)


def day(date: datetime.date, form: str) -> str:
    """A date as it is written in one of many ways."""
    chinese = "".join(DIGITS[int(digit)] for digit in str(date.year))
    return {
        "iso": f"{date:%Y-%m-%d}",
        "minute": f"{date:%Y-%m-%d} 09:2{date.day % 10}",
        "han": f"{date.year}年{date.month}月{date.day}日",
        "padded": f"{date:%Y年%m月%d日}",
        "slash": f"{date:%Y/%m/%d}",
        "dot": f"{date:%Y.%m.%d}",
        "chinese": f"{chinese}年{_counted(date.month)}月{_counted(date.day)}日",
    }[form]


def _counted(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


class Writer:
    """Writes one page."""

    def __init__(self, known: Facts, chance: Random) -> None:
        self.known, self.chance = known, chance
        self.layout = chance.choice(LAYOUTS)

    def page(self, seed: int) -> Posted:
        """The page in its layout."""
        known, chance = self.known, self.chance
        title = self.title()
        prints = self.layout in ("portal", "catalogue", "table") or chance.random() < 0.4
        signs, numbered = chance.random() < 0.6, chance.random() < 0.35
        body = list(self.body(named=not prints or chance.random() < 0.5))
        if signs:
            form = chance.choice(("han", "han", "chinese", "padded"))
            body += [known.issuer.organ, day(known.signed, form)]
        elif chance.random() < 0.2:
            body.append(f"{known.issuer.organ}办公室　　{day(known.signed, 'han')}印发")
        shapes: dict[str, Callable[[str, str, list[str], str], str]] = {
            "portal": self.portal, "catalogue": self.catalogue, "flat": self.flat, "bare": self.bare, "table": self.table,
        }  # fmt: skip
        text = shapes[self.layout](title if prints else "", title, body, known.number if numbered else "")
        kind = "html" if text.startswith("<") else "plain"
        return Posted(Page(self.address(seed), text.encode(), f"text/{kind}; charset=utf-8"), known, title)

    def address(self, seed: int) -> str:
        """Every third address has a date, of the posting or of the site's move."""
        date = self.known.posted if self.chance.random() < 0.85 else datetime.date(2026, 5, 6)
        path = self.chance.choice(
            (f"/{date:%Y%m}/t{date:%Y%m%d}_{seed}.html", f"/art/{seed}.html", f"/c{seed}/content.shtml")
        )
        return f"https://{self.known.issuer.host}/xxgk{path}"

    def title(self) -> str:
        """One of the usual forms; some name no issuer, some write the year in Chinese."""
        known, chance = self.known, self.chance
        bare = re.sub(r"^.{2,8}?(?=(?:高新|经济)技术)", "", known.issuer.body)  # the site says of which city
        who = chance.choice((known.issuer.organ, known.issuer.body, known.issuer.body, bare))
        year = f"{known.year}" if chance.random() < 0.9 else "".join(DIGITS[int(digit)] for digit in str(known.year))
        if known.kind == "政府工作报告":
            return chance.choice(
                (f"{who}{year}年政府工作报告", "政府工作报告", f"{year}年{who}政府工作报告", f"{year}年政府工作报告")
            )
        forms = (
            "{who}{year}年{what}年度报告", "{who}{year}年度{what}情况报告", "{who}关于{year}年度{what}情况的报告",
            "关于{who}{year}年{what}工作情况的报告", "{year}年{who}{what}工作总结", "{year}年度{what}报告",
            "{who}{what}年度报告（{year}年）", "{who}{year}年{what}工作年度报告", "【{year}年】{who}{what}情况报告",
            "{who}{what}工作报告", "{who}关于{what}情况的报告", "{who}{year}年{what}情况报告（{number}）",
        )  # fmt: skip
        return (
            chance.choice(forms)
            .format(who=who, year=year, what=known.subject, number=known.number)
            .replace("工作工作", "工作")
        )

    def body(self, *, named: bool) -> Iterator[str]:
        """The report's own text; where `named`, its opening says who reports on which year."""
        known, chance = self.known, self.chance
        past = known.year - chance.choice((0, 1, 1, 2, 3))
        if chance.random() < 0.15:
            yield chance.choice(("市委、市政府：", "上级人民政府：", "各镇、街道，各有关单位："))
        if known.kind == "信息公开" and chance.random() < 0.5:
            yield "根据《中华人民共和国政府信息公开条例》（2019年4月3日修订）第五十条的规定，特公布本报告。"
        if known.kind == "政府工作报告":
            if chance.random() < 0.5:
                yield f"——{day(known.signed, 'han')}在{known.issuer.body}第十七届人民代表大会第{DIGITS[known.year % 5 + 1]}次会议上"
            yield "各位代表："
            yield f"现在，我代表{known.issuer.organ}，向大会报告政府工作，请予审议。"
        elif named:
            what = known.subject
            yield chance.choice((
                f"现将{known.issuer.body}{known.year}年{what}情况报告如下：",
                f"{known.year}年，{known.issuer.organ}扎实做好{what}各项工作，现将有关情况报告如下。",
                f"根据有关规定，{known.issuer.organ}编制了{known.year}年度{what}报告，现予公布。",
                f"本报告所列数据的统计期限自{known.year}年1月1日起至{known.year}年12月31日止，由{known.issuer.organ}编制。",
            ))  # fmt: skip
        else:
            yield chance.choice((
                "一年来，我们坚持把各项工作抓细抓实，取得明显成效，现将情况报告如下。",
                f"{known.year}年以来，各项工作稳步推进。",
                f"按照要求，现将上年度{known.subject}情况报告如下。",
                "过去一年，各项工作稳步推进，群众满意度不断提高。",
            ))  # fmt: skip
        dated = (f"一、{known.year}年主要工作", HEADINGS[1], HEADINGS[2], f"四、{known.year + 1}年工作安排")
        for heading in dated if chance.random() < 0.25 and known.kind != "政府工作报告" else HEADINGS:
            yield heading
            for _ in range(chance.randrange(2, 5)):
                values = {name: chance.randrange(2, 97) for name in "nmkp"}
                said = chance.sample((*SENTENCES, *OWN[known.kind]), 2)
                yield "".join(each.format(past=past, **values) for each in said)

    def line_of_date(self) -> str:
        """The small print below a title, or nothing."""
        date, source = (
            day(self.known.posted, self.chance.choice(("iso", "minute", "han", "slash", "dot"))),
            self.source(),
        )
        changed = self.known.posted + datetime.timedelta(days=self.chance.choice((0,) * 9 + (30,)))
        later = day(changed, "iso")
        return self.chance.choice((
            f"发布时间：{date} 来源：{source} 浏览次数：{self.chance.randrange(3000)}", f"发布日期：{date}",
            f"{date} 来源：{source} 字体：【大 中 小】", f"日期：{date} 【打印】【关闭】", f"【时间：{date}】",
            f"{date}", f"信息来源：{source} 发布时间：{date}", f"更新时间：{later} 发布时间：{date}",
            "", "", f"更新时间：{later}", f"发文日期：{day(self.known.signed, 'iso')}",
        ))  # fmt: skip

    def source(self) -> str:
        """来源: the issuer, its government's office, or the site."""
        return self.chance.choice((self.known.issuer.organ, self.known.issuer.site, "本站", "办公室", ""))

    def meta(self, title: str) -> str:
        """The national tags, on six of ten pages; one in nine has the date of the site's move."""
        if self.chance.random() > 0.6:
            return ""
        date = self.known.posted if self.chance.random() < 0.89 else datetime.date(2026, 5, 6)
        tags = {
            "SiteName": self.known.issuer.site,
            "ArticleTitle": title,
            "PubDate": f"{date} 10:00",
            "ContentSource": self.source(),
        }
        return "".join(f'<meta name="{name}" content="{value}">' for name, value in tags.items())

    def around(self, middle: str, title: str) -> str:
        """A page with menu, footer and a box of other news around the middle."""
        site = self.known.issuer.site
        clock = "<div class=top>今天是：2019年10月31日 星期四</div>" if self.chance.random() < 0.2 else ""
        news = "<div class=side><h3>通知公告</h3><ul>" + "".join(
            f"<li><a href='/n{n}'>关于开展专项检查的通知</a> <span>2026-0{n}-1{n}</span></li>" for n in range(1, 5)
        ) + "</ul></div>"  # fmt: skip
        tail = f"<p>发布日期：{day(self.known.posted, 'iso')}</p>" if self.chance.random() < 0.1 else ""
        code = f" 网站标识码：{self.known.issuer.code}0001" if self.chance.random() < 0.4 else ""
        return (
            f"<html><head>{self.meta(title)}<title>{title}_{site}</title></head><body>{clock}"
            f"<div class=nav><a href='/'>首页</a><a href='/xxgk'>信息公开</a><a href='/hd'>互动交流</a></div>{middle}{tail}{news}"
            f"<div class=foot><p>主办：{site} 版权所有{code}</p><p>网站地图 | 联系我们 | 隐私声明</p></div></body></html>"
        )

    def portal(self, printed: str, title: str, body: list[str], number: str) -> str:
        """A news page of a portal."""
        line = self.line_of_date()
        above = f"<p align=center>{number}</p>" if number else ""
        text = "".join(f"<p>{each}</p>" for each in body)
        crumb = "<div class=crumb>您现在的位置：<a>首页</a> &gt; <a>信息公开</a> &gt; <a>通知公告</a></div>"
        middle = f"{crumb}<h1>{printed}</h1><div class=info>{line}</div><div id=zoom>{above}{text}</div>"
        return self.around(middle, title)

    def catalogue(self, printed: str, title: str, body: list[str], number: str) -> str:
        """A page of the disclosure catalogue, with its table of fields."""
        known, form = self.known, self.chance.choice(("iso", "han", "slash"))
        rows = [("索引号", "000014349/2026-00012"), ("发布机构", known.issuer.organ), ("名称", title)]
        rows += [(self.chance.choice(("成文日期", "成文日期", "生成日期", "发文日期")), day(known.signed, form))]
        rows += [("发布日期", day(known.posted, form))] if self.chance.random() < 0.8 else []
        rows += [("文号", number), ("有效性", "有效")]
        if self.chance.random() < 0.3:
            rows += [("生效日期", day(known.signed + datetime.timedelta(days=30), "iso")), ("废止日期", "2030-12-31")]
        table = "<table>" + "".join(f"<tr><td>{name}：</td><td>{value}</td></tr>" for name, value in rows) + "</table>"
        text = "".join(f"<p>{each}</p>" for each in body)
        return self.around(f"{table}<div class=bt>{printed}</div><div class=TRS_Editor>{text}</div>", title)

    def table(self, printed: str, title: str, body: list[str], number: str) -> str:
        """A page laid out in tables, as in 2005, its text broken by <br>; a long title over two lines."""
        line, half = self.line_of_date(), len(printed) // 2
        broken = (
            f"{printed[:half]}<br>{printed[half:]}" if len(printed) > 22 and self.chance.random() < 0.3 else printed
        )
        above = f"{number}<br>" if number else ""
        text = "<br>".join(f"　　{each}" for each in body)
        shown = (
            f"<td class=t align=center><b>{broken}</b></td>",
            f"<td>{line}</td>",
            f"<td class=content>{above}{text}</td>",
        )
        cells = "<table>" + "".join(f"<tr>{cell}</tr>" for cell in shown) + "</table>"
        return self.around(cells, title)

    def flat(self, printed: str, title: str, body: list[str], number: str) -> str:
        """The text of a page without its tags."""
        del title
        head = ["首页 > 信息公开 > 年度报告", printed, self.line_of_date(), number]
        return "\n".join([*filter(None, head), "", *body, "", "扫一扫在手机打开当前页", "【打印】【关闭】"])

    def bare(self, printed: str, title: str, body: list[str], number: str) -> str:
        """Nothing but the text."""
        del title, number
        return "\n".join([*filter(None, [printed]), *body])
