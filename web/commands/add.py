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
from corpus.saying import Saying
from corpus.store.atomic import replace_file
from corpus.store.folder import Store
from corpus.store.public import source_name
from web.commands import options
from web.commands.build import complete
from web.commands.progress import bar
from web.commands.rights import warn_of_root
from web.commands.speech import FAILED, Spoken, visible
from web.language.terminal import _, joined, spoken
from web.noted import NOTICE, REPORTS, noted

WORDS: Final = {
    "added": Saying("新增"),
    "replaced": Saying("更新"),
    "unchanged": Saying("不变"),
    "refused": Saying("拒收"),
    "failed": Saying("失败"),
}
LONGEST_NOTICE: Final = 10_000  # bytes


@click.command(
    "add",
    cls=Spoken,
    short_help=Saying("收录文件、文件夹或 WARC。"),
    help=Saying(
        "把文件、文件夹、WARC 收进数据文件夹并清洗成报告；不是报告的拒收，各说一句原因。"
        "文件可以是网页（HTML、MHTML）、文本、Markdown、PDF、Word（DOCX），也可以是扫描件："
        "没有文字层的 PDF、PNG、JPEG、TIFF 图片，逐页识别文字（要先 make ocr）。"
    ),
    examples=("xunzhang add 报告文件夹", "xunzhang add --any 2023年报.html 抓取.warc.gz"),
)
@options.paths
@click.option("--any", "take_any", is_flag=True, help=Saying("不像报告的也收。"))
@click.option("--shard", metavar="I/N", help=Saying("只收 N 份里的第 I 份；各机器收好后用 gather 合在一起。"))
@options.as_json
@options.data
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], take_any: bool, shard: str | None, as_json: bool, data: Path
) -> None:
    """Add, a line a page, then how many of each."""
    if not paths:
        raise click.UsageError(Saying("缺少要收录的文件或文件夹；例如 xunzhang add 报告文件夹。"), ctx)
    share = Share.read(shard) if shard is not None else None
    warn_of_root()
    complete(data)
    outcomes: Counter[str] = Counter()
    with bar(_("清洗")) as shown, watched(shown.part(_("识别"))):
        for added in add(Store(data), paths, take_any=take_any, share=share, progress=shown):
            outcomes[added.status] += 1
            shown.print(options.json_line(record(added)) if as_json else visible(line(added)))
    keep_notice(paths, data)
    if share and not outcomes:
        click.echo(_("这一份（%(shard)s）里没有网页或文本。", shard=shard), err=True)
        return
    click.echo(summary(outcomes), err=True)
    if outcomes["added"] or outcomes["replaced"]:
        click.echo(after(share, data), err=True)
    if outcomes["failed"] or outcomes["refused"] or not outcomes:
        ctx.exit(FAILED)


def after(share: Share | None, data: Path) -> str:
    """What comes next."""
    if share:
        return _("各份都收好后，请运行 xunzhang gather，把它们合在一起。")
    return options.build_next(data)


def line(added: Added) -> str:
    """What became of one page."""
    word, name = spoken(WORDS[added.status]), source_name(added.source)
    if added.reason or added.report is None:
        return f"{word}  " + _("%(name)s：%(reason)s", name=name, reason=added.reason or "")
    return f"{word}  {added.report.id}  " + _("%(title)s（%(name)s）", title=options.named(added.report), name=name)


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
        return _("没有找到可以收录的网页或文本。")
    return _(
        "%(what)s。",
        what=joined(f"{spoken(word)} {outcomes[status]:,}" for status, word in WORDS.items() if outcomes[status]),
    )


def keep_notice(paths: tuple[Path, ...], data: Path) -> None:
    """What an added folder says about itself (that a sample is invented, say) the site will say,
    too, above the reports that came from there."""
    for path in paths:
        if data.is_dir() and is_plain(path / NOTICE):
            about = noted(data) if is_plain(data / NOTICE) else frozenset()
            with Found(path / NOTICE, path).open() as stream:
                replace_file(data / NOTICE, stream.read(LONGEST_NOTICE))
            if about is not None:  # else it is about all there are already
                own = Store(data).ledger.below(f"{path.resolve().as_uri()}/")
                ids = sorted(about | own | (noted(path) or frozenset()))
                replace_file(data / REPORTS, "".join(f"{each}\n" for each in ids).encode())
