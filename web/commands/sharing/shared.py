"""`xunzhang shared`: which words of a report, or of a draft, others have, too."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from corpus.masked import masked
from corpus.saying import Saying
from corpus.store.folder import Store
from search.across.passages import LEAST, MOST_LEAST, USUAL_LEAST, Compared, Near, Passage, Passages
from web.commands import options
from web.commands.speech import Spoken, visible
from web.commands.telling.asking import engine, in_columns, print_sheet
from web.language.terminal import _, spoken
from web.passages import sheets
from web.passages.records import passages_record
from web.passages.routes import MOST_TABLE
from web.passages.wording import notes
from web.reading.whole import Whole
from web.record.sheet import Sheet, table


@click.command(
    "shared",
    cls=Spoken,
    short_help=Saying("一份报告或稿子里，哪些话别处也有。"),
    help=Saying(
        "编号为 ID 的报告里，哪些话别的主体也写过：几个主体、几份报告、最早哪一年。"
        "--draft 给一份稿子，不必收录；稿子不会被保存。"
    ),
    examples=("xunzhang shared 30a4104f6ba8", "xunzhang shared --draft 稿子.txt --least 16"),
)
@click.argument("identity", metavar="[ID]", required=False)
@click.option(
    "--draft",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help=Saying("对一份稿子（纯文本；- 是标准输入）。"),
)
@click.option("--follows", metavar="ID", default="", help=Saying("稿子所接的报告：同一主体往年的另算。"))
@click.option(
    "--least",
    type=click.IntRange(LEAST, MOST_LEAST),
    default=USUAL_LEAST,
    metavar="N",
    help=Saying("多少字以上算相同，8–40（默认 12）。"),
)
@click.option("--formula", is_flag=True, help=Saying("只列套话：至少 5 个主体都有的。"))
@click.option("--csv", "as_csv", is_flag=True, help=Saying("以 CSV 输出全部字串。"))
@options.as_json
@options.data
def command(
    identity: str | None,
    draft: Path | None,
    follows: str,
    least: int,
    formula: bool,
    as_csv: bool,
    as_json: bool,
    data: Path,
) -> None:
    """What a report, or a draft, has in common with others."""
    if (identity is None) == (draft is None):
        raise click.UsageError(Saying("请给一份报告的编号，或用 --draft 给一份稿子，只给一样。"))
    whole, asked = _asked(identity, draft, follows, least, data)
    found = engine(data).passages(asked)
    if as_csv:
        print_sheet(table(Sheet(sheets.PASSAGE_COLUMNS, sheets.passages(found, whole, ""))))
    elif as_json:
        options.print_json(passages_record(found, identity, whole if identity else None))
    else:
        for line in _lines(found, found.formulas if formula else found.passages):
            click.echo(visible(line))


def _asked(identity: str | None, draft: Path | None, follows: str, least: int, data: Path) -> tuple[Whole, Compared]:
    """The text as sections, and the question."""
    if identity is not None:
        whole = Whole(masked(Store(data).report(identity)).sections)
        return whole, Compared(whole.text, identity, least=least, most=MOST_TABLE)
    text = sys.stdin.read() if str(draft) == "-" else _text(draft)
    return Whole.of(text), Compared(text, follows=follows, least=least, most=MOST_TABLE, nearest=True)


def _text(draft: Path | None) -> str:
    try:
        return Path(str(draft)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(Saying("读不了 %(file)s；请给一个 UTF-8 的文本文件。", file=str(draft))) from error


def _lines(found: Passages, passages: tuple[Passage, ...]) -> Iterator[str]:
    yield _(
        "%(n)s 字，%(shared)s 与别的主体相同（%(least)s 字以上），%(formula)s 是套话",
        n=f"{found.characters:,}",
        shared=f"{found.shared:.1%}",
        least=found.least,
        formula=f"{found.boilerplate:.1%}",
    )
    if found.own_years and found.own_years.reports:
        yield _(
            "与本主体往年 %(n)s 份报告相同 %(shared)s",
            n=found.own_years.reports,
            shared=f"{found.own_years.shared:.1%}",
        )
    yield from map(spoken, notes(found))
    yield from in_columns([_row(each) for each in passages if each.whole_clauses])
    for each in found.sources:
        yield f"{each.share:6.1%}  {each.report}  {each.title or _('（无标题）')}"
    for near in found.new:
        yield _("新：%(text)s", text=near.text)
        yield f"    {_nearest(near)}"


def _nearest(near: Near) -> str:
    if near.holder is None:
        return _("没有相近的") if near.is_sought else _("没有去找相近的：新句子太多")
    held = f"{near.held}  {near.holder.zone or ''} {near.holder.year or ''}".rstrip()
    return _("最像（%(likeness)s）：%(held)s", likeness=f"{near.likeness:.2f}", held=held)


def _row(each: Passage) -> list[Any]:
    oldest = each.oldest
    since = f"{oldest.zone or _('（未注明主体）')} {oldest.year or '----'}"
    counts = [_("%(n)s 个主体", n=each.bodies), _("%(n)s 份", n=each.reports)]
    return [*counts, _("最早 %(since)s", since=since), each.text.replace("\n", " ")]
