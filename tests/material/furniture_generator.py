# ruff: noqa: E501  (furniture is quoted as it stands)
"""A tool for tests: wraps a report in page furniture drawn at random from the 18 families seen on
real sites.

Every wording here was written for this file and differs on purpose from the cleaner's own word
lists where a site could, too. `wrapped_text` gives flattened text, `wrapped_html` a page; both say
which lines are furniture, so that a test can look for them in the result.
"""

from __future__ import annotations

import html
import random
from dataclasses import dataclass

PLACES = ("青岚市", "东湖县", "望溪区", "临川新区", "白鹭州", "云岭经济技术开发区", "南浦镇", "石塔街道")
ORGANS = ("人民政府", "人民政府办公室", "司法局", "政务服务和数据管理局", "门户网站", "发展和改革委员会", "融媒体中心")
COLUMNS = (
    "政务公开",
    "法治政府建设",
    "通知公告",
    "专题专栏",
    "年度报告公开",
    "公告公示",
    "最新文件",
    "工作计划",
    "信息公开年报",
    "部门动态",
)
MENU = ("走进临川", "领导之窗", "机构职能", "规划计划", "财政预决算", "人事信息", "政府采购", "双随机一公开", "意见征集", "在线访谈", "热点回应", "便民服务", "投资青岚", "旅游", "视频", "省直部门", "县市区", "开发区", "新闻媒体")  # fmt: skip
SITES = ("中国政府网", "国务院部门网站", "省人民政府网站", "市直部门", "青岚市人大", "青岚市政协", "外交部", "国家发展和改革委员会", "教育部", "科学技术部", "公安部", "民政部", "司法部", "财政部", "东湖县", "望溪区", "白鹭州", "南浦镇")  # fmt: skip


@dataclass(frozen=True)
class Wrapped:
    """A page, the furniture lines put around its body, and those of its lines which a report may
    keep in front or back."""

    body: bytes
    furniture: tuple[str, ...]
    kept: tuple[str, ...]


