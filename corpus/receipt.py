"""The rules of cleaning in words: what a receipt calls them where a person reads it. Records keep
the short names."""

from __future__ import annotations

WORDS = {
    # furniture
    "breadcrumb": "面包屑导航",
    "metadata": "元数据行",
    "key": "没有值的元数据项",
    "value": "没有项名的元数据值",
    "widget": "网页小工具",
    "tool": "打印、分享等工具",
    "menu": "导航菜单",
    "clock": "日期时钟",
    "search": "搜索框和热词",
    "dialog": "网站提示语",
    "footer": "网站页脚",
    "tail link": "上下篇等链接",
    "watermark": "反复出现的水印",
    "debris": "表格残留符号",
    "figure": "孤立的数字",
    "page number": "页码",
    "running head": "页眉页脚",
    "hidden": "网页上隐藏的内容",
    "attached": "附件链接",
    "repeated on a later page": "后续页面上重复的文头",
    "repeated title": "重复的标题",
    "before the body": "正文之前的其他内容",
    "after the body": "正文之后的其他内容",
    "no body": "没有正文的页面内容",
    "table of contents": "目录",
    # parts of a letter where they were not kept
    "date": "日期行",
    "number": "文号行",
    "letterhead": "红头",
    "signer": "签发人行",
    "signer moved to front": "误入正文的签发人行移到文首",
    "copies": "抄送行",
    "printed": "印发行",
    "release": "公开属性行",
    "contact": "联系方式行",
    "addressee": "主送机关行",
    "delivery": "会议说明行",
    "blank": "空行",
    # recognition
    "recognised": "文字识别的结果（页、位置、把握）",
    "unread page": "没有读出文字的页",
    # repairs
    "converter's marks": "转换工具留下的列表符号",
    "lines joined": "接回断开的行",
    "footnotes moved": "移到段后的页下注",
    "footnote mark": "句中的注码",
    "recognition spaces": "去掉识别产生的空格",
    "glued heading": "分开粘连的标题",
}


def in_words(rule: str) -> str:
    """What a person reads for a rule's short name; the name itself where it has no words yet.

    >>> in_words("page number")
    '页码'
    """
    return WORDS.get(rule, rule)
