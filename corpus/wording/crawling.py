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
    "robots": Saying("robots.txt 不允许抓取。"),
    "robots_missing": Saying("取不到 robots.txt，因此不抓取：%(reason)s"),
    "waiting": Saying("已列入来源清单，尚未抓取。"),
}