class Families:
    """The families, each a method that gives some lines; `kept` gathers those that are metadata."""

    def __init__(self, numbers: random.Random, title: str | None) -> None:
        self.n, self.title = numbers, title
        self.place = numbers.choice(PLACES)
        self.kept: list[str] = []

    def pick(self, *choices: str) -> str:
        return self.n.choice(choices)

    def some(self, pool: tuple[str, ...], low: int, high: int) -> list[str]:
        return self.n.sample(pool, min(len(pool), self.n.randint(low, high)))

    def date(self) -> str:
        year, month, day = self.n.randint(2017, 2025), self.n.randint(1, 12), self.n.randint(1, 28)
        stamp = self.pick("", " 09:18", " 16:37:05", " 00:00")
        return self.pick(
            f"{year}-{month:02}-{day:02}{stamp}",
            f"{year}/{month:02}/{day:02}{stamp}",
            f"{year}年{month}月{day}日",
            f"{year}.{month:02}.{day:02}",
        )

    def keep(self, *lines: str) -> list[str]:
        self.kept += lines
        return list(lines)

    # before the body
    def breadcrumb(self) -> list[str]:
        lead = self.pick(
            "您现在的位置:",
            "当前位置：",
            "您当前所在位置：",
            "您现在的位置:当前位置:",
            "您的位置 : ",
            "当前的位置：",
            "",
        )
        gap = self.pick(" > ", " >> ", "->", " → ", ">", "?>?", " » ")
        return [lead + gap.join(["首页", *self.some(COLUMNS, 2, 4)]) + self.pick("", f"{gap}2023年", f"{gap}正文")]

    def meta_line(self) -> list[str]:
        source = self.pick("", self.place + self.n.choice(ORGANS), "办公室", "本网")
        line = self.pick("发布时间：", "发布日期:", "时间：", "更新时间:", "日期：") + self.date()
        line += (
            self.pick(" 来源：", " 信息来源:", "来源:")
            + source
            + self.pick("", " 浏览次数：", f" 浏览量:{self.n.randint(0, 9999)}", " 点击数: 人次", " 访问量:-")
        )
        return self.keep(
            line + self.pick("", " 字体:【大 中 小】", " 【字体：小 大】 打印", " 字号：[大] [中] [小]", "保护视力色")
        )

    def meta_block(self) -> list[str]:
        pairs = [("索引号", f"0{self.n.randint(10**7, 10**8)}/{self.n.randint(2018, 2025)}-000{self.n.randint(10, 99)}"), ("主题分类", "综合政务"), ("发布机构", self.place + "人民政府"), ("成文日期", self.date()), ("文号", ""), ("有效性", "有效"), ("公开方式", "主动公开")]  # fmt: skip
        pairs = self.n.sample(pairs, self.n.randint(3, 7))
        form = self.n.randrange(5)
        if form == 0:
            lines = [f"| {key} | {value} |" for key, value in pairs]
        elif form == 1:
            lines = [f"  • {key}: {value}" for key, value in pairs]
        elif form == 2:
            lines = [f"- {key}:{value}" for key, value in pairs]
        elif form == 3:
            lines = [f"[ {' '.join(key)} ] {value}" for key, value in pairs if value]
        else:
            lines = [" ".join(f"{key}：{value}" for key, value in pairs)]
        return self.keep(*lines)

    def lost_keys(self) -> list[str]:
        return self.keep("无", "主动公开", "无", self.date())

    def platform(self) -> list[str]:
        return [
            self.pick("政府信息公开 规章库", "政府信息公开平台"),
            f"{self.place}{self.n.choice(ORGANS[:4])}",
            "【打印】 【字体:",
        ]

    def clock(self) -> list[str]:
        return [
            self.pick(
                "今天是：2019年10月31日 星期三 农历十月初七",
                "今天是:",
                "2023年10月11日 星期三",
                f"{self.place}人民政府 2019年12月3日星期二",
            )
        ]

    def access(self) -> list[str]:
        words = [
            "无障碍",
            "长者模式",
            "关怀版",
            "简体|繁体",
            "English",
            "登录|注册",
            "网站支持IPv6",
            "智能问答",
            "政务邮箱",
            "一网搜",
            "站群导航",
            "手机版",
            "长者专区",
            "日本語",
            "한국어",
        ]
        chosen = self.n.sample(words, self.n.randint(2, 7))
        return chosen if self.n.random() < 0.5 else [self.pick(" ", " | ", " · ").join(chosen)]

    def search(self) -> list[str]:
        return self.n.choice(
            [
                ["搜索位置：", "匹配度：", "排序："],
                ["热门搜索：转型 综改 招商引资 旅游"],
                ["热搜词：社保 公积金 居住证"],
                ["请输入关键字"],
            ]
        )

    def browser(self) -> list[str]:
        return [
            "您的浏览器版本过低，为了更好的浏览体验，请更换或升级浏览器。",
            "建议使用QQ浏览器或者360浏览器的极速模式访问本站。",
        ]

    def slogan(self) -> list[str]:
        return [self.pick("多云转晴 12℃~23℃", "• 牢记嘱托，感恩奋进，建设美丽" + self.place, "×", "关闭")]

    def share(self) -> list[str]:
        return [
            self.pick(
                "打印 打印 纠错 纠错 分享到",
                "分享：",
                "【下载Word】【下载PDF】",
                "点击收听年报语音朗读",
                "收藏 打印 关闭",
                "分享到:微信 微博 QQ空间",
                "扫一扫在手机打开当前页",
                "字体大小：| |",
            )
        ]

    def menu(self) -> list[str]:
        chosen = self.some(MENU, 5, 14)
        return chosen if self.n.random() < 0.6 else [" ".join(chosen)]

    def debris(self) -> list[str]:
        return self.pick("|", "| | | |", "---|---|", "|").split("\n") * self.n.randint(1, 12)

    # after the body
    def tail_links(self) -> list[str]:
        lines = [
            "上一篇：" + self.place + "2021年政府信息公开工作年度报告",
            self.pick("下一篇：没有了", "下一篇：关于开展“八五”普法宣传活动的通知"),
        ]
        return lines if self.n.random() < 0.7 else [" ".join(lines)]

    def tail_tools(self) -> list[str]:
        words = [
            "【我要纠错】",
            "责任编辑：王某某",
            "扫一扫在手机打开当前页",
            "【返回顶部】",
            "【关闭窗口】",
            "打印本页",
            "分享到：",
            "相关附件：",
            "关联稿件：",
            "相关链接",
            "附件：",
        ]
        return self.n.sample(words, self.n.randint(1, 6))

    def siblings(self) -> list[str]:
        return self.some(SITES, 5, 17)

    def foot(self) -> list[str]:
        lines = [f"主办：{self.place}人民政府 承办：{self.place}政务服务和数据管理局", f"粤ICP备{self.n.randint(10**7, 10**8)}号-1", f"网站标识码：44{self.n.randint(10**7, 10**8)}", f"粤公网安备 4401120200{self.n.randint(10, 99)}号", "网站地图 | 网站帮助 | 隐私声明 | 关于我们", "技术支持：某某信息技术有限公司", f"版权所有：{self.place}人民政府", "联系我们", "您是第 20391 位访客"]  # fmt: skip
        chosen = self.n.sample(lines, self.n.randint(2, 8))
        return chosen if self.n.random() < 0.7 else ["".join(chosen)]

    def dialog(self) -> list[str]:
        return [
            f"您访问的链接即将离开“{self.place}人民政府门户网站”，是否继续？",
            self.pick("继续访问 放弃", "确定 取消"),
            *self.n.choice([[], ["按Alt+~键打开导盲模式"], ["0", "视窗区", "0", "导航区", "0", "正文区"]]),
        ]

    def disclaimer(self) -> list[str]:
        return self.n.choice(
            [
                ["本站所有内容版权归原作者所有，转载请注明出处，如有侵权请联系删除。"],
                ["免责声明：本文档由用户自行上传分享，仅供参考，不代表本站观点。", "合集下载"],
                ["等级：新手上路 积分：12 帖子：3", "回复"],
            ]
        )


