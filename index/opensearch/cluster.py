"""A cluster and how it is reached: addresses and credentials from the environment, a client for each
process, and answers that are whole or an error."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from opensearchpy import OpenSearch

from corpus.saying import Saying
from index.errors import BadEngine, EngineUnavailable
from index.opensearch.faults import broken, told

ADDRESSES: Final = "XUNZHANG_OPENSEARCH"
# Seconds: an answer that takes longer is none; a search ends on the cluster somewhat before.
PATIENCE, SEARCHED = 30, "25s"
# Letters that a name of an index may have.
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,80}")
# Bodies that go out in one request: each takes a thread of the cluster for its shards.
TOGETHER = 100


@dataclass(frozen=True, slots=True)
class Where:
    """Which cluster: its addresses, the name of the index there, how many shards and replicas a new
    one gets, and credentials (kept out of what is printed)."""

    addresses: tuple[str, ...]
    name: str = "xunzhang"
    shards: int = 1
    replicas: int = 0
    secret: Mapping[str, Any] = field(default_factory=dict, repr=False)


def where() -> Where:
    """The cluster that the environment names. Raises BadEngine."""
    given = os.environ.get
    addresses = tuple(given(ADDRESSES, "").replace(",", " ").split())
    if not addresses or not all(address.startswith(("http://", "https://")) for address in addresses):
        raise BadEngine(Saying("请用 %(name)s 给出集群的地址，例如 https://search.example.org:9200。", name=ADDRESSES))
    name = given(f"{ADDRESSES}_INDEX") or "xunzhang"
    if not _NAME.fullmatch(name):
        raise BadEngine(Saying("“%(name)s”不能作索引的名字；请用小写字母和数字。", name=name))
    return Where(addresses, name, _number("SHARDS", 1, 1), _number("REPLICAS", 0, 0), _secret())


def _number(what: str, usual: int, least: int) -> int:
    name = f"{ADDRESSES}_{what}"
    typed = os.environ.get(name) or str(usual)
    if not typed.isdecimal() or int(typed) < least:
        raise BadEngine(Saying("%(name)s 是“%(typed)s”；请给一个整数。", name=name, typed=typed))
    return int(typed)


def _secret() -> dict[str, Any]:
    """What the client takes: a user with a password, or a certificate with its key; who signs the
    cluster's own certificate."""
    given = {name: os.environ.get(f"{ADDRESSES}_{name}") for name in ("USER", "PASSWORD", "CA", "CERT", "KEY")}
    found: dict[str, Any] = {"ca_certs": given["CA"], "client_cert": given["CERT"], "client_key": given["KEY"]}
    if given["USER"]:
        found["http_auth"] = (given["USER"], given["PASSWORD"] or "")
    return {name: value for name, value in found.items() if value}


class Cluster:
    """Asks a cluster. Safe to use from many threads, and after a fork."""

    def __init__(self, at: Where) -> None:
        self.where = at
        self._client: tuple[int, OpenSearch] | None = None

    @property
    def client(self) -> OpenSearch:
        """The client of this process. A node that does not answer is left out for a while."""
        held = self._client
        if held is None or held[0] != os.getpid():
            with told():
                made = OpenSearch(
                    list(self.where.addresses),
                    verify_certs=True,
                    ssl_show_warn=False,
                    timeout=PATIENCE,
                    max_retries=2,
                    retry_on_timeout=False,
                    http_compress=True,
                    **self.where.secret,
                )
            held = self._client = os.getpid(), made
        return held[1]

    def searched(self, bodies: Sequence[Mapping[str, Any]], index: str = "") -> list[dict[str, Any]]:
        """The answer to each search, all of them whole. Raises EngineUnavailable where any shard of
        any of them did not answer in time."""
        head = {"allow_partial_search_results": False} | ({"index": index} if index else {})
        found: list[dict[str, Any]] = []
        for first in range(0, len(bodies), TOGETHER):
            lines = [
                line for body in bodies[first : first + TOGETHER] for line in (head, {"timeout": SEARCHED, **body})
            ]
            with told():
                answers = self.client.msearch(body=lines)["responses"]
            found += map(_whole, answers)
        return found

    def open(self, index: str, keep: str) -> str:
        """A point in time of an index, by its id: what is asked of it sees nothing newer."""
        with told():
            made = self.client.create_pit(index=index, params={"keep_alive": keep})
        if made["_shards"]["failed"]:
            raise broken("shards")
        return str(made["pit_id"])

    def close(self, opened: str) -> None:
        """Let go of a point in time; where that fails it goes by itself."""
        with suppress(EngineUnavailable), told():
            self.client.delete_pit(body={"pit_id": [opened]})

    def state(self) -> str:
        """How the cluster calls itself: green, yellow or red."""
        with told():
            return str(self.client.cluster.health(params={"request_timeout": 5})["status"])


def _whole(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        raise broken(_cause(answer["error"]))
    if answer["timed_out"]:
        raise EngineUnavailable(Saying("没有及时回答"))
    shards = answer["_shards"]
    if shards["failed"] or shards["successful"] != shards["total"]:
        raise broken(shards.get("failures") or "shards")
    return answer


def _cause(error: Any) -> Any:
    """What went wrong first, below what the coordinator made of it."""
    causes = error.get("root_cause") if isinstance(error, dict) else None
    return causes[0] if causes else error
