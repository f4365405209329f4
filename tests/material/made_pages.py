# ruff: noqa: E501  (furniture is quoted as it stands)
"""A tool for tests: whole pages around made-up reports, with the metadata known by construction.

`python tests/material/made_pages.py [--half seen|held] [--show GROUP]` prints how often each field
is right. Pages are split in halves by number: the rules may be looked at against the half `seen`,
the half `held` only tells what that was worth.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from material.made_issuers import Issuer, an_issuer, codes, named

from corpus.describe.report import describe
from corpus.load.page import load
from corpus.records import Description, Page
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

SEED, PAGES = 20_261_121, 1_200
RULE = "法治政府建设"
TITLES = {
    RULE: ("{b}{y}法治政府建设年度报告", "{b}关于{y}法治政府建设情况的报告", "{y}{b}法治政府建设工作情况报告", "{b}{y}推进法治政府建设工作总结", "关于{b}{y}法治政府建设情况的报告", "{y}{b}推进法治政府建设工作情况报告", "{b}关于报送{y}法治政府建设工作情况的报告", "关于{b}{y}法治政府建设年度报告的公示", "{b}{y}法治建设工作情况报告", "{b}{y}法治政府建设工作报告", "{b}党政主要负责人{y}履行推进法治建设第一责任人职责情况的报告", "{b}法治政府建设年度报告({y})", "{b}关于{y}贯彻落实法治政府建设实施纲要情况的报告", "{b}{y}法治政府建设年度情况报告"),
    "依法行政": ("{b}{y}依法行政工作报告", "{b}关于{y}推进依法行政工作情况的报告", "{b}{y}依法行政工作总结"),
    "信息公开": ("{b}{y}政府信息公开工作年度报告", "{b}{y}政府信息公开年度报告", "{y}{b}政府信息公开工作年度报告", "{b}{y}信息公开年报", "{b}关于{y}政府信息公开工作情况的报告", "{b}政府信息公开工作年度报告({y})"),
    "政府工作报告": ("{y}{b}政府工作报告", "{b}政府工作报告({y})", "{b}{y}政府工作报告"),
    "其他": ("{b}{y}优化营商环境工作情况报告", "{b}{y}安全生产工作总结", "{b}关于{y}生态环境保护工作情况的报告", "{b}{y}普法工作年度报告"),
}  # fmt: skip
SUBJECT = {
    RULE: "法治政府建设工作",
    "依法行政": "依法行政工作",
    "信息公开": "政府信息公开工作",
    "政府工作报告": "政府工作",
    "其他": "有关工作",
}
SENTENCES = (
    "坚持把学习摆在首位,全年组织集中学习{n}次,参加干部{n}余人次,依法办事的意识不断增强。",
    "完善重大事项决策程序,落实公众参与、专家论证、合法性审查等环节,全年审查各类文件{n}件。",
    "推行行政执法公示、全过程记录、法制审核三项制度,开展案卷评查{n}次。",
    "办理行政复议案件{n}件,应诉{n}件,负责人出庭应诉率稳步提高。",
    "赴苏州市、杭州市、长沙县学习考察,借鉴先进经验。",
    "按照省委、省政府部署和市委、市政府要求,细化任务{n}项,逐项落实到人。",
    "深化“放管服”改革,压减办理时限,群众满意度持续提升。",
    "主动公开信息{n}条,受理申请{n}件,均在法定期限内答复。",
    "创新宣传形式,开展进社区、进学校活动{n}场次。",
    "健全矛盾纠纷排查化解机制,调处纠纷{n}起,成功率保持较高水平。",
)
HEADINGS = (
    "一、主要工作和成效",
    "(一)强化组织领导。",
    "(二)规范权力运行。",
    "(三)提升服务水平。",
    "二、存在的问题",
    "三、下一步工作安排",
)
DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
DIGITS_CIRCLE = str.maketrans("0123456789", "○一二三四五六七八九")


@dataclass(frozen=True)
class Made:
    """A page, where its issuer came from, and the truth about it; a field that a page does not tell
    is left out of `truth`."""

    page: Page
    issuer: Issuer
    title: str
    truth: dict[str, object] = field(default_factory=dict)


def made_page(number: int) -> Made:
    """The page of this number: the same on every run."""
    n = random.Random(SEED + number)
    issuer = an_issuer(n)
    kind = n.choices(list(TITLES), (12, 2, 6, 1 if not issuer.rest else 0, 1))[0]
    year = n.randint(2008, 2015) if kind == "依法行政" else n.randint(2015, 2025)
    told = n.random()
    shown = year_form(n, year) if told < 0.94 else ""
    title = re.sub(r"\(年?度?\)", "", n.choice(TITLES[kind]).format(b=issuer.printed, y=shown))
    if shown.startswith("上"):
        title = n.choice(TITLES[kind]).format(b=issuer.printed, y="")
    decorated = n.random()
    if decorated < 0.04:
        title = f"【{year}年】{title}"
    elif decorated < 0.07:
        title += n.choice(["(公开版)", "（全文）"])
    elif decorated < 0.1:
        title = title.replace("法治政府", " 法治政府").replace("年度报告", " 年度报告")
    day = (
        year if kind == "政府工作报告" else year + 1,
        n.randint(1, 3) if kind == "政府工作报告" else n.randint(1, 6),
        n.randint(1, 28),
    )
    draft = Draft(n, issuer, kind, year, title, day, told >= 0.94)
    page, published = draft.page(number)
    truth: dict[str, object] = {
        "kind": kind,
        "year": year,
        "province": issuer.province,
        "city": issuer.city,
        "county": issuer.county,
        "level": issuer.level,
    }
    if published:
        truth["published"] = published
    if draft.issued:
        truth["issued"] = draft.issued
    if draft.untold and not published:
        del truth["year"]
    truth["number"] = draft.own_number
    return Made(page, issuer, title, truth)


def year_form(n: random.Random, year: int) -> str:
    plain = n.choices(
        [
            f"{year}年",
            f"{year}年度",
            f"{str(year).translate(DIGITS)}年",
            f"{str(year).translate(DIGITS_CIRCLE)}年",
            f"{year} 年",
            f"{year - 1}—{year}年",
        ],
        (10, 8, 1, 1, 0.5, 0.4),
    )
    return plain[0]


def iso(day: tuple[int, int, int]) -> str:
    return f"{day[0]}-{day[1]:02}-{day[2]:02}"


class Draft:
    """What one page is put together from."""

    def __init__(
        self,
        n: random.Random,
        issuer: Issuer,
        kind: str,
        year: int,
        title: str,
        day: tuple[int, int, int],
        untold: bool,
    ) -> None:
        self.n, self.issuer, self.kind, self.year, self.title, self.day, self.untold = (
            n,
            issuer,
            kind,
            year,
            title,
            day,
            untold,
        )
        self.issued: str | None = None
        self.own_number: str | None = None
        self.clues = self.chosen_clues()

    def chosen_clues(self) -> set[str]:
        """What on the page tells the place; where the title does not, at least one thing does."""
        pool = ["host", "code", "site", "signature", "foot", "source", "address"]
        clues = {clue for clue in pool if self.n.random() < 0.35}
        if self.issuer.group == "real host":
            return {"host"}
        if self.issuer.bare and not clues & {"code", "site", "signature", "foot", "address"}:
            clues.add(self.n.choice(["code", "site", "signature", "foot"]))
        if self.issuer.code is None or self.issuer.code.endswith("0000") or self.issuer.group == "special":
            clues -= {"code"}
        return clues

    def date(self, day: tuple[int, int, int], stamp: bool = True) -> str:
        y, m, d = day
        clock = self.n.choice(["", "", " 09:18", " 16:37:05"]) if stamp else ""
        forms = [
            f"{y}-{m:02}-{d:02}{clock}",
            f"{y}-{m:02}-{d:02}{clock}",
            f"{y}-{m}-{d}",
            f"{y}.{m}.{d}",
            f"{y} 年 {m} 月 {d} 日",
            f"[{y}-{m:02}-{d:02}]",
            f"{y}-{m:02}-{d:02}10:12",
            f"{y}/{m:02}/{d:02}{clock}",
            f"{y}年{m}月{d}日",
            f"{y}年{m:02}月{d:02}日{clock}",
            f"{y}.{m:02}.{d:02}",
        ]
        return self.n.choice(forms)

    def address(self, number: int) -> str:
        n, issuer = self.n, self.issuer
        stamp = iso(self.day).replace("-", "")
        path = n.choice(
            [
                f"/zwgk/fzzf/{stamp[:6]}/t{stamp}_{number + 30000}.html",
                f"/info/10{number % 100:02}/{number + 5000}.htm",
                f"/art/{self.day[0]}/{self.day[1]}/{self.day[2]}/art_1{number:04}_77{number:04}.html",
                f"/content/post_{number + 70000}.html",
                f"/c/{self.day[0]}-{self.day[1]:02}-{self.day[2]:02}/{number}.shtml",
            ]
        )
        if issuer.host:
            return f"http://{issuer.host}{path}"
        if "host" in self.clues and issuer.code:
            return f"https://{self.host()}{path}"
        return n.choice([f"file:///pages/{number}.html", f"http://public.example/{number}"])

    def host(self) -> str:
        """A host as such sites have: of the place itself, or a part of its city's or province's."""
        from material.made_issuers import MUNICIPALITIES, divisions

        code = self.issuer.code or ""
        outer = (
            code[:4] + "00" if code[2:4] not in ("00", "90") and code[:2] not in MUNICIPALITIES else code[:2] + "0000"
        )
        own, above = divisions()[code][1], divisions()[outer][1]
        if code.endswith("0000") and code[:2] not in MUNICIPALITIES:
            own = above = {"140000": "shanxi", "610000": "shaanxi", "150000": "nmg", "450000": "gxzf"}.get(code, own)
        first = "".join(word[0] for word in words(code))
        return (
            self.n.choice(
                [f"www.{own}.gov.cn", f"{first}q.{above}.gov.cn", f"sfj.{own}.gov.cn", f"{own}.{above}.gov.cn"]
            )
            if self.issuer.group != "ministry"
            else "www.gov.cn"
        )

    def foot(self) -> list[str]:
        n, issuer = self.n, self.issuer
        lines = []
        if n.random() < 0.4:
            other = n.choice(codes()[3])
            lines += [
                f"上一篇：{named(other)}{self.year - 1}年法治政府建设年度报告 {self.year}-02-11",
                "下一篇：关于召开2019年度工作会议的通知",
            ]
        if n.random() < 0.4:
            lines.append(" | ".join(["国务院", "省政府", *(named(code) for code in n.sample(codes()[3], 6))]))
        if "foot" in self.clues:
            lines.append(
                f"主办：{self.issuer.place}{n.choice(['人民政府', '人民政府办公室', ''])}{'' if not issuer.rest else ' ' + issuer.full}"
            )
        if "address" in self.clues and issuer.place:
            lines.append(f"地址：{issuer.place}人民路{n.randint(1, 99)}号 邮编：{n.randint(100000, 699999)}")
        if "code" in self.clues and issuer.code:
            lines.append(f"网站标识码：{issuer.code}{n.randint(1, 60):04}")
        lines += n.sample(
            [
                "返回顶部",
                "网站地图 | 联系我们 | 隐私声明",
                "建议使用1024*768分辨率浏览",
                "技术支持：某某科技有限公司",
                "扫一扫在手机打开当前页",
            ],
            n.randint(0, 3),
        )
        return lines

    def head(self, titles: list[str]) -> tuple[list[str], str | None]:
        """Lines above the body, and the date of publication they tell."""
        n = self.n
        lines, published = [], None
        if n.random() < 0.3:
            lines.append(
                f"今天是：{n.randint(2019, 2026)}年{n.randint(1, 12)}月{n.randint(1, 28)}日 星期{n.choice('一二三四五六日')}"
            )
        if n.random() < 0.5:
            lines.append(
                "当前位置："
                + " > ".join(
                    ["首页", "政务公开", n.choice(["通知公告", "法定主动公开内容", "年度报告", f"{self.year + 1}年"])]
                )
            )
        if n.random() < 0.2:
            lines += (
                [named(code) for code in n.sample(codes()[3], 5)]
                if n.random() < 0.3
                else ["省直部门", "市直部门", "县（市、区）", "长者模式 无障碍阅读 繁體"]
            )
        source = self.issuer.full if "source" in self.clues else n.choice(["", "本网", "办公室", "本站", "新华社"])
        form = n.randrange(13)
        small: list[str] = []
        if form == 0:
            small = [
                f"{n.choice(['发布时间', '发布日期', '发布于', '时间', '日期', '信息时间', '更新时间', '上传时间'])}：{self.date(self.day)} 来源：{source} 浏览次数：{n.randint(1, 2022)}"
            ]
        elif form == 1:
            small = [f"来源：{source}  {n.choice(['发布时间', '日期'])}:{self.date(self.day)} 字体：【大 中 小】"]
        elif form == 2:
            made_on = (self.day[0], self.day[1], max(1, self.day[2] - 1))
            small = [
                "索 引 号：01558000X/2024-00012",
                "主题分类：司法",
                f"发布机构：{source}",
                f"成文日期：{iso(made_on)}",
                f"发布日期：{iso(self.day)}",
                "有 效 性：有效",
            ]
            self.issued = iso(made_on)
        elif form == 3:
            small = [f"{self.date(self.day)}"]
        elif form == 4:
            small = [
                f"| 索引号 | 1102-{n.randint(1, 99)} | 发布机构 | {source} |",
                f"| 发布日期 | {iso(self.day)} | 文号 | |",
            ]
        elif form == 5:
            small = [
                f"作者：{source or '佚名'} 文章来源：本站原创 点击数：{n.randint(10, 2024)} 更新时间：{self.date(self.day)}"
            ]
        elif form == 6:
            small = [
                f"发布时间：{self.date(self.day)}",
                f"更新时间：{self.day[0] + 1}-07-0{n.randint(1, 9)}",
                f"信息来源：{source}",
            ]
        elif form == 7:
            small = ["发布日期", self.date(self.day, stamp=False), "信息来源", source or "本站"]
        elif form == 8:
            small = [
                f"编辑：{n.choice(['王芳', '李强'])} 审核：{n.choice(['赵敏', '周洋'])} {n.choice(['录入时间', '发稿时间', '公开日期', '公布时间', '发表时间', '创建时间', '上载日期', '信息发布日期'])}：{self.date(self.day)} 阅读（{n.randint(1990, 2030)}）次"
            ]
        elif form == 9:
            small = [
                f"索引号：{n.randint(10**8, 10**9)} 发布机构：{source} 发文日期：{iso((self.day[0], self.day[1], max(1, self.day[2] - 2)))} 发布日期：{iso(self.day)} 文号： 废止日期：{self.day[0] + 5}-12-31"
            ]
            self.issued = iso((self.day[0], self.day[1], max(1, self.day[2] - 2)))
        elif form == 10:
            small = [
                f"{n.choice(['来源', '文章来源', '信息来源'])}：{source}    {self.date(self.day)}    浏览次数：{n.randint(10, 3000)}"
            ]
        elif form == 11:
            small = [f"• 发布机构： {source}", f"• 发布日期： {iso(self.day)}", "• 有效性： 有效"]
        published = iso(self.day) if small else None
        return ([*lines, *small, *titles] if form in (2, 4, 9, 11) else [*lines, *titles, *small]), published

    def own_lines(self) -> list[str]:
        """Number and addressee over the body."""
        lines = []
        if self.n.random() < 0.2:
            office = self.n.choice(["政发", "司报", "府办字", "委发", "管发"])
            open_, close = self.n.choice(["〔〕", "[]", "（）"])
            mark = named(self.issuer.code)[0] if self.issuer.code else "国"
            lines.append(f"{mark}{office}{open_}{self.day[0]}{close}{self.n.randint(1, 88)}号")
            self.own_number = f"{mark}{office}〔{self.day[0]}〕{lines[0].split(close)[1]}"
        if self.n.random() < 0.25 and self.issuer.city and self.issuer.county:
            lines.append(
                self.n.choice(
                    [f"中共{self.issuer.city}委、{self.issuer.city}人民政府：", f"{self.issuer.city}人民政府："]
                )
            )
        return lines

    def opening(self, printed: bool) -> str:
        n, issuer, what = self.n, self.issuer, SUBJECT[self.kind]
        if self.kind == "信息公开" and n.random() < 0.4:
            whose = issuer.printed if not printed else ""
            year = self.year
            return (
                f"根据《中华人民共和国政府信息公开条例》（国令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，特编制{whose}{year}年政府信息公开工作年度报告。"
                f"本报告由总体情况、主动公开政府信息情况等六个部分组成。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
                + (
                    f"如有疑问，请与{issuer.full}办公室联系（地址：{issuer.place}解放路{n.randint(1, 99)}号，电话：{n.randint(2000000, 8999999)}）。"
                    if "address" in self.clues and issuer.place
                    else ""
                )
            )
        if self.kind == "政府工作报告":
            return f"各位代表：现在，我代表{issuer.printed if not printed else '市人民政府'}，向大会报告政府工作，请予审议，并请各位委员提出意见。"
        if not printed or self.untold:
            whose = issuer.printed if not printed else ""
            year = f"{self.year}年" if not self.untold or n.random() < 0.7 else "上年度"
            return n.choice(
                [
                    f"根据有关规定,现将{whose}{year}{what}情况报告如下:",
                    f"按照上级要求,现将{whose}{year}{what}开展情况报告如下。",
                    f"{year},{whose or issuer.speaks}坚持以习近平新时代中国特色社会主义思想为指导,扎实推进{what}。现将有关情况报告如下:",
                ]
            )
        return n.choice(
            [
                f"{self.year}年,{issuer.speaks}在市委、市政府的坚强领导下,扎实推进{what}。现将有关情况报告如下:",
                f"现将{self.year}年{what}情况报告如下:",
                f"今年以来,{issuer.speaks}认真贯彻落实《法治政府建设实施纲要(2021—2025年)》,{what}取得新进展。",
                f"根据《法治政府建设与责任落实督察工作规定》要求,现将{issuer.speaks}{self.year}年度{what}情况报告如下:",
            ]
        )

    def text(self, printed: bool) -> list[str]:
        n = self.n
        lines = [*self.own_lines(), self.opening(printed)]
        for heading in HEADINGS:
            if self.kind == "政府工作报告":
                heading = heading.replace("主要工作和成效", f"{self.year - 1}年工作回顾").replace(
                    "下一步工作安排", f"{self.year}年工作安排"
                )
            what = heading + (n.choice(SENTENCES).format(n=n.randint(2, 400)) if heading.startswith("(") else "")
            lines.append(what.replace("下一步", f"{self.year + 1}年") if n.random() < 0.3 else what)
            lines += [sentence.format(n=n.randint(2, 400)) for sentence in n.sample(SENTENCES, 2)]
        if "signature" in self.clues or n.random() < 0.3:
            signed = (self.day[0], self.day[1], max(1, self.day[2] - n.randint(0, 3)))
            lines += [self.issuer.full, f"{signed[0]}年{signed[1]}月{signed[2]}日"]
            self.issued = iso(signed)
        return lines

    def page(self, number: int) -> tuple[Page, str | None]:
        n = self.n
        printed = n.random() < 0.85 or self.issuer.group == "real host" or self.kind == "其他"
        titles = [self.title] if printed else []
        if printed and n.random() < 0.15 and len(self.title) > 18:
            cut = n.randint(8, len(self.title) - 7)
            titles = [self.title[:cut], self.title[cut:]]
        head, published = self.head(titles)
        text, foot, address = self.text(printed), self.foot(), self.address(number)
        site = self.issuer.site if "site" in self.clues else ""
        if n.random() < 0.5:
            lines = [*([site] if site else []), *head, "", *text, "", *foot]
            return Page(address, "\n".join(lines).encode(), "text/plain; charset=utf-8"), published
        return Page(
            address, self.markup(head, text, foot, site, printed).encode(), "text/html; charset=utf-8"
        ), published

    def markup(self, head: list[str], text: list[str], foot: list[str], site: str, printed: bool) -> str:
        e, n = html.escape, self.n
        title = f"{self.title if printed else '年度报告'}{n.choice(['_', '-', ' - ', '|']) + site if site else ''}"
        meta = f'<meta name="SiteName" content="{e(site)}">' if site and n.random() < 0.7 else ""
        meta += '<meta name="ArticleTitle" content="">' if n.random() < 0.2 else ""
        if printed and n.random() < 0.3:
            meta += f'<meta name="ArticleTitle" content="{e(self.title)}"><meta name="PubDate" content="{self.day[0] + 1}-05-05 10:00">'
        above = "".join(
            f"<h1>{e(line)}</h1>" if line in self.title else f"<div class='sm'>{e(line)}</div>" for line in head
        )
        body = "".join(f"<p>&emsp;&emsp;{e(line)}</p>" for line in text)
        below = "".join(f"<p>{e(line)}</p>" for line in foot)
        return f"<html><head><title>{e(title)}</title>{meta}</head><body><div class='top'>{e(site)}</div>{above}<div class='{n.choice(['TRS_Editor', 'content', 'nr'])}'>{body}</div><div class='foot'>{below}</div></body></html>"


def words(code: str) -> list[str]:
    import csv

    from material.made_issuers import TABLES

    if not hasattr(words, "held"):
        with (TABLES / "divisions.csv").open(encoding="utf-8") as lines:
            words.held = {row["code"]: row["pinyin"].split() for row in csv.DictReader(lines)}  # type: ignore[attr-defined]
    return words.held[code]  # type: ignore[attr-defined,no-any-return]


KINDS_SHORT = (
    ("高新技术产业开发区", "高新区"),
    ("高技术产业开发区", "高新区"),
    ("新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("新技术开发区", "高新区"),
    ("高新技术产业园", "高新区"),
    ("经济技术开发区", "经开区"),
    ("农业高新技术产业示范区", "农高区"),
    ("综合保税区", "综保区"),
    ("国家级", ""),
    ("国家", ""),
    ("管理委员会", ""),
    ("管委会", ""),
)


def plain_zone(name: str, *places: str | None) -> str:
    """A zone's name in one short form, the places it lies in left out in front."""
    name = name.replace("（", "(").replace("）", ")")
    kept = name.startswith("国家")
    for long, brief_form in KINDS_SHORT:
        name = name if kept and long.startswith("国家") else name.replace(long, brief_form)
    forms = [form for place in places if place for form in (place, *short_forms(place))]
    for _ in range(3):
        for form in sorted(forms, key=len, reverse=True):
            if name.startswith(form):
                name = name.removeprefix(form)
                break
    return name