HEAD = (
    "breadcrumb",
    "meta_line",
    "meta_block",
    "lost_keys",
    "platform",
    "clock",
    "access",
    "search",
    "browser",
    "slogan",
    "share",
    "menu",
    "debris",
)
TAIL = ("tail_tools", "tail_links", "siblings", "foot", "dialog", "disclaimer")
UNDER_TITLE = ("meta_line", "meta_block", "lost_keys", "share", "debris")


def _title_lines(numbers: random.Random, title: str | None) -> list[str]:
    """The title once, or again split over lines at any character."""
    if not title:
        return []
    if numbers.random() < 0.25 and len(title) > 14:
        cut = numbers.randint(6, len(title) - 6)
        return [title[:cut], title[cut:]]
    return [title]


def _draw(numbers: random.Random, title: str | None) -> tuple[Families, list[str], list[str], list[str], list[str]]:
    """Furniture above the title, under it, the title's lines, and furniture below the body."""
    families = Families(numbers, title)
    above = [line for name in numbers.sample(HEAD, numbers.randint(0, 6)) for line in getattr(families, name)()]
    under = [line for name in numbers.sample(UNDER_TITLE, numbers.randint(0, 3)) for line in getattr(families, name)()]
    below = [line for name in TAIL if numbers.random() < 0.6 for line in getattr(families, name)()]
    if title is None:
        above, under = [line for line in above if line not in families.kept], []
    return families, above, under, _title_lines(numbers, title), below


def wrapped_text(numbers: random.Random, title: str | None, lines: list[str], page_numbers: bool = True) -> Wrapped:
    """Flattened text: the report's lines between furniture, with blank lines and page numbers
    strewn in."""
    families, above, under, titles, below = _draw(numbers, title)
    again = [title] if title and numbers.random() < 0.3 else []
    middle: list[str] = []
    inserted = []
    for at, line in enumerate(lines):
        middle.append(line)
        if page_numbers and numbers.random() < 0.04 and 2 < at < len(lines) - 3:
            inserted.append(numbers.choice(["— {} —", "- {} -", "第 {} 页 共 12 页", "-{}-"]).format(at))
            middle.append(inserted[-1])
        if numbers.random() < 0.3:
            middle.append("")
    text = [*above, *titles, *under, *again, *middle, *([""] * numbers.randint(0, 3)), *below]
    furniture = [line for line in (*above, *under, *below, *inserted) if line.strip() and line.strip() != "0"]
    return Wrapped("\n".join(text).encode("utf-8"), tuple(furniture), tuple(families.kept))


