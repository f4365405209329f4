"""What can be wrong with a cluster, each as one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from opensearchpy import exceptions as theirs

from corpus.errors import XunzhangError
from corpus.saying import Saying

DENIED = (401, 403)


class EngineUnavailable(XunzhangError):
    """The cluster does not answer, or not as a whole: an answer of a part of it would be wrong."""

    code = "engine_unavailable"

    def __init__(self, why: Saying) -> None:
        super().__init__(Saying("OpenSearch 集群现在不能完整作答（%(why)s）；请稍后再试，或检查集群。", why=why))


class ContextLost(EngineUnavailable):
    """What was opened on the cluster is no longer open there: a node died, or it was left too long."""


class NotOnThisEngine(XunzhangError):
    """What only the engine of this process can answer."""

    code = "not_on_this_engine"

    def __init__(self) -> None:
        super().__init__(Saying("OpenSearch 引擎不能回答这个问题；请在用内置引擎的站点上问。"))


class BadEngine(XunzhangError):
    """Settings that name no engine."""

    code = "bad_engine"


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
