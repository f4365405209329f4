"""Nodes die, disks fill and credentials are wrong under a cluster of three that is loaded and asked.

    python -m benchmarks.attacks.nodes [--reports 600] [--port 9240] [--site 8133]

Every question goes to a real `xunzhang serve` over HTTP; its answer must be that of the embedded
engine over the same reports, or 503 with a sentence. Exit status 1 where anything was lost, counted
wrongly or said otherwise.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.attacks.asked import COMMAND, Site, filled, told_by_this_machine
from benchmarks.cluster.nodes import Cluster, passing
from benchmarks.cluster.proxy import PASSWORD, USER, proxied

ASKING = 20.0  # seconds of questions around a kill
HEALING = 600.0  # seconds until all nodes run again and agree, on a machine that is busy with other things
Outcome = tuple[str, bool]


class Attacked:
    """A cluster with a site before it, and what this machine says to the same questions."""

    def __init__(self, cluster: Cluster, data: Path, port: int) -> None:
        self.cluster, self.data = cluster, data
        self.environment = {
            "XUNZHANG_ENGINE": "opensearch",
            "XUNZHANG_OPENSEARCH": ",".join(cluster.addresses),
            "XUNZHANG_OPENSEARCH_SHARDS": "3",
            "XUNZHANG_OPENSEARCH_REPLICAS": "1",
        }
        self.right, self._port, self.seconds_of_loading = told_by_this_machine(data), port, 0.0

    def load(self) -> float:
        """Index everything for the first time; the seconds it took. Leaves where that fails."""
        began = time.monotonic()
        done = self.build("--fresh")
        if done.returncode:
            sys.exit(done.stderr)
        self.seconds_of_loading = time.monotonic() - began
        return self.seconds_of_loading

    def build(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Index on the cluster."""
        return subprocess.run(
            [COMMAND, "build", *arguments, "--data", self.data],
            env={**os.environ, **self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=900,
        )

    @contextmanager
    def site(self, **environment: str) -> Iterator[Site]:
        """The site over the cluster as long as it is asked."""
        with Site(self.data, self._port, self.right, {**self.environment, **environment}) as site:
            yield site

    def manager(self) -> int:
        """Which node manages the cluster."""
        name = self.cluster.asked("/_cat/cluster_manager?format=json")[0]["node"]
        return next(at for at, node in enumerate(self.cluster.nodes) if name == f"n{node.port}")

    def heal(self) -> None:
        """All nodes run again and the cluster is green."""
        for node in self.cluster.nodes:
            if node.pid is None:
                node.start()
        self.cluster.wait(patience=HEALING)


def whole(tally: Counter[str]) -> bool:
    """Were there right answers, and nothing else than right ones and clear refusals?"""
    return tally["right"] > 0 and set(tally) <= {"right", "503"}


def killed_while_loading(at: Attacked) -> Outcome:
    """A node dies while everything is sent; the build ends well, or says why not and changes
    nothing."""
    victim = at.cluster.nodes[(at.manager() + 1) % 3]
    timer = threading.Timer(at.seconds_of_loading / 2, victim.kill)
    timer.start()
    done = at.build("--fresh")
    timer.join()
    with at.site() as site:
        before = site.each_once()
    at.heal()
    with at.site() as site:
        after = site.each_once()
    said = f"build {done.returncode} {done.stderr.splitlines()[-1:]}; then {dict(before)}; healed {dict(after)}"
    return said, done.returncode == 0 and set(before) == {"right"} and set(after) == {"right"}


def asked_while(at: Attacked, kill: Callable[[], None]) -> Counter[str]:
    """Questions from four askers for a while, with a kill after a quarter of it."""
    with at.site() as site:
        site.each_once()  # what is read once is read before
        timer = threading.Timer(ASKING / 4, kill)
        timer.start()
        tally = site.asked_for(ASKING)
        timer.join()
    return tally


def manager_killed(at: Attacked) -> Outcome:
    """The node that manages the cluster dies while it is asked."""
    tally = asked_while(at, at.cluster.nodes[at.manager()].kill)
    with at.site() as site:
        after = site.each_once()
    at.heal()
    return f"{dict(tally)}; two nodes later {dict(after)}", whole(tally) and set(after) == {"right"}


def two_killed(at: Attacked) -> Outcome:
    """Two of three die: nothing is answered by the one that is left."""

    def kill() -> None:
        for node in at.cluster.nodes[1:]:
            node.kill()

    tally = asked_while(at, kill)
    with at.site() as site:
        alone = site.each_once()
    at.heal()
    with at.site() as site:
        after = site.each_once()
    said = f"{dict(tally)}; one left {dict(alone)}; healed {dict(after)}"
    return said, whole(tally) and set(alone) == {"503"} and set(after) == {"right"}


def disk_full(at: Attacked) -> Outcome:
    """Every disk is past its last watermark: nothing is written, what is held still answers."""
    levels = dict.fromkeys(("low", "high", "flood_stage"), "1%")
    _settings(at.cluster, {"threshold_enabled": True, **{f"watermark.{name}": to for name, to in levels.items()}})
    with at.site() as site:
        _wait(lambda: "read_only_allow_delete" in str(at.cluster.asked("/_all/_settings")))
        failed = at.build("--fresh")
        held = site.each_once()
        _settings(at.cluster, {f"watermark.{name}": None for name in levels})
        _wait(lambda: "read_only_allow_delete" not in str(at.cluster.asked("/_all/_settings")))
        _wait(lambda: "create_index" not in str(at.cluster.asked("/_cluster/settings")))
        _settings(at.cluster, {"threshold_enabled": None})  # not before: who does not look lifts no block
        again = at.build("--fresh")
        after = site.each_once()
    said = f"build {failed.returncode} {failed.stderr.strip()[-160:]!r}; held {dict(held)}; freed {again.returncode} {dict(after)}"
    clear = failed.returncode == 1 and "磁盘" in failed.stderr
    return said, clear and set(held) == {"right"} and again.returncode == 0 and set(after) == {"right"}


def _settings(cluster: Cluster, values: dict[str, object]) -> None:
    transient = {f"cluster.routing.allocation.disk.{name}": value for name, value in values.items()}
    cluster.asked("/_cluster/settings", "PUT", {"transient": {**transient, "cluster.info.update.interval": "10s"}})


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not until() and time.monotonic() < end:
        time.sleep(1)


def red(at: Attacked) -> Outcome:
    """An index without replicas loses a shard: questions and builds are refused until it is back."""
    other = {"XUNZHANG_OPENSEARCH_INDEX": "single", "XUNZHANG_OPENSEARCH_REPLICAS": "0"}
    at.build(**other)
    with at.site(**other) as site:
        before = site.each_once()
        at.cluster.nodes[(at.manager() + 1) % 3].kill()
        _wait(lambda: (at.cluster.asked("/_cluster/health") or {}).get("status") == "red")
        without, build = site.each_once(), at.build("--fresh", **other)
        at.heal()
        after = site.each_once()
    said = f"{dict(before)}; red {dict(without)}, build {build.returncode} {build.stderr.strip()[-120:]!r}; healed {dict(after)}"
    return said, set(before) == {"right"} == set(after) and set(without) <= {"503"}


def credentials(at: Attacked) -> Outcome:
    """Behind TLS and a password: right ones answer; wrong ones, none, an unknown authority and an
    expired certificate are refused."""
    folder, found = Path(tempfile.mkdtemp(prefix="nodes-")), dict[str, dict[str, int]]()
    for expired in (False, True):
        with proxied(at.cluster.address, folder / str(expired), expired=expired) as proxy:
            name = {"XUNZHANG_OPENSEARCH": proxy.address}
            known = {**name, "XUNZHANG_OPENSEARCH_CA": str(proxy.authority)}
            user = {"XUNZHANG_OPENSEARCH_USER": USER, "XUNZHANG_OPENSEARCH_PASSWORD": PASSWORD}
            kinds = {"expired": {**known, **user}}
            if not expired:
                wrong = {**user, "XUNZHANG_OPENSEARCH_PASSWORD": "guessed"}
                kinds = {"right": {**known, **user}, "wrong password": {**known, **wrong}}
                kinds |= {"no password": known, "unknown authority": {**name, **user}}
            for kind, environment in kinds.items():
                with at.site(**environment) as site:
                    found[kind] = dict(site.each_once())
    shutil.rmtree(folder)
    return str(found), all(set(tally) == ({"right"} if kind == "right" else {"503"}) for kind, tally in found.items())


ATTACKS = (killed_while_loading, manager_killed, two_killed, disk_full, red, credentials)


def main() -> None:
    """Attack, tell, leave with a status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=600)
    parser.add_argument("--port", type=int, default=9240)
    parser.add_argument("--site", type=int, default=8133)
    parser.add_argument("--only", choices=[attack.__name__ for attack in ATTACKS], nargs="*")
    asked = parser.parse_args()
    # Two, for the one of the nodes is opened to their user.
    data, nodes, bad = *(Path(tempfile.mkdtemp(prefix="attack-")) for _ in range(2)), 0
    try:
        filled(data, asked.reports)
        with passing(nodes, asked.port, 3) as cluster:
            at = Attacked(cluster, data, asked.site)
            print(f"loaded in {at.load():.0f} s", flush=True)
            for attack in ATTACKS:
                if not asked.only or attack.__name__ in asked.only:
                    said, good = attack(at)
                    bad += not good
                    print(f"{'held' if good else 'BROKEN'}  {attack.__name__}: {said}", flush=True)
    finally:
        for folder in (data, nodes):
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
