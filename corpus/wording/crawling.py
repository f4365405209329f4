"""Why a page did not come when a crawl asked for it, or was not asked for, by code."""

from __future__ import annotations

from typing import Final

from corpus.saying import Saying

CRAWLING: Final = {
    "large_download": Saying("超过 %(n)s MB，已中断下载。"),
    "connection": Saying("连接出错（%(why)s）。"),
    "leads_inside": Saying("%(host)s 指向 %(address)s，不是公网地址，不抓取。"),
    "too_late": Saying("%(n)s 秒内没有下载完。"),
    "no_such_host": Saying("域名无法解析。"),
    "certificate": Saying("网站的证书无法验证；确认网站可信后可加 --any-certificate 再抓。"),
    "turned_down": Saying("连接被拒绝。"),
    "cut_off": Saying("传输中断，内容不完整。"),
    "no_document": Saying("不是网页或文档，已中断下载。"),
    "going_round": Saying("转来转去，没有尽头。"),
    "scheme": Saying("只抓取 http 和 https 网址。"),
    "account_or_long": Saying("网址带有账号或过长，不抓取。"),
    "inside": Saying("不是公网地址，不抓取。"),
    "no_address": Saying("不是合法的网址。"),
    "other_host": Saying("主机 %(host)s 不在这次抓取的范围里；要抓取它，请用 --allow %(host)s。"),
    "removed_address": Saying("这个地址的报告曾被删除，不再抓取。"),
    "leads_on": Saying("转到 %(address)s：%(reason)s"),
    "processing": Saying("处理网页时出错（%(why)s）。"),
    "status": Saying("服务器回答 HTTP %(status)s。"),
    "forbidden": Saying(
        "服务器拒绝自动程序（HTTP %(status)s）；请在浏览器里打开，另存为网页，再用 xunzhang add 收录。"
    ),
    "gone": Saying("服务器回答 HTTP %(status)s，这个网址已失效。"),
    "scripted": Saying("列表由脚本生成，未能读取；请在浏览器里打开，把里面的报告另存后用 xunzhang add 收录。"),
    "never_asked": Saying("这次没有问到它；请再运行一次。"),
    "source_itself": Saying("来源本身没有给出报告：%(reason)s"),
    "scripted_at": Saying("列表由脚本生成，未能读取：%(address)s"),
    "elsewhere": Saying("报告可能在另一个主机 %(host)s：请加 --allow %(host)s 再抓。"),
    "none_for": Saying("看了 %(pages)s 页，没有报告；其中 %(count)s 页：%(reason)s"),
    "none": Saying("看了 %(pages)s 页，没有报告。"),
    "many_alike": Saying("同一类网址超过 --alike 的上限，未抓 %(count)s 个，如 %(address)s。"),
    "many_pages": Saying("主机 %(what)s 到了 --pages 的上限，未抓 %(count)s 个，如 %(address)s。"),
    "many_waits": Saying("主机 %(what)s 要求隔很久再来，未抓 %(count)s 个，如 %(address)s；请过后再运行一次。"),
    "titled_else": Saying("标题不像报告而未抓 %(count)s 个，如 %(address)s；要抓请加 --everything。"),
    "mapped_else": Saying("网站地图里同栏目试过都不是报告而未抓 %(count)s 个，如 %(address)s；要抓请加 --everything。"),
    "settled": Saying("上次已确认不是报告或已失效、这次没有再问的有 %(count)s 个网址。"),
    "robots": Saying("robots.txt 不允许抓取。"),
    "robots_missing": Saying("取不到 robots.txt，因此不抓取：%(reason)s"),
    "waiting": Saying("已列入来源清单，尚未抓取。"),
}
