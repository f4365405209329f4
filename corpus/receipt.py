"""The rules of cleaning in words: what a receipt calls them where a person reads it. Records keep
the short names."""

from __future__ import annotations

from corpus.saying import Saying

WORDS = {
    # furniture
    "breadcrumb": Saying("面包屑导航"),
    "metadata": Saying("元数据行"),
    "key": Saying("没有值的元数据项"),
    "value": Saying("没有项名的元数据值"),
    "widget": Saying("网页小工具"),
    "tool": Saying("打印、分享等工具"),
    "menu": Saying("导航菜单"),
    "clock": Saying("日期时钟"),
    "search": Saying("搜索框和热词"),
    "dialog": Saying("网站提示语"),
    "footer": Saying("网站页脚"),
    "tail link": Saying("上下篇等链接"),
    "watermark": Saying("反复出现的水印"),
    "debris": Saying("表格残留符号"),
    "figure": Saying("孤立的数字"),
    "page number": Saying("页码"),
    "running head": Saying("页眉页脚"),
    "hidden": Saying("网页上隐藏的内容"),
    "attached": Saying("附件链接"),
    "teaser": Saying("其他文章的标题和摘要"),
    "caption": Saying("图片说明和记者署名"),
    "newspaper jump": Saying("报纸的转版标记"),
    "repeated on a later page": Saying("后续页面上重复的文头"),
    "repeated title": Saying("重复的标题"),
    "before the body": Saying("正文之前的其他内容"),
    "after the body": Saying("正文之后的其他内容"),
    "no body": Saying("没有正文的页面内容"),
    "table of contents": Saying("目录"),
    # parts of a letter where they were not kept
    "date": Saying("日期行"),
    "number": Saying("文号行"),
    "letterhead": Saying("红头"),
    "signer": Saying("签发人行"),
    "signer moved to front": Saying("误入正文的签发人行移到文首"),
    "copies": Saying("抄送行"),
    "printed": Saying("印发行"),
    "release": Saying("公开属性行"),
    "contact": Saying("联系方式行"),
    "addressee": Saying("主送机关行"),
    "delivery": Saying("会议说明行"),
    "blank": Saying("空行"),
    # recognition
    "recognised": Saying("文字识别的结果（页、位置、把握）"),
    "unread page": Saying("没有读出文字的页"),
    # repairs
    "footnote mark": Saying("句中的注码"),
    "footnotes moved": Saying("移到段后的页下注"),
    "converter's marks": Saying("转换工具留下的列表符号"),
    "lines joined": Saying("接回断开的行"),
    "recognition spaces": Saying("去掉识别产生的空格"),
    "glued heading": Saying("分开粘连的标题"),
}


def in_words(rule: str) -> str:
    """What a person reads for a rule's short name; the name itself where it has no words yet.

    >>> in_words("page number")
    '页码'
    """
    return WORDS.get(rule, rule)
