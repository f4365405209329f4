"""Dress the sample's drafts as web pages: `python -m corpus.sample.lay_out` writes pages/ and
expected/ anew.

A site is a template in layouts/ (navigation, breadcrumb, share buttons, footers, dialogs) and a way
to write paragraphs; the same drafts always give the same bytes. Nothing here cleans: what comes out
is meant to be hard to read for a program.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from string import Template

from corpus.sample.draft import Draft, drafts, expected
from corpus.sample.printout import printed_out
from corpus.sample.scan import scanned

HERE = Path(__file__).parent
LAYOUTS = HERE / "layouts"
PASTE = 30  # characters of a span that a word processor leaves behind, with a line break after it
FOLD = 76  # characters after which an editor folds the source of a page
NOTICE = (
    "本样本中的园区、人物、单位、数字和事件均为虚构，仅供演示和测试使用，与任何真实地区、机构和个人无关。\n"
    "Everything in this sample is invented (zones, people, figures): "
    "it serves demonstration and tests, and means no real place, body or person.\n"
)


def laid_out() -> dict[str, bytes]:
    """Every file of the sample, by its path below corpus/sample, and its bytes."""
    files = {"pages/NOTICE.txt": NOTICE.encode()}
    for draft in drafts():
        files[f"pages/{page_name(draft)}"] = page(draft)
        record = json.dumps(expected(draft), ensure_ascii=False, indent=1)
        files[f"expected/{draft.name}.json"] = record.encode() + b"\n"
    return files


def page_name(draft: Draft) -> str:
    return draft.name + (".html" if draft.header["layout"].endswith(".html") else ".txt")


def page(draft: Draft) -> bytes:
    """The page's bytes: GB18030 where its template says gb2312, else UTF-8."""
    layout = draft.header["layout"]
    if layout in ON_PAPER:
        return ON_PAPER[layout](draft)
    template = (LAYOUTS / layout).read_text(encoding="utf-8")
    written = Template(template).substitute(_fields(draft), body=BODY_IN[layout](draft))
    return written.encode("gb18030" if "charset=gb2312" in template else "utf-8")


def _fields(draft: Draft) -> dict[str, str]:
    header = draft.header
    year = int(header["year"])
    published = header["published"]
    return header | {
        "number": header.get("number", ""),
        "clock": published[10:].strip() or "09:00",
        "day": published[:10],
        "slug": published[:10].replace("-", ""),
        "before": str(year - 1),
        "after": str(year + 1),
    }


def _around(draft: Draft) -> list[tuple[str, str]]:
    """All paragraphs that the editor pasted, front and back included, with what each is."""
    body = [("heading" if p.level == 1 else "body", p.text) for p in draft.paragraphs]
    return [*(("front", line) for line in draft.front), *body, *(("back", line) for line in draft.back)]


def _pasted(draft: Draft) -> str:
    """Paragraphs as a word processor pastes them: figures in their own spans, line breaks between
    spans inside words."""
    written = []
    for what, text in _around(draft):
        align = {"front": "left", "back": "right"}.get(what, "justify")
        indent = "text-indent: 2em; " if what in ("body", "heading") else ""
        face = "黑体" if what == "heading" else "仿宋_GB2312"
        style = f'style="{indent}text-align: {align}; line-height: 30pt"'
        written.append(
            f'<p {style}>{_spans(text, face)}</p>\n<p style="margin: 0"><span lang="EN-US">&nbsp;</span></p>'
        )
    return "\n".join(written)


def _spans(text: str, face: str) -> str:
    pieces = [piece for run in re.split(r"([0-9][0-9,.%]*)", text) for piece in _cut(run)]
    spans = []
    for piece in pieces:
        latin = ' lang="EN-US"' if piece[0].isascii() else ""
        spans.append(f'<span{latin} style="font-family: {face}; font-size: 16pt">{html.escape(piece)}</span>')
    return "\n".join("".join(spans[i : i + 3]) for i in range(0, len(spans), 3))


def _cut(run: str) -> list[str]:
    return [run[i : i + PASTE] for i in range(0, len(run), PASTE)]


def _broken(draft: Draft) -> str:
    """One table cell, paragraphs parted by `<br>` and indented by ideographic or hard spaces,
    figures in `<font>`."""
    written = []
    for what, text in _around(draft):
        figures = re.sub(r"([0-9][0-9,.%]*)", r'<font face="Times New Roman">\1</font>', html.escape(text))
        weight = f"<b>{figures}</b>" if what == "heading" else figures
        lead = {"front": "", "back": "&nbsp;" * 40}.get(
            what, "　　" if what == "heading" else "&nbsp;&nbsp;&nbsp;&nbsp;"
        )
        written.append(lead + weight)
    return "<br>\r\n<br>\r\n".join(written)


def _indented(draft: Draft) -> str:
    """Flattened text: indented paragraphs with blank lines between, signatures far to the right."""
    leads = {"front": "", "back": " " * 30}
    return "\n\n".join(leads.get(what, "　　") + text for what, text in _around(draft))


def _tight(draft: Draft) -> str:
    """Flattened text without blank lines or indents."""
    return "\n".join(text for _, text in _around(draft))


def _plain(draft: Draft) -> str:
    """Clean `<p>` paragraphs, as newer systems write them; headings in `<strong>`, ideographic
    indents."""
    styles = {"back": ' style="text-align: right;"', "front": ""}
    written = []
    for what, text in _around(draft):
        inner = f"<strong>{html.escape(text)}</strong>" if what == "heading" else html.escape(text)
        lead = "" if what in styles else "　　"
        written.append(f"<p{styles.get(what, '')}>{lead}{inner}</p>")
    return "\n".join(written)


def _divided(draft: Draft) -> str:
    """Paragraphs in `<div>`s, empty ones between them, lines folded in the source every so many
    characters."""
    written = []
    for what, text in _around(draft):
        folded = "\n".join(html.escape(text[i : i + FOLD]) for i in range(0, len(text), FOLD))
        lead = "" if what in ("front", "back") else "&#12288;&#12288;"
        align = ' align="right"' if what == "back" else ""
        written.append(f"<div{align}>{lead}{folded}</div>\n<div>&nbsp;</div>")
    return "\n".join(written)


ON_PAPER: dict[str, Callable[[Draft], bytes]] = {"scan": scanned, "printout": printed_out}
BODY_IN: dict[str, Callable[[Draft], str]] = {
    "hezhu.html": _pasted,
    "zaoxi.html": _broken,
    "gkml.html": _plain,
    "zoom.html": _divided,
    "zhixi.txt": _indented,
    "wanglan.txt": _indented,
    "wanglan-big5.txt": _tight,
}


def main() -> None:
    """Write every file and remove those of drafts that are gone."""
    files = laid_out()
    for folder in ("pages", "expected"):
        (HERE / folder).mkdir(exist_ok=True)
        for path in (HERE / folder).iterdir():
            if f"{folder}/{path.name}" not in files:
                path.unlink()
    for name, body in files.items():
        (HERE / name).write_bytes(body)


if __name__ == "__main__":
    main()
