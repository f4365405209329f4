"""A cluster on loopback, started and stopped.

    python -m benchmarks.cluster start [--nodes 3] [--port 9200] [--heap 512m]
    python -m benchmarks.cluster stop [--port 9200]

`start` returns when it is green and prints its address; the nodes go on. `stop` ends them by their
process ids; what they hold stays for the next start with as many nodes.
"""

import argparse
import sys

from benchmarks.cluster.distribution import Unavailable
from benchmarks.cluster.node import HEAP
from benchmarks.cluster.nodes import all_kept, kept


def main() -> None:
    """Do as asked; one sentence and status 1 where it cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=__doc__.splitlines()[0])
    parser.add_argument("do", choices=("start", "stop"))
    parser.add_argument("--nodes", type=int, default=3)
    parser.add_argument("--port", type=int, default=9200)
    parser.add_argument("--heap", default=HEAP, help="memory of each node's Java, beside what its files take")
    asked = parser.parse_args()
    try:
        start(asked.port, asked.nodes, asked.heap) if asked.do == "start" else stop(asked.port)
    except Unavailable as error:
        sys.exit(str(error))


def start(port: int, nodes: int, heap: str) -> None:
    """Start, wait, and say where it is."""
    cluster = kept(port, nodes, heap)
    print(f"{cluster.folder}: data, logs and output of the nodes", file=sys.stderr)
    cluster.start()
    print(cluster.address)


def stop(port: int) -> None:
    """End every node from this port on."""
    for cluster in all_kept(port):
        cluster.stop()


if __name__ == "__main__":
    main()
