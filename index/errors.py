"""What can be wrong with an index, each as one sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import XunzhangError
from corpus.saying import Saying


class IndexMissing(XunzhangError):
    """There is no index in this folder yet."""

    code = "index_missing"

    def __init__(self, directory: Path) -> None:
        super().__init__(Saying("还没有索引（%(name)s）：请先运行 xunzhang build。", name=directory.name))


class IndexDamaged(XunzhangError):
    """The index cannot be read: a file is gone, cut off or holds something else."""

    code = "index_damaged"

    def __init__(self, what: str) -> None:
        super().__init__(Saying("索引已损坏（%(what)s）：请运行 xunzhang build --fresh 重建。", what=what))


class IndexOutdated(XunzhangError):
    """The index was written with another schema, folding table or dictionary."""

    code = "index_outdated"

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(
            Saying(
                "索引由另一版本的程序建成（%(found)s，现为 %(wanted)s）：请运行 xunzhang build --fresh 重建。",
                found=found,
                wanted=wanted,
            )
        )


class IndexBusy(XunzhangError):
    """Another process is writing the index."""

    code = "index_busy"

    def __init__(self) -> None:
        super().__init__(Saying("另一个程序正在更新索引：请等它结束后再运行 xunzhang build。"))


class EngineUnavailable(XunzhangError):
    """The cluster does not answer, or not as a whole: an answer of a part of it would be wrong."""

    code = "engine_unavailable"

    def __init__(self, why: Saying) -> None:
        super().__init__(Saying("OpenSearch 集群现在不能完整作答（%(why)s）；请稍后再试，或检查集群。", why=why))


class ContextLost(EngineUnavailable):
    """What was opened on the cluster is no longer open there: a node died, or it was left too long."""


class BadEngine(XunzhangError):
    """Settings that name no engine, or one that is not installed."""

    code = "bad_engine"
