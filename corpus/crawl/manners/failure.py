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
from corpus.wording.coded import said


class Refused(IgnoreRequest):
    """A request that is not made; the message says why."""


class TooMany(IgnoreRequest):
    """A request past the page limit of its host, or to one that wants to be left alone for long; the
    message names the bound."""


class CutOff(IgnoreRequest):
    """A page that broke off on its way."""


def answered(status: int) -> str:
    """The reason where a server gives no page."""
    return said("forbidden" if status in (401, 403) else "status", status=status)


def too_large(limits: Limits) -> str:
    """The reason for a page past the size limit."""
    return said("large_download", n=round(limits.largest / 1048576))


def turned_away(host: str) -> str | None:
    """The reason where a name leads to addresses that are not public."""
    address = PublicResolver.turned_away.get(host)
    return None if address is None else said("leads_inside", host=host, address=address)


def reason(error: BaseException, limits: Limits) -> str:
    """What went wrong on the way to a page."""
    if isinstance(error, DownloadTimeoutError):
        return said("too_late", n=f"{limits.timeout:g}")
    if isinstance(error, DownloadCancelledError) or (isinstance(error, IgnoreRequest) and "MAXSIZE" in str(error)):
        return too_large(limits)
    if isinstance(error, CannotResolveHostError):
        return said("no_such_host")
    if isinstance(error, DownloadConnectionRefusedError):
        return said("turned_down")
    if isinstance(error, ResponseDataLossError | CutOff):
        return said("cut_off")
    if isinstance(error, StopDownload):
        return said("no_document")
    if _names_certificate(error):
        return said("certificate")
    return said("connection", why=type(error).__name__)


def _names_certificate(error: BaseException) -> bool:
    """Does the error, or one that it stands for, speak of a certificate?"""
    return any(word in f"{error!r} {error.__cause__!r}".lower() for word in ("certificate", "verificationerror"))
