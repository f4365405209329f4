"""Pages told apart by kind, with invented text: `tests/corpus/refusal/reports.txt` holds reports,
`no_reports.txt` what is none; and reports made of sentences in many shapes."""

import html
import random
from dataclasses import dataclass
from itertools import product

from material.checkout import ROOT

FOLDER = ROOT / "tests" / "corpus" / "refusal"


@dataclass(frozen=True)
class Told:
    """A page: what sort it is, its title and the lines below."""

    sort: str
    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> bytes:
        return "\n".join((self.title, *self.lines, "")).encode()

    @property
    def page(self) -> bytes:
        """The same on a site: menu, crumbs, small print, foot."""
        body = "".join(f"<p>{html.escape(line)}</p>" for line in self.lines)
        title = html.escape(self.title)
        return (
            f"<html><head><title>{title}_云溪区人民政府</title></head><body><div class='nav'><a href='/'>首页</a>"
            f"<a href='/zw'>政务公开</a></div><div>当前位置：首页 &gt; 政务公开 &gt; 正文</div><h1>{title}</h1>"
            f"<div>发布时间：2026-02-03 来源：本站 浏览次数：</div><div id='zoom'>{body}</div>"
            "<div>【打印】【关闭】</div><div>主办：云溪区人民政府办公室 某ICP备05000000号</div></body></html>"
        ).encode()


def told(name: str) -> list[Told]:
    """The pages of one file: `### sort`, the title, the lines."""
    pages = (FOLDER / name).read_text(encoding="utf8").split("### ")[1:]
    split = [page.strip("\n").split("\n") for page in pages]
    return [Told(sort, title, tuple(lines)) for sort, title, *lines in split]


_WHO = (
    ("西坪省", "全省"), ("云溪市", "全市"), ("望澜县", "全县"), ("青石镇", "全镇"), ("柳林街道办事处", "辖区"),
    ("云溪市交通运输局", "全系统"), ("云溪经济开发区管委会", "全区"), ("望澜自治旗", "全旗"), ("市气象局", "系统内"),
)  # fmt: skip
_TITLES = {
    "法治政府建设": (
        "{who}{year}年法治政府建设年度报告", "{who}关于{year}年度法治政府建设情况的报告", "{year}年{who}推进法治政府建设工作总结",
    ),
    "信息公开": ("{who}{year}年政府信息公开工作年度报告", "{who}{year}年度信息公开年报", "{year}年度{who}政务公开工作情况报告"),
    "政府工作报告": ("{year}年{who}政府工作报告", "政府工作报告", "{who}工作报告（{year}年）"),
    "依法行政": ("{who}{year}年依法行政工作报告", "{who}关于{year}年度依法行政工作情况的汇报", "{year}年度{who}依法行政工作总结"),
}  # fmt: skip
_OPENINGS = (
    "{year}年，{all}上下同心协力，各项工作有序推进，现将有关情况报告如下。",
    "根据有关规定，现将{year}年度工作情况报告如下：",
    "按照上级部署，{all}把握重点、补齐短板，较好完成了全年任务。",
    "我代表{who}，向大会报告工作，请予审议。",
    "",
)
_DONE = (
    "全年办理许可{n}件，压缩时限过半，群众评价良好。", "组织培训{n}场次，参训人员逾千，考核合格率达到九成八。",
    "清理文件{n}件，废止十二件，修改七件，结果全部公布。", "排查隐患{n}处，整改完毕的占九成七，其余列入台账限期完成。",
    "受理纠纷{n}起，就地化解的占绝大多数，信访量明显下降。", "建成服务站点{n}个，基本形成十五分钟服务圈。",
    "争取专项资金{n}万元，实施项目九个，年底前全部完工。", "公开信息{n}条，回应网民留言一百余条，答复率百分之百。",
    "{all}粮食产量{n}吨，再获丰收，农民收入稳定增长。", "新修道路{n}公里，沿线群众出行更加便捷。",
)  # fmt: skip
_LACK = (
    "工作中还存在人员不足、经费紧张等问题，基层基础有待夯实。", "对照群众期盼，服务的精细化程度不高，数字化应用不深。",
    "个别单位重视不够，工作进展不平衡，有的任务推进偏慢。", "制度落实不够到位，监督检查的力度和频次仍需加大。",
)  # fmt: skip
_NEXT = (
    "下一步，{who}将完善机制，强化考核，推动工作再上台阶。", "今后要抓好队伍建设，改进工作作风，更好服务群众。",
    "明年将突出重点、精准发力，确保各项任务落地见效。", "我们将继续深化改革，扎实办好民生实事，让群众有更多获得感。",
)  # fmt: skip
_SHAPES = ("chapters", "bracketed", "arabic", "parts", "bare", "firstly")
_CHAPTERS = (
    ("工作开展情况", "存在的问题", "下一步打算"),
    ("主要举措和成效", "存在的不足和原因", "下一年度安排"),
    ("基本情况", "主要问题", "改进措施"),
    ("过去一年工作回顾", "面临的困难", "新一年工作任务"),
)
_NUMBERS = {
    "chapters": "一二三",
    "bracketed": "（一）|（二）|（三）",
    "arabic": "1.|2.|3.",
    "parts": "第一部分 |第二部分 |第三部分 ",
}


def made_reports(many: int, seed: int) -> list[Told]:
    """Reports of each kind, issuer and shape, put together anew for each seed."""
    drawn = random.Random(seed)
    combined = list(product(_TITLES, _WHO, _SHAPES))
    return [_made(drawn, *combined[at]) for at in drawn.sample(range(len(combined)), many)]


def _made(drawn: random.Random, kind: str, who: tuple[str, str], shape: str) -> Told:
    year = drawn.randint(2009, 2025)

    def said(sentence: str) -> str:
        return sentence.format(who=who[0], all=who[1], year=year, n=drawn.randint(12, 980))

    done, lack, ahead = drawn.sample(_DONE, drawn.randint(3, 6)), drawn.sample(_LACK, 2), drawn.sample(_NEXT, 2)
    lines = [
        said(drawn.choice(_OPENINGS)),
        *_arranged(drawn, shape, [[said(text) for text in part] for part in (done, lack, ahead)]),
    ]
    return Told(f"{kind} {shape}", said(drawn.choice(_TITLES[kind])), tuple(line for line in lines if line))


def _arranged(drawn: random.Random, shape: str, parts: list[list[str]]) -> list[str]:
    if shape == "bare":
        return [line for part in parts for line in part]
    if shape == "firstly":
        marks = ("一是", "二是", "三是", "四是", "五是", "六是")
        return [mark + line for mark, line in zip(marks, parts[0], strict=False)] + parts[1] + parts[2]
    numbers = [f"{sign}、" for sign in "一二三"] if shape == "chapters" else _NUMBERS[shape].split("|")
    names = drawn.choice(_CHAPTERS)
    return [
        line for number, name, part in zip(numbers, names, parts, strict=True) for line in (f"{number}{name}", *part)
    ]
