"""`xunzhang add`: files, folders and WARCs become stored pages and cleaned reports."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Final

import click

from corpus.intake.add import add
from corpus.intake.files import Found, is_plain
from corpus.intake.share import Share
from corpus.intake.take import Added
from corpus.load.scan.recognise import watched
from corpus.store.atomic import replace_file
from corpus.store.folder import Store
from corpus.store.public import source_name
from web.commands import options
from web.commands.build import complete
from web.commands.progress import bar
from web.commands.rights import warn_of_root
from web.commands.speech import FAILED, Spoken, visible

WORDS: Final = {"added": "新增", "replaced": "更新", "unchanged": "不变", "refused": "拒收", "failed": "失败"}
NOTICE: Final = "NOTICE.txt"
LONGEST_NOTICE: Final = 10_000  # bytes


@click.command("add", cls=Spoken, short_help="收录文件、文件夹或 WARC。")
@options.paths
@click.option("--any", "take_any", is_flag=True, help="不像报告的也收。")
@click.option("--shard", metavar="I/N", help="只收 N 份里的第 I 份；各机器收好后用 gather 合在一起。")
@options.as_json
@options.data
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], take_any: bool, shard: str | None, as_json: bool, data: Path
) -> None:
    """把文件、文件夹、WARC 收进数据文件夹并清洗成报告；不是报告的拒收，各说一句原因。

    文件可以是网页（HTML、MHTML）、文本、Markdown、PDF、Word（DOCX），也可以是扫描件：没有文字层的 PDF、PNG、JPEG、TIFF
    图片，逐页识别文字（要先 make ocr）。
    """
    if not paths:
        raise click.UsageError("缺少要收录的文件或文件夹；例如 xunzhang add 报告文件夹。", ctx)
    share = Share.read(shard) if shard is not None else None
    warn_of_root()
    complete(data)
    outcomes: Counter[str] = Counter()
    with bar("清洗") as shown, watched(shown.part("识别")):
        for added in add(Store(data), paths, take_any=take_any, share=share, progress=shown):
            outcomes[added.status] += 1
            shown.print(options.json_line(record(added)) if as_json else visible(line(added)))
    keep_notice(paths, data)
    if share and not outcomes:
        click.echo(f"这一份（{shard}）里没有网页或文本。", err=True)
        return
    click.echo(summary(outcomes), err=True)
    if outcomes["added"] or outcomes["replaced"]:
        click.echo(after(share, data), err=True)
    if outcomes["failed"] or outcomes["refused"] or not outcomes:
        ctx.exit(FAILED)


def after(share: Share | None, data: Path) -> str:
    """What comes next."""
    if share:
        return "各份都收好后，请运行 xunzhang gather，把它们合在一起。"
    return f"接着请运行 xunzhang build{options.same_data(data)}，新收的才检索得到。"


def line(added: Added) -> str:
    """What became of one page."""
    word, name = WORDS[added.status], source_name(added.source)
    if added.reason or added.report is None:
        return f"{word}  {name}：{added.reason or ''}"
    return f"{word}  {added.report.id}  {options.named(added.report)}（{name}）"


def record(added: Added) -> dict[str, Any]:
    """The same for programs."""
    report = added.report
    return {
        "source": source_name(added.source),
        "status": added.status,
        "report": report.id if report else None,
        "title": report.title if report else None,
        "reason": added.reason,
        "why": added.why,
    }


def summary(outcomes: Counter[str]) -> str:
    """How many of each."""
    if not outcomes:
        return "没有找到可以收录的网页或文本。"
    return "，".join(f"{word} {outcomes[status]:,}" for status, word in WORDS.items() if outcomes[status]) + "。"


def keep_notice(paths: tuple[Path, ...], data: Path) -> None:
    """What an added folder says about itself (that a sample is invented, say) the site will say,
    too."""
    for path in paths:
        if data.is_dir() and is_plain(path / NOTICE):
            with Found(path / NOTICE, path).open() as stream:
                replace_file(data / NOTICE, stream.read(LONGEST_NOTICE))
