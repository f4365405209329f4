"""How often the issuer is right, over every division and zone of the gazetteer in every form of
`name_forms.tsv`.

    python -m benchmarks.names [--every N] [--forms FORM,…] [--misses N] [--tsv FILE] [--check]

Each form is a page of a title, an opening, an assembly line, a signature or a table; `/` parts its
lines, `//` the body from what stands behind it. Issuer, level and province must be right. A name
that several places bear, on a page that does not say which, is right when it is left open: the name
as printed, province and city none. `--tsv` lists every miss; `--check` fails below the floor.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

from corpus.clean import clean
from corpus.gazetteer.divisions import MUNICIPALITIES, codes_named, divisions, place_of, rank_of
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.short_name import short_names
from corpus.gazetteer.zones import abbreviated, known_zones, other_names, zones
from corpus.records import Page, Report

FORMS = Path(__file__).with_name("name_forms.tsv")
FLOOR = 0.995
BODY = (
    "一、主要工作情况",
    "各部门坚持依法办事，年内办理许可事项三百余件，群众满意度持续提高，工作取得新的进展。",
    "（一）完善制度。健全合法性审查机制，全年审查合同和文件四十余件，提出意见一百余条。",
    "二、存在的问题",
    "一些单位依法行政意识还不够强，行政执法规范化水平有待提高。",
    "三、下一步安排",
    "继续推进依法行政，努力开创工作新局面，为高质量发展提供坚强保障。",
)
# What a place calls itself, by the end of its name; a league and a prefecture of the old kind have no assembly.
SELVES = ("自治区", "自治州", "自治县", "自治旗", "省", "市", "县", "区", "州", "旗")
NO_ASSEMBLY = ("地区", "盟")


@dataclass(frozen=True)
class Case:
    """A page in one form about one place, and what cleaning it must find."""

    form: str
    name: str
    text: str
    zones: frozenset[str]
    level: str
    province: str | None
    open: bool
    title: str | None = None


def forms() -> dict[str, list[tuple[str, str]]]:
    """(form, its lines) by what it is a form of."""
    with FORMS.open(encoding="utf-8") as lines:
        next(lines)
        rows = [line.rstrip("\n").split("\t", 2) for line in lines]
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, of, text in rows:
        found[of].append((form, text))
    return found


def page_of(text: str) -> str:
    """The page: head and opening, the body, and what stands behind it."""
    above, _, below = text.partition("//")
    return "\n".join([*above.split("/"), *BODY, *below.split("/")])


@lru_cache(maxsize=1)
def bearers() -> dict[str, tuple[str, ...]]:
    """Codes of the divisions that bear each name today."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, division in divisions().items():
        if not (rank_of(code) == 2 and code[:2] in MUNICIPALITIES):
            found[division.name].append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def places() -> Iterator[Callable[[], Iterator[Case]]]:
    """What makes the cases of each division and of each zone of the national lists and the known ones."""
    for name, codes in bearers().items():
        for code in codes:
            yield partial(_division_cases, name, code, shared=len(codes) > 1)
    for zone in zones().values():
        yield partial(_zone_cases, zone.name, zone.code, "国家级开发区")
    for name, code in known_zones().items():
        level = "国家级开发区" if other_names().get(name, name) in zones() else "省级开发区"
        yield partial(_zone_cases, name, code, level)


def _division_cases(name: str, code: str, *, shared: bool) -> Iterator[Case]:
    province, city, _ = place_of(code)
    level = ("省", "市", "区县")[rank_of(code) - 1]
    outer = (city if rank_of(code) == 3 else None) or (province if rank_of(code) > 1 else None) or ""
    outermost = (province or "") + (city or "") if rank_of(code) == 3 and city != province else outer
    own = next((end for end in SELVES if name.endswith(end)), "")
    half = len(name) // 2
    fill = {
        "name": name, "outer": outer, "outermost": outermost, "self": own, "mark": name[-1], "code": code,
        "organ": "行政公署" if name.endswith(NO_ASSEMBLY) else "人民政府",
        "first": name[:half], "second": name[half:],
    }  # fmt: skip
    of = forms()
    for form, text in of["division"]:
        told = not shared or "{outer" in text
        if form.startswith("assembly") and not own:
            continue
        yield Case(
            form, name, page_of(fill_in(text, fill)), frozenset({name, outer + name}), level, province, not told,
            title=f"{name}2023年法治政府建设年度报告" if form == "under-column" else None,
        )  # fmt: skip
    for form, text in of["department"]:
        department = "司法局" if "司法局" in text else "发展和改革局"
        names = {place + department for place in (name, outer + name, outermost + name, short_state(name))}
        yield Case(form, name, page_of(fill_in(text, fill)), frozenset(names), "部门", province, False)