def short_forms(name: str) -> tuple[str, ...]:
    from material.made_issuers import short

    peoples = re.sub(
        r"(?<=[\u4e00-\u9fff]{2})(?:[\u4e00-\u9fff]{1,3}?族)+(?=自治)|(?:维吾尔|蒙古|哈萨克|柯尔克孜)(?=自治)", "", name
    )
    stem = re.sub(r"自治[区州县旗]$|地区$|[省市县区州盟旗]$", "", peoples)
    return tuple(form for form in {short(name), stem, stem + name[-1]} if len(form) > 1)


def judge(made: Made, found: Description) -> dict[str, bool]:
    """Field → right or wrong, for what the page tells."""
    issuer = made.issuer
    where = (issuer.province, issuer.city, issuer.county)
    got = plain_zone(found.zone or "", *where)
    wanted = {plain_zone(rest, *where) for rest in (issuer.rest, *issuer.other_rests)}
    if not issuer.rest:
        wanted |= {""}
    verdict = {name: getattr(found, name) == value for name, value in made.truth.items()}
    verdict["zone"] = bool(found.zone) and got in wanted
    if issuer.group not in ("special", "national zone", "bare zone", "zone department") and not verdict["county"]:
        verdict["zone"] = False
    verdict["title"] = squeezed(found.title) == squeezed(made.title) or found.provenance["title"].inferred
    return verdict


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def described(made: Made) -> Description:
    loaded = load(made.page)
    stripped = strip(loaded)
    return describe(made.page, loaded, stripped, repair(stripped)[0])


