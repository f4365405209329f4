"""What a workbook says of itself, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from web.language.sentences import gettext
from web.record.workbook import Words


def words() -> Words:
    """The words of every workbook."""
    return Words(
        rows=gettext("表"),
        about=gettext("说明"),
        cut=gettext("……（一格最多 32,767 字，后面略去；全文见固定链接）"),
        cells_cut=gettext("截短的格数"),
        rows_left=gettext("放不下的行数（全部见 CSV）"),
    )


def about_lines(about: Mapping[str, Any], whole: str) -> list[tuple[str, str]]:
    """What was asked, of which corpus, when: names and values; `whole` says whether this is all."""
    names = {
        "query": gettext("检索式"),
        "interpreted": gettext("读作"),
        "address": gettext("网址"),
        "version": gettext("语料版本"),
        "date": gettext("时间（UTC）"),
    }
    lines = [(name, str(about[field])) for field, name in names.items() if field in about]
    return [*lines, (gettext("是否完整"), whole or gettext("完整"))]