def short_state(name: str) -> str:
    """恩施州 for an autonomous prefecture, as its departments are called; any other name as it is."""
    from corpus.issuer.division import in_front

    return in_front(bearers()[name][0]) if name.endswith("自治州") else name


def fill_in(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], text)


def _zone_cases(name: str, code: str, level: str) -> Iterator[Case]:
    province, city, county = place_of(code)
    near = {"", *(form for place in (province, city, county) if place for form in (place, *short_names(place)))}
    today = next((other_names()[place + name] for place in near if place + name in other_names()), name)
    half = len(name) // 2
    fill = {"name": name, "short": abbreviated(name), "first": name[:half], "second": name[half:]}
    names = frozenset(place + own for place in near for own in (today, name))
    if codes_named(name[2:]):  # 上海浦东新区 is a district, too
        names |= {(city or "") + name[2:]}
    led = leading_places(name)[0]
    shared = bool(led) and all(place[:2] != code[:2] for place in led)  # 海东新区: 湛江's, or 海东市's
    for form, text in forms()["zone"]:
        title = f"{name}2023年法治政府建设年度报告" if form == "zone-under-column" else None
        yield Case(form, name, page_of(fill_in(text, fill)), names, level, province, shared, title)
    for form, text in forms()["zone-department"]:
        parts = frozenset(abbreviated(one) + "财政局" for one in names) | {one + "财政局" for one in names}
        yield Case(form, name, page_of(fill_in(text, fill)), parts, "部门", province, False)


def cleaned(case: Case) -> Report:
    """What the cleaner makes of the page."""
    return clean(Page("file:///names/page.txt", case.text.encode(), "text/plain; charset=utf-8"))


def wrong(case: Case, found: Report) -> str | None:
    """What is wrong with the record, in a few words; None where all is right."""
    if found.zone not in case.zones and abbreviated(found.zone or "") not in {abbreviated(one) for one in case.zones}:
        return f"issuer {found.zone}"
    if found.level != case.level and found.zone not in zones() and not _is_division(case):
        return f"level {found.level}"
    if case.open and found.province != case.province:
        shared = {place_of(code)[0] for code in codes_named(case.name)}
        if found.city is not None or (found.province is not None and shared != {found.province}):
            return f"place {found.province} {found.city}, though nobody says"
    elif found.province != case.province:
        return f"province {found.province}"
    if case.title and found.title != case.title:
        return f"title {found.title}"
    return None


def _is_division(case: Case) -> bool:
    """浦东新区 is a national zone and a district."""
    return case.form.startswith("zone") and bool(codes_named(case.name[2:]))


def main() -> int:
    """Print the table of forms; exit status 1 with --check where the share is below the floor."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--every", type=int, default=1, help="only one place in so many")
    reader.add_argument("--forms", default="", help="only these, comma between them")
    reader.add_argument("--misses", type=int, default=3, help="misses printed for each form")
    reader.add_argument("--tsv", type=Path, help="every miss, as a table")
    reader.add_argument("--check", action="store_true")
    given = reader.parse_args()
    only = set(given.forms.split(",")) - {""}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for case in sampled(given.every):
        if only and case.form not in only:
            continue
        fault = wrong(case, cleaned(case))
        counts[case.form][fault is None] += 1
        if fault:
            misses[case.form].append((case.name, fault))
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    for form, (bad, good) in counts.items():
        shown = "; ".join(f"{name}: {fault}" for name, fault in misses[form][: given.misses])
        print(f"{form:18} {good:6} of {bad + good:6}  {good / (bad + good):8.2%}  {shown}")
    print(f"{'all':18} {total[1]:6} of {sum(total):6}  {total[1] / sum(total):8.2%}")
    if given.tsv:
        rows = [(form, name, fault) for form, found in misses.items() for name, fault in found]
        with given.tsv.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="\t").writerows([("form", "name", "fault"), *rows])
    return int(given.check and total[1] / sum(total) < FLOOR)


def sampled(every: int) -> Iterator[Case]:
    """The cases of one place in `every`, all its forms together."""
    for place in islice(places(), 0, None, every):
        yield from place()


if __name__ == "__main__":
    sys.exit(main())
