"""Why a page did not come, in one sentence for the summary."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    StopDownload,
)

from corpus.crawl.limits import Limits
from corpus.crawl.manners.resolver import PublicResolver


class Refused(IgnoreRequest):
    """A request that is not made; the message says why."""


class TooMany(IgnoreRequest):
    """A request past the page limit of its host, or to one that wants to be left alone for long; the
    message names the bound."""


class CutOff(IgnoreRequest):
    """A page that broke off on its way."""


def answered(status: int) -> str:
    """The reason where a server gives no page."""
    if status in (401, 403):
        return f"服务器拒绝自动程序（HTTP {status}）；请在浏览器里打开，另存为网页，再用 xunzhang add 收录。"
    return f"服务器回答 HTTP {status}。"


def too_large(limits: Limits) -> str:
    """The reason for a page past the size limit."""
    return f"超过 {limits.largest / 1048576:.0f} MB，已中断下载。"


def turned_away(host: str) -> str | None:
    """The reason where a name leads to addresses that are not public."""
    address = PublicResolver.turned_away.get(host)
    return None if address is None else f"{host} 指向 {address}，不是公网地址，不抓取。"


def reason(error: BaseException, limits: Limits) -> str:
    """What went wrong on the way to a page."""
    if isinstance(error, DownloadTimeoutError):
        return f"{limits.timeout:g} 秒内没有下载完。"
    if isinstance(error, DownloadCancelledError) or (isinstance(error, IgnoreRequest) and "MAXSIZE" in str(error)):
        return too_large(limits)
    if isinstance(error, CannotResolveHostError):
        return "域名无法解析。"
    if isinstance(error, DownloadConnectionRefusedError):
        return "连接被拒绝。"
    if isinstance(error, ResponseDataLossError | CutOff):
        return "传输中断，内容不完整。"
    if isinstance(error, StopDownload):
        return "不是网页或文档，已中断下载。"
    if _names_certificate(error):
        return "网站的证书无法验证；确认网站可信后可加 --any-certificate 再抓。"
    return f"连接出错（{type(error).__name__}）。"


def _names_certificate(error: BaseException) -> bool:
    """Does the error, or one that it stands for, speak of a certificate?"""
    return any(word in f"{error!r} {error.__cause__!r}".lower() for word in ("certificate", "verificationerror"))