def half(number: int) -> str:
    return "seen" if number % 2 else "held"


def measured(numbers: Iterable[int]) -> Iterator[tuple[int, Made, Description, dict[str, bool]]]:
    """Each page with what was found on it and the verdicts."""
    for number in numbers:
        made = made_page(number)
        found = described(made)
        yield number, made, found, judge(made, found)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--half", choices=("seen", "held", "both"), default="seen")
    reader.add_argument("--show", default="", help="group or field whose wrong pages are shown; 'all' for every one")
    reader.add_argument("--pages", type=int, default=PAGES)
    reader.add_argument("--page", type=int)
    given = reader.parse_args()
    if given.page is not None:
        made = made_page(given.page)
        print(made.page.address, made.page.body.decode(), made.issuer, made.truth, described(made), sep="\n")
        return
    started, counts, groups = time.process_time(), defaultdict(Counter), defaultdict(Counter)
    for number, made, found, verdict in measured(n for n in range(given.pages) if given.half in ("both", half(n))):
        for name, right in verdict.items():
            counts[name][right] += 1
            groups[made.issuer.group][name, right] += 1
        for name in (
            name for name, right in verdict.items() if not right and given.show in (name, made.issuer.group, "all")
        ):
            print(
                f"{number} {name}: {getattr(found, name)} | want {made.truth.get(name, made.issuer.rest)} | {made.issuer.group} | {made.title} | {made.page.address[:50]} | {found.zone} {found.province} {found.city} {found.county} | {made.issuer.place}"
            )
    for name, count in counts.items():
        print(f"{name:10} {count[True] / count.total():.3f} of {count.total()}")
    for group, count in groups.items():
        print(
            f"{group:22}",
            " ".join(
                f"{name} {count[name, True] / max(1, count[name, True] + count[name, False]):.2f}"
                for name in ("zone", "province", "city", "county", "level", "year", "kind", "published", "issued")
            ),
            count["zone", True] + count["zone", False],
        )
    print(f"{time.process_time() - started:.1f} s")


if __name__ == "__main__":
    main()
