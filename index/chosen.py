"""Which index a build writes: the one place where that is chosen, by the setting that chooses the
engine, too."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import Final

from corpus.saying import Saying
from index.build import Built, Progress, Reports, build
from index.errors import BadEngine

SETTING: Final = "XUNZHANG_ENGINE"
EMBEDDED, OPENSEARCH = "embedded", "opensearch"
ENGINES: Final = (EMBEDDED, OPENSEARCH)
INDEX: Final = "index"


def engine_named() -> str:
    """The engine that the environment names. Raises BadEngine."""
    name = os.environ.get(SETTING) or EMBEDDED
    if name not in ENGINES:
        raise BadEngine(
            Saying(
                "%(name)s 是“%(typed)s”；请用 %(one)s 或 %(other)s。",
                name=SETTING,
                typed=name,
                one=EMBEDDED,
                other=OPENSEARCH,
            )
        )
    return name


def is_there(data: Path) -> bool:
    """Whether there is an index over a data folder, of whatever version. Raises what asking a
    cluster raises."""
    if engine_named() == EMBEDDED:
        return (data / INDEX / "CURRENT").exists()
    from index.opensearch.standing import standing

    return standing(installed().Cluster(installed().where())) is not None


def built(store: Reports, data: Path, fresh: bool = False, progress: Progress | None = None) -> Built:
    """Bring the index over a data folder up to what the store holds, as `index.build.build` does."""
    if engine_named() == EMBEDDED:
        return build(store, data / INDEX, fresh=fresh, progress=progress)
    cluster = installed().Cluster(installed().where())
    from index.opensearch import build as on_cluster

    return on_cluster.build(store, cluster, data / INDEX, fresh=fresh, progress=progress)


def installed() -> ModuleType:
    """What reaches a cluster. Raises BadEngine where it is not installed."""
    try:
        from index.opensearch import cluster
    except ModuleNotFoundError as error:
        raise BadEngine(Saying("没有安装 OpenSearch 的客户端；请运行 pip install 'xunzhang[opensearch]'。")) from error
    return cluster