def _paragraphs(numbers: random.Random, lines: list[str]) -> str:
    """The report's lines as paragraphs in one of the ways sites write them."""
    form = numbers.randrange(5)
    texts = [html.escape(line.strip()) for line in lines if line.strip()]
    if form == 0:
        return "".join(f'<p style="text-indent:2em">{text}</p>\n' for text in texts)
    if form == 1:
        return "<br/><br>\n".join(f"　　{text}" for text in texts)
    if form == 2:
        return "".join(f"<div>&nbsp;&nbsp;{text}</div>" for text in texts)
    if form == 3:
        return "".join(f"<p class=MsoNormal>{_spans(numbers, text)}<o:p></o:p></p>" for text in texts)
    return "".join(f"<p>{text}</p><p>&nbsp;</p>" for text in texts)


def _spans(numbers: random.Random, text: str) -> str:
    """Word's habit: a paragraph in many spans, line breaks between them."""
    parts, at = [], 0
    while at < len(text):
        step = numbers.randint(8, 40)
        while at + step < len(text) and (
            "&" in text[max(0, at + step - 7) : at + step] or text[at + step - 1 : at + step + 1].isascii()
        ):
            step += 1
        parts.append(f'<span lang="EN-US" style="font-family:仿宋_GB2312">{text[at : at + step]}</span>')
        at += step
    return "\n".join(parts)


def _links(lines: list[str]) -> str:
    return (
        "<ul>"
        + "".join(f'<li><a href="/{at}/">{html.escape(line)}</a></li>' for at, line in enumerate(lines))
        + "</ul>"
    )


def wrapped_html(numbers: random.Random, title: str | None, lines: list[str]) -> Wrapped:
    """A page of a site: menus, metadata, the body in a container of any name, tail, foot; sometimes
    a layout table, GBK, stray tags."""
    families, above, under, titles, below = _draw(numbers, title)
    above = [line for line in above if "|" not in line or ":" in line]
    container = numbers.choice(
        ['id="zoom"', 'class="TRS_Editor"', 'class="nr-box"', 'class="x_17"', 'id="vsb_content"', 'class="art"']
    )
    menu, sites = families.menu(), families.siblings()
    block = [f"<div>{html.escape(line)}</div>" for line in above]
    body = f'<div class="wrap">{_links(menu)}{"".join(block)}</div>'
    body += "".join(f'<h1 class="tt">{html.escape(line)}</h1>' for line in titles)
    body += "".join(f"<p>{html.escape(line)}</p>" for line in under)
    body += f"<div {container}>{_paragraphs(numbers, lines)}</div>"
    body += "".join(f"<p>{html.escape(line)}</p>" for line in below) + _links(sites)
    if numbers.random() < 0.3:
        body = f"<table width=980><tr><td>{_links(families.menu())}</td><td><table><tr><td>{body}</td></tr></table></td></tr></table>"
    if numbers.random() < 0.3:
        body = f"<div class=top>{families.place}</div></body></html>{body}"
    if numbers.random() < 0.3:
        body += '<div style="display:none">' + _paragraphs(numbers, lines) + "</div>"
    charset = numbers.choice(["utf-8", "gb2312"])
    name = f"{title or families.place + '人民政府'}_{families.place}人民政府"
    page = f'<html><head><meta charset="{charset}"><title>{html.escape(name)}</title></head><body>{body}</body></html>'
    furniture = [line for line in (*menu, *above, *under, *below, *sites) if line.strip() and line.strip() != "0"]
    return Wrapped(page.encode("gb18030" if charset == "gb2312" else "utf-8"), tuple(furniture), tuple(families.kept))
