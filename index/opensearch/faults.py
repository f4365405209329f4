"""Whatever the client of a cluster raises, as one sentence that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from opensearchpy import exceptions as theirs

from corpus.saying import Saying
from index.errors import ContextLost, EngineUnavailable

DENIED = (401, 403)


@contextmanager
def told() -> Iterator[None]:
    """Whatever the client raises inside comes out as an EngineUnavailable that says what it is."""
    try:
        yield
    except theirs.SSLError as error:
        raise EngineUnavailable(Saying("证书无效，或不是可信的机构所签")) from error
    except theirs.ConnectionTimeout as error:
        raise EngineUnavailable(Saying("没有及时回答")) from error
    except theirs.ConnectionError as error:
        raise EngineUnavailable(Saying("连不上")) from error
    except theirs.TransportError as error:
        raise _answered(error) from error
    except (theirs.OpenSearchException, ValueError, KeyError, TypeError) as error:
        raise EngineUnavailable(Saying("回答读不懂：%(kind)s", kind=type(error).__name__)) from error


def _answered(error: theirs.TransportError) -> EngineUnavailable:
    status = error.status_code
    if "block_exception" in str(error.error) and status in DENIED:
        return EngineUnavailable(Saying("集群现在不让写入，多半是磁盘满了"))
    if status in DENIED:
        return EngineUnavailable(Saying("用户名、口令或证书不被接受"))
    if status == 404 and "context" in str(error.error):
        return ContextLost(Saying("打开的版本已经关闭"))
    return EngineUnavailable(Saying("回答是 %(status)s", status=f"{status} {error.error}"))


def broken(fault: object) -> EngineUnavailable:
    """The error that one answer of several holds, as the cluster wrote it."""
    if "context_missing" in str(fault):
        return ContextLost(Saying("打开的版本已经关闭"))
    kind = fault.get("type", "") if isinstance(fault, dict) else str(fault)
    return EngineUnavailable(Saying("有分片没有回答：%(kind)s", kind=str(kind)[:200]))
