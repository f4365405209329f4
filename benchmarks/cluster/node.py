"""One node: a process of Java with folders of its own, run by a user without rights."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from benchmarks.cluster.java import java

NOBODY = 65534
HEAP = "512m"
TRANSPORT = 100  # a node speaks to the others on its port and so many
ENDING = 20  # seconds that a node has to end by itself
_FLAGS = (
    "-XX:+UseG1GC",
    "-Xss1m",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
    "-Djna.nosys=true",
    "-Dio.netty.noUnsafe=true",
    "-Dio.netty.noKeySetOptimization=true",
    "-Dio.netty.recycler.maxCapacityPerThread=0",
    "-Dio.netty.allocator.numDirectArenas=0",
    "-Dlog4j.shutdownHookEnabled=false",
    "-Dlog4j2.disable.jmx=true",
    "-Djava.locale.providers=SPI,COMPAT",
    "-Djava.security.manager=allow",
    "-Dopensearch.distribution.type=zip",
)


class Node:
    """The node on `port` of those on `ports`; its folder holds config, data, logs, what it printed
    (`out`) and its process id (`pid`). `heap`: Java's, such as `4g`."""

    def __init__(self, distribution: Path, folder: Path, port: int, ports: Sequence[int], heap: str = HEAP) -> None:
        self.folder, self.port, self._heap = folder, port, heap
        self._distribution, self._ports = distribution, tuple(ports)
        self._started: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, also again after it died: its data is still there. Raises Unavailable."""
        self._lay_out()
        with (self.folder / "out").open("wb") as out:
            self._started = subprocess.Popen(
                [
                    java(),
                    f"-Xms{self._heap}",
                    f"-Xmx{self._heap}",
                    *_FLAGS,
                    *self._own_flags(),
                    "org.opensearch.bootstrap.OpenSearch",
                ],
                cwd=self.folder,
                env={key: value for key, value in os.environ.items() if not key.startswith("OPENSEARCH_")},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that Ctrl+C in the terminal that started it does not end it
                **_without_rights(),
            )
        (self.folder / "pid").write_text(str(self._started.pid))

    def _own_flags(self) -> list[str]:
        """Java is called itself, for bin/opensearch starts three more and its process id is not Java's."""
        paths = {
            "jna.tmpdir": self.folder / "tmp",
            "java.io.tmpdir": self.folder / "tmp",
            "opensearch.path.home": self._distribution,
            "opensearch.path.conf": self.folder / "config",
        }
        return [*(f"-D{name}={path}" for name, path in paths.items()), "-cp", f"{self._distribution}/lib/*"]

    def _lay_out(self) -> None:
        for name in ("config", "data", "logs", "tmp"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        shutil.copy(self._distribution / "config" / "log4j2.properties", self.folder / "config")
        (self.folder / "config" / "opensearch.yml").write_text(self._settings(), encoding="utf8")
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)

    def _settings(self) -> str:
        seeds = ", ".join(f'"127.0.0.1:{port + TRANSPORT}"' for port in self._ports)
        return (
            f"cluster.name: xunzhang-{self._ports[0]}\n"
            f"node.name: n{self.port}\n"
            f"path.data: {self.folder}/data\n"
            f"path.logs: {self.folder}/logs\n"
            "network.host: 127.0.0.1\n"
            f"http.port: {self.port}\n"
            f"transport.port: {self.port + TRANSPORT}\n"
            f"discovery.seed_hosts: [{seeds}]\n"
            f"cluster.initial_cluster_manager_nodes: [{', '.join(f'n{port}' for port in self._ports)}]\n"
            # Of a disk that is nearly full for other reasons nothing is to be said here.
            "cluster.routing.allocation.disk.threshold_enabled: false\n"
        )

    @property
    def pid(self) -> int | None:
        """The process id while it runs, else None: a number that another process has by now is none of
        ours."""
        if self._started:
            self._started.poll()
        with contextlib.suppress(OSError, ValueError):
            pid = int((self.folder / "pid").read_text())
            if str(self.folder) in _command(pid):
                return pid
        return None

    def kill(self) -> None:
        """Kill it as a power cut would; its data stays."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self._signal(signal.SIGTERM)
        self.kill()
        (self.folder / "pid").unlink(missing_ok=True)

    def _signal(self, number: signal.Signals) -> None:
        pid = self.pid
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
            until = time.monotonic() + ENDING
            while self.pid and time.monotonic() < until:
                time.sleep(0.1)

    def last_words(self) -> str:
        """The end of what it printed."""
        return "\n".join((self.folder / "out").read_text(encoding="utf8", errors="replace").splitlines()[-20:])


class _Rights(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def _without_rights() -> _Rights:
    """Whom it runs as: the server refuses root, and needs no rights at all."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def _command(pid: int) -> str:
    """The command line of a process, empty where there is none or it has ended."""
    found = subprocess.run(["ps", "-ww", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True).stdout
    return "" if found.startswith("Z") else found
