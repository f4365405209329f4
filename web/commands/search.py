"""`xunzhang search`: hits with links to their sections."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click
from werkzeug.datastructures import MultiDict

from corpus.errors import XunzhangError
from corpus.gazetteer.divisions import called, codes_named, rank_of
from index.errors import IndexMissing
from search.answer import Answer, Hit, Snippet
from search.chosen import engine_for
from search.errors import QueryError
from search.name.listing import listing
from search.request import FACETS
from web.address.parameters import State, read_search
from web.commands import options
from web.commands.speech import Spoken, visible
from web.pages.nothing_found import Nothing, WayOut, nothing, to_find_more
from web.record.answer_record import answer_record, hit_url

WAYS: Final = {
    "shorter": "写着其中一截的：",
    "apart": "字间有标点或分段的：",
    "filter": "去掉筛选：",
    "without": "只找：",
}

# The rank of a county: no facet has counties.
COUNTY: Final = 3


class NothingToSearch(XunzhangError):
    """There is no index in the folder that is meant."""

    code = "index_missing"


@click.command("search", cls=Spoken, short_help="检索，给出命中的段落和链接。")
@click.argument("query", metavar="[QUERY…]", nargs=-1)
@click.option("--year", multiple=True, metavar="Y", help="年份，如 2023、2021..2023；可多次。")
@click.option("--region", multiple=True, metavar="PLACE", help="省、市的名称或行政区划代码，如 江苏、440000；可多次。")
@click.option("--zone", multiple=True, metavar="NAME", help="报告主体的全名；可多次。")
@click.option("--level", multiple=True, metavar="L", help="级别，如 省级开发区；可多次。")
@click.option("--part", multiple=True, metavar="P", help="部分，如 问题不足；可多次。")
@click.option("--kind", multiple=True, metavar="K", help="类型，如 法治政府建设；可多次。")
@click.option("--sort", metavar="S", help="relevance（默认）、newest、oldest、zone。")
@click.option("--limit", metavar="N", help="最多给几段，1–200（默认 20）。")
@click.option("--offset", metavar="N", help="跳过前几段。")
@options.engine
@options.as_json
@options.data
def command(query: tuple[str, ...], as_json: bool, data: Path, **chosen: str | tuple[str, ...] | None) -> None:
    """检索 QUERY：词语，或加引号的词组；写法见站点的“说明”页。不给 QUERY 则列出全部段落。

    例如 xunzhang search '“行政复议” -信访' --year 2021..2023；以 - 开头的检索式前面请加 -- 。
    """
    state = asked(query, chosen)
    answer = answered(state, data)
    if as_json:
        options.print_json(answer_record(answer, state))
        return
    for text in lines(answer, state):
        click.echo(text)


def answered(state: State, data: Path) -> Answer:
    """The answer. Raises IndexMissing and QueryError with what to do here, in this folder, on this
    command line."""
    try:
        return engine_for(data).search(state.request)
    except IndexMissing:
        raise NothingToSearch(f"{data} 里还没有索引；请先运行 xunzhang build{options.same_data(data)}。") from None
    except QueryError as error:
        if not error.phrase:
            raise
        whole = f"xunzhang search {shlex.quote(error.phrase)}{options.same_data(data)}"
        raise QueryError(
            f"{error.message}要把整句当作一个词组检索，请运行 {whole}", error.place, error.phrase
        ) from None


def asked(query: tuple[str, ...], chosen: dict[str, str | tuple[str, ...] | None]) -> State:
    """The options as the plain values that an address would give. Raises BadParameter."""
    pairs = [("q", " ".join(query))]
    pairs += [(facet, code(value) if facet == "region" else value) for facet in FACETS for value in chosen[facet] or ()]
    pairs += [(name, str(chosen[name])) for name in ("sort", "limit", "offset") if chosen[name] is not None]
    return read_search(MultiDict(pairs))


def code(region: str) -> str:
    """The code of a province or city given by its name; of one name for both the province. What is
    no name stays."""
    codes = (*codes_named(region), *called().get(region, ()))
    return min((code for code in codes if rank_of(code) < COUNTY), key=rank_of, default=region)


def lines(answer: Answer, state: State) -> Iterator[str]:
    """The answer as one reads it in a terminal."""
    total = answer.total
    yield f"{total.sections:,} 段 · {total.reports:,} 份 · {total.zones:,} 个主体 · {total.occurrences:,} 处    {answer.interpreted}"
    yield from answer.notes
    yield from (f"{note.text}。" + (f"{note.label}：{note.q}" if note.q else "") for note in answer.readings)
    yield from _named(answer)
    for hit in answer.hits:
        yield ""
        yield from _hit(hit, answer.text)
    if total.sections:
        yield from _more(to_find_more(answer.explanation, state))
    else:
        yield from _nothing(nothing(answer.explanation, state))
    yield from _partial(answer)


def _named(answer: Answer) -> Iterator[str]:
    """The issuers and reports that the query names."""
    for body in answer.bodies:
        yield f"主体：{visible(body.zone)}  {body.reports:,} 份"
    for report in answer.reports[: answer.named.shown]:
        yield f"报告：{report.report}  {visible(report.title)}" + (
            f"  {visible(report.number)}" if report.number else ""
        )
    if answer.named.reports > answer.named.shown:
        q = listing(answer.text)
        yield f"标题、主体、年份或文号相符的报告，共 {answer.named.reports:,} 份" + (f"：{q}" if q else "")


def _partial(answer: Answer) -> Iterator[str]:
    """What holds only some of the words, apart from the hits."""
    if answer.partial is None or not answer.partial.hits:
        return
    yield f"\n以下写着其中几个词（{answer.partial.sections:,} 段，不计入上面的数）："
    for hit, lacks in answer.partial.hits:
        yield ""
        yield from _hit(hit, answer.text)
        yield f"  没有写到：{'、'.join(map(visible, lacks))}"


def _nothing(found: Nothing) -> Iterator[str]:
    if found.missing:
        yield f"收录的报告里没有一段写着：{'、'.join(found.missing)}。"
    for way in found.ways:
        yield f"  {WAYS[way.kind]}{way.what}  {way.sections:,} 段"


def _more(ways: Sequence[WayOut]) -> Iterator[str]:
    if ways:
        yield "\n去掉一个词，能找到更多："
    for way in ways:
        yield f"  去掉 {way.what}  {way.sections:,} 段"


def _hit(hit: Hit, text: str) -> Iterator[str]:
    place = " ".join(str(value) for value in (hit.zone or hit.title, hit.year) if value)
    path = " › ".join(hit.headings)
    yield click.style(visible(place), bold=True) + (f"  {visible(path)}" if path else "")
    yield "  " + _marked(hit.snippet)
    yield click.style(f"  {hit_url(hit.report, hit.section, text)}", dim=True)


def _marked(snippet: Snippet) -> str:
    """The snippet with its matches in colour; plain text where output is no terminal."""
    pieces, here = [], 0
    for start, end in snippet.ranges:
        pieces += [
            _inline(snippet.text[here:start]),
            click.style(_inline(snippet.text[start:end]), fg="red", bold=True),
        ]
        here = end
    return "".join([*pieces, _inline(snippet.text[here:])])


def _inline(text: str) -> str:
    """A piece of text as part of one line."""
    return visible(text.replace("\n", " "))
