"""How well the tables of the national form are read: invented figures in HTML, Word and PDF.

    python -m benchmarks.forms [--reports 20] [--json FILE] [--check]

Each report is laid out as a page, a Word file and PDFs of three kinds (one of them in small type,
so that a page's end cuts a table). A cell is right when its row, its column and its text are those
that were written.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.cleaning import FLOORS
from benchmarks.drawn import pdf_of
from benchmarks.machine import commit, machine, versions
from corpus.clean import clean
from corpus.grid import Grid, rows_of
from corpus.records import Page, Report
from corpus.sample.national import Filled, figures, forms
from corpus.sample.typeset import Block, Style, typeset

TITLE = "临溪县2023年政府信息公开工作年度报告"
_OPENING = "本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2023年1月1日起至12月31日止。"
_CHAPTERS = {
    "2": "二、主动公开政府信息情况",
    "3": "三、收到和处理政府信息公开申请情况",
    "4": "四、政府信息公开行政复议、行政诉讼情况",
}
_FIRST = (
    "一、总体情况",
    "全县各部门按照条例要求推进政务公开，全年主动公开信息两千余条，办理依申请公开事项若干，群众满意度稳步提高。",
)
_LAST = (
    "五、存在的主要问题及改进情况",
    "主要问题是个别部门答复不够规范，下一步将加强培训，逐件审核答复文书，按月通报办理情况。",
)


def blocks(tables: Sequence[Filled]) -> Iterator[Block]:
    """The report as blocks: chapters in order, their tables under them."""
    yield Block(TITLE, title=True)
    yield from (Block(text) for text in (_OPENING, *_FIRST))
    for filled in tables:
        yield Block(_CHAPTERS[filled.form])
        yield Block(grid=filled.grid)
    yield from (Block(text) for text in _LAST)


def html_of(tables: Sequence[Filled]) -> Page:
    """The report as a page, its cells in paragraphs as editors paste them."""
    written = [
        f"<table>{''.join(_html_rows(b.grid))}</table>" if b.grid else f"<p>{b.text}</p>" for b in blocks(tables)
    ]
    source = f"<html><head><title>{TITLE}</title></head><body><div>{''.join(written)}</div></body></html>"
    return Page("http://www.linxi.gov.cn/xxgk/2024/nb.html", source.encode(), "text/html; charset=utf-8")


def _html_rows(grid: Grid) -> Iterator[str]:
    for row in rows_of(grid):
        cells = (
            f'<td rowspan="{box.rows}" colspan="{box.columns}"><p><span>{escape(box.text)}</span></p></td>'
            for box in row
        )
        yield f"<tr>{''.join(cells)}</tr>"


def word_of(tables: Sequence[Filled]) -> Page:
    """The report as a Word file, its cells merged."""
    from docx import Document

    document = Document()
    for block in blocks(tables):
        if block.grid is None:
            document.add_paragraph(block.text)
            continue
        rows, columns = (max(box[at] + box[at + 2] for box in block.grid) for at in (0, 1))
        table = document.add_table(rows, columns)
        for box in block.grid:
            cell = table.cell(box.row, box.column)
            last = table.cell(box.row + box.rows - 1, box.column + box.columns - 1)
            (cell if cell._tc is last._tc else cell.merge(last)).text = box.text
    buffer = io.BytesIO()
    document.save(buffer)
    return Page("file:///nb.docx", buffer.getvalue())


def printed(style: Style) -> Callable[[Sequence[Filled]], Page]:
    """The report as a PDF in a style."""
    return lambda tables: Page("file:///nb.pdf", pdf_of(typeset(list(blocks(tables)), style)))


MAKERS: dict[str, Callable[[Sequence[Filled]], Page]] = {
    "html": html_of,
    "word": word_of,
    "pdf": printed(Style("large", head="年度报告")),
    "pdf small": printed(Style("small", size=10.5, leading=16, foot="{page}")),
    "pdf wide": printed(Style("wide", size=12, leading=22, left=40, right=40, top=700)),
}


def right_cells(report: Report, tables: Sequence[Filled]) -> tuple[int, int, int]:
    """Cells right, wanted, and given."""
    given = {(table.form, cell.row, cell.column): cell.text for table in report.tables for cell in table.cells}
    wanted = {(f.form, row, column): text for f in tables for row, column, text in f.gold}
    right = sum(given.get(key) == text for key, text in wanted.items())
    return right, len(wanted), sum(len(table.cells) for table in report.tables)


def main() -> int:
    """Print a row a format; 1 where `--check` finds a figure below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--check", action="store_true", help="fail when a figure is below floors.toml")
    asked = parser.parse_args()
    rows: dict[str, dict[str, Any]] = {}
    for name, make in MAKERS.items():
        sums = [0, 0, 0]
        for seed in range(asked.reports):
            tables = forms(figures(seed), since=2019 if seed % 4 == 3 else 2021)
            sums = [a + b for a, b in zip(sums, right_cells(clean(make(tables)), tables), strict=True)]
        rows[name] = {"right": sums[0], "wanted": sums[1], "given": sums[2], "share": round(sums[0] / sums[1], 4)}
        print(f"{name:10}", "  ".join(f"{key} {value}" for key, value in rows[name].items()))
    run = {"commit": commit(), "machine": machine(), "versions": versions(("pypdfium2", "python-docx")), "rows": rows}
    if asked.json:
        asked.json.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    least = tomllib.loads(FLOORS.read_text(encoding="utf8"))["forms"]["share"] if asked.check else 0.0
    below = [f"{name} {row['share']} < {least}" for name, row in rows.items() if row["share"] < least]
    print("\n".join(f"below its floor: {line}" for line in below), end="\n" if below else "")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
