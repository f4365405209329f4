"""How often metadata is right on pages rebuilt around real titles, addresses, dates and layouts.

    python benchmarks/metadata.py [--rows all|tuned|held] [--show] [ROWS.jsonl]

Each row of `metadata.jsonl` tells a report's address, its title and whether the page prints it, its
date, and in words what furniture stood around it. The page is built again from nothing else:
breadcrumb, title (broken over two lines where the layout says so), date and source lines in the
form the layout hints at, and a body of our own sentences; where the title is not printed the
opening sentence names the report. It runs through load → strip → repair → describe.

A third of the rows, chosen by hash of the address, is held out: rules are tuned on the others, and
both figures are printed. Zones count as the same when they agree after the words for a kind of zone
and of organ are brought to one form and places in front (province, city, county of the row) are
left out, for the rows write 珠海高新区 and 天津经济技术开发区 alike.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

from corpus.describe.report import describe
from corpus.gazetteer import short_names
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.organs import departments
from corpus.gazetteer.zones import abbreviated
from corpus.load.page import load
from corpus.records import Description, Page
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

ROWS = Path(__file__).parents[2] / "shared" / "data" / "metadata.jsonl"
FLOORS = {"zone": 0.92, "province": 0.98, "city": 0.95, "year": 0.98, "kind": 0.98, "published": 0.97}
HELD_OUT = 3  # one row in so many
SHOWN = re.compile(r"时间|日期|公开日|上载|发表|首行只有|作者|• 日期")  # a layout that shows a date
OPENINGS = (
    "根据《中华人民共和国政府信息公开条例》规定,现公布{title}。本报告由总体情况等六个部分组成。",
    "按照上级部署和有关要求,现将{subject}如下:",
    "为全面反映一年来的工作,根据有关规定编制了《{title}》,现予公布。",
)
BODY = (
    "一、总体情况",
    "一年来,我们坚持依法办事,完善制度,健全机制,各项工作稳步推进。",
    "(一)健全工作机制。召开专题会议研究部署,明确责任分工,定期督促检查,确保各项任务落到实处。",
    "(二)提升服务能力。组织干部学习培训,规范办事流程,及时回应群众关切,办理质量不断提高。",
    "二、存在的问题",
    "工作中还存在一些不足,主要是队伍力量有待加强,宣传的形式不够丰富,有的环节衔接不够顺畅。",
    "三、下一步安排",
    "我们将进一步加强学习,补齐短板,改进作风,推动各项工作再上新台阶。",
)


def held_out(row: dict) -> bool:
    """Is this row kept out of tuning?"""
    return int(hashlib.sha256(row["url"].encode()).hexdigest(), 16) % HELD_OUT == 0


def shows_date(row: dict) -> bool:
    """Does the page print a full date, as its layout tells?"""
    return bool(row["pub_date"] and len(row["pub_date"]) == 10 and SHOWN.search(row["layout"].split("无日期")[0]))


def page_of(row: dict) -> Page:
    """The page rebuilt as flattened text around what the row knows."""
    lines = [*head(row), ""]
    if not row["title_in_page"]:
        lines.append(opening(row))
    lines += [*BODY, "", "扫一扫在手机打开当前页", "打印 关闭"]
    return Page(row["url"], "\n".join(lines).encode(), "text/plain; charset=utf-8")


def head(row: dict) -> list[str]:
    """Furniture before the body, in the forms the layout hints at."""
    layout, title, day = row["layout"], row["title"], row["pub_date"]
    lines = []
    if "今天" in layout or "模板时钟" in layout:
        lines.append("今天是:2019年12月3日 星期二")
    if "无障碍" in layout:
        lines += ["无障碍", "简体 | 繁体"]
    if re.search(r"面包屑|当前位置|首页|您当前", layout):
        lines.append("您当前的位置:首页 > 政务公开 > 通知公告")
    date_lines = date_line(row) if shows_date(row) else []
    if "首行只有日期" in layout:
        lines, date_lines = [f"{int(day[:4])}年{int(day[5:7])}月{int(day[8:])}日"], []
    if re.search(r"元数据|索 ?引 ?号", layout):
        lines += ["索 引 号: 000014349/2026-00012", "主题分类: 综合政务", "文  号: ", *date_lines]
        date_lines = []
    if row["title_in_page"]:
        middle = len(title) * 2 // 3
        lines += [title[:middle], title[middle:]] if "断" in layout and "标题" in layout else [title]
        lines += date_lines + ([title] if "重复" in layout and "标题" in layout else [])
    else:
        lines += date_lines
    return lines


def date_line(row: dict) -> list[str]:
    """The date as such layouts print it: labelled, glued to 来源, or a bare bullet."""
    day, layout = row["pub_date"], row["layout"]
    if "• 日期" in layout:
        return [f"• {day}", "• 来源: 办公室"]
    for label in ("上载日期", "发布日期", "发布时间", "公开日期", "发表时间", "公文生成日期", "时间", "日期"):
        if label in layout:
            return [f"来源: {label}:{day} 10:25 浏览次数: 【字体:大 中 小】"]
    return [f"{day} 来源:"]


def opening(row: dict) -> str:
    """The sentence that names the report where no title is printed."""
    form = OPENINGS[int(hashlib.sha256(row["title"].encode()).hexdigest(), 16) % len(OPENINGS)]
    return form.format(title=row["title"], subject=re.sub(r"(?:年度)?(?:工作)?报告$", "情况报告", row["title"]))


def zone_form(name: str, row: dict) -> str:
    """A zone's name in one form: short kind words, no organ words, places of the row left out in
    front."""
    name = re.sub(r"[((].*[))]$", "", abbreviated(name))
    name = re.sub(r"(人民政府|政府)(?!办)|管理委员会|管委会(?!办)", "", name).replace("人民政府办", "政府办")
    for short, full in departments().items():
        if name.endswith(short):
            name = name.removesuffix(short) + full
            break
    name = name.replace("人民政府办", "政府办")
    places = [place for place in (row["province"], row["city"], row["county"]) if place]
    forms = sorted({form for place in places for form in (place, *short_names(place))}, key=len, reverse=True)
    changed = True
    while changed:
        rest = next(
            (name.removeprefix(form) for form in forms if name.startswith(form) and len(name) > len(form) + 1), name
        )
        changed, name = rest != name, rest
    return name


def same_zone(one: str, other: str) -> bool:
    """Equal, or equal but for a place in front that one of them leaves out (永丰镇,
    天长市永丰镇)."""
    short, long = sorted((one, other), key=len)
    place = long.removesuffix(short)
    if leading_places(one) == leading_places(other):
        return True  # 科右中旗, 科尔沁右翼中旗
    return one == other or bool(short and place != long and not leading_places(place)[1])


def judge(row: dict, found: Description) -> dict[str, bool]:
    """Field → right or wrong, for the fields the row can judge."""
    same = same_zone(zone_form(row["zone"], row), zone_form(found.zone or "", row))
    verdict = {"zone": same, "year": found.year == row["report_year"], "kind": found.kind == row["kind"]}
    if not row["place_unsure"]:
        verdict |= {"province": found.province == row["province"], "city": found.city == row["city"]}
    if shows_date(row):
        verdict["published"] = found.published == row["pub_date"]
    return verdict


def measure(rows: list[dict], show: bool) -> dict[str, float]:
    """Share of rows right per field; with `show`, every wrong one on a line."""
    counts: dict[str, list[bool]] = defaultdict(list)
    spent = 0.0
    for row in rows:
        page = page_of(row)
        loaded = load(page)
        stripped = strip(loaded)
        paragraphs, _ = repair(stripped)
        started = time.process_time()
        found = describe(page, loaded, stripped, paragraphs)
        spent += time.process_time() - started
        for field, right in judge(row, found).items():
            counts[field].append(right)
            if show and not right:
                gold = row["report_year" if field == "year" else "pub_date" if field == "published" else field]
                print(f"  {field}: {getattr(found, field)} != {gold} | {row['title']} | {row['url']}")
    print(f"  {len(rows)} rows, {spent / max(1, len(rows)) * 1000:.1f} ms a page to describe")
    return {field: sum(right) / len(right) for field, right in counts.items()}


def main() -> int:
    """Print the table; exit status 1 where a figure over all rows is below its floor."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("file", nargs="?", type=Path, default=ROWS)
    reader.add_argument("--rows", choices=("all", "tuned", "held"), default="all")
    reader.add_argument("--show", action="store_true", help="every wrong row")
    given = reader.parse_args()
    if not given.file.is_file():
        print(f"找不到 {given.file}:请给出 metadata.jsonl 的路径。", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in given.file.read_text(encoding="utf-8").splitlines()]
    parts = {
        "tuned": [row for row in rows if not held_out(row)],
        "held": [row for row in rows if held_out(row)],
        "all": rows,
    }
    failed = False
    for name in ("tuned", "held", "all") if given.rows == "all" else (given.rows,):
        print(name)
        figures = measure(parts[name], given.show and name != "all")
        for field, floor in FLOORS.items():
            print(f"  {field:10} {figures.get(field, 0):.3f}  (floor {floor})")
            failed |= name == "all" and figures.get(field, 0) < floor
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
