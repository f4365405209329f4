"""Why a page is no report, by code."""

from __future__ import annotations

from typing import Final

from corpus.saying import Saying

REFUSALS: Final = {
    "list": Saying("这是一个列表页，不是报告正文：请添加列表里每份报告自己的页面。"),
    "attachments_only": Saying("页面只有附件，没有报告正文：请下载附件后添加该文件。"),
    "no_body": Saying("页面没有正文，不是报告：请确认添加的是报告的正文页。"),
    "no_sections": Saying("页面里没有正文；请确认保存的是报告本身的页面。"),
    "error_page": Saying("这是网站的出错页面，不是报告：请确认地址仍然有效。"),
    "check_page": Saying("这是网站的验证页面，不是报告：请在浏览器里打开后另存。"),
    "mirror": Saying("正文夹有括注拼音，是镜像站的损坏副本，不是报告原文：请添加官方网站的页面。"),
    "template": Saying("正文里的地名、年份是 XX 一类的空位，是范文模板，不是真实的报告。"),
    "about": Saying("标题为「%(title)s」，是关于报告的解读或要点，不是报告本身。"),
    "other": Saying("标题为「%(title)s」，不是工作报告。"),
    "form": Saying("这是报告的空白格式或编写提纲，内容尚待填写，不是真实的报告。"),
    "asks": Saying("标题为「%(title)s」，是布置或征集报告的通知，不是报告本身。"),
    "guide": Saying("标题为「%(title)s」，是办事指南一类的说明，不是工作报告。"),
    "questions": Saying("这是问题解答，不是工作报告。"),
    "publicity": Saying("标题为「%(title)s」，是宣传材料，不是工作报告。"),
    "recruitment": Saying("标题为「%(title)s」，是招聘信息，不是工作报告。"),
    "procurement": Saying("标题为「%(title)s」，是采购或招标信息，不是工作报告。"),
    "consultation": Saying("标题为「%(title)s」，是征求意见一类的公告，不是工作报告。"),
    "articles": Saying("正文是逐条的规定，不是工作报告。"),
    "instructs": Saying("正文是写给办事人的说明，讲的是怎样办理，不是做了哪些工作，不是工作报告。"),
    "resolution": Saying("这是关于报告的决议，不是报告本身。"),
    "news": Saying("这是关于报告的新闻，不是报告本身。"),
    "rules": Saying("正文是通知、方案一类的文件，不是工作报告。"),
    "short": Saying("正文只有 %(n)s 个汉字，不成一份报告。"),
    "unlike": Saying("没有报告的标题、章节或“情况报告如下”一类的说明，不像一份报告。"),
    "removed": Saying("这个地址的报告曾被删除；要重新收录，请先从 removed.txt 里去掉它。"),
    "held_stays": Saying("%(reason)s原来收录的报告保持不变。"),
    "link": Saying("这是符号链接，不跟随；请添加它所指的文件本身。"),
    "no_file": Saying("这不是普通文件（管道、套接字或设备），不读取。"),
    "by_hand": Saying("%(words)s"),
}
