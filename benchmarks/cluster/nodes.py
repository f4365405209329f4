"""Several nodes that are one cluster, on ports that follow each other."""

import json
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.cluster.distribution import Unavailable, distribution, home
from benchmarks.cluster.node import HEAP, Node

PATIENCE = 180  # seconds until it is green
# Loopback is asked directly, whatever proxy is set.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Cluster:
    """`count` nodes on loopback from `port` on, with all they write below `folder`. What they hold
    stays when they stop."""

    def __init__(self, folder: Path, port: int, count: int, heap: str = HEAP) -> None:
        self.folder, self.port = folder, port
        ports = range(port, port + count)
        self.nodes = [Node(distribution(), folder / str(each), each, ports, heap) for each in ports]

    @property
    def address(self) -> str:
        """The address of the first node."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all nodes."""
        return tuple(f"http://127.0.0.1:{node.port}" for node in self.nodes)

    def start(self) -> None:
        """Start the nodes that do not run, and wait until all are there and green. Raises Unavailable:
        then none runs."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o755)
        for node in self.nodes:
            if node.pid is None:
                node.start()
        try:
            self.wait()
        except BaseException:
            self.stop()
            raise

    def wait(self, status: str = "green", patience: float = PATIENCE) -> None:
        """Until all nodes are there and the cluster has this status. Raises Unavailable."""
        until = time.monotonic() + patience
        wanted = f"/_cluster/health?wait_for_nodes={len(self.nodes)}&wait_for_status={status}&timeout=1s"
        while self.asked(wanted) is None:
            if dead := next((node for node in self.nodes if node.pid is None), None):
                raise Unavailable(f"the node on port {dead.port} has ended:\n{dead.last_words()}")
            if time.monotonic() > until:
                raise Unavailable(f"the cluster is not {status} after {patience} s; {self.folder} has its logs")
            time.sleep(0.5)

    def asked(self, path: str, method: str = "GET", body: object = None) -> Any:
        """What the first node that answers says, as JSON; None where none does, or it says no."""
        content = None if body is None else json.dumps(body).encode()
        for address in self.addresses:
            request = urllib.request.Request(
                address + path, content, {"Content-Type": "application/json"}, method=method
            )
            try:
                with _DIRECT.open(request, timeout=60) as answer:
                    return json.load(answer)
            except OSError:
                continue
        return None

    def stop(self) -> None:
        """End every node."""
        for node in self.nodes:
            node.stop()


def kept(port: int, count: int, heap: str = HEAP) -> Cluster:
    """The cluster that stays between runs, beside the server's files. Raises Unavailable."""
    return Cluster(home() / f"run-{port}-of-{count}", port, count, heap)


def all_kept(port: int) -> list[Cluster]:
    """Those from this port on that were ever started, of whatever size. Raises Unavailable."""
    counts = (int(folder.name.rpartition("-")[2]) for folder in home().glob(f"run-{port}-of-*"))
    return [kept(port, count) for count in sorted(counts)]


@contextmanager
def passing(folder: Path, port: int, count: int) -> Iterator[Cluster]:
    """A cluster that runs as long as it is used. Raises Unavailable."""
    cluster = Cluster(folder, port, count)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()
