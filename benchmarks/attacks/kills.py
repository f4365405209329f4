"""`kill -9` at random points of every command that writes; then the command again, and what is held
compared with an undisturbed run.

    python -m benchmarks.attacks.kills --tries 150 [--seed 1]

Exit status 1 where something committed was lost, a rerun ended elsewhere, or something was left
lying about.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from corpus.store.folder import Store
from search.embedded import Embedded
from search.request import Request

COMMAND = Path(sys.executable).with_name("xunzhang")
SAMPLE = Path(__file__).parents[2] / "corpus" / "sample" / "pages"
QUESTIONS = ("行政复议", "“优化营商环境”", "执法 -信访", "")
# Names that differ from run to run: generations, segments, the time a page came.
_CHANGING = re.compile(r"index/\d+/.*|.*\.lock|index/LOCK|index/\d+")
State = dict[str, Any]


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def site(folder: Path) -> str:
    """The address of a loopback site over a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/index.html"


def run(data: Path, *arguments: str, kill_after: float | None = None) -> float:
    """Run the command, to its end or for so many seconds; the seconds it ran. All its processes are
    killed with it."""
    began = time.monotonic()
    process = subprocess.Popen(
        [COMMAND, *arguments, "--data", data],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(kill_after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return time.monotonic() - began


def state(data: Path) -> State:
    """What is held, found and lying about."""
    store = Store(data)
    records = [*store.reports(), *store.refused()]
    files = (str(path.relative_to(data)) for path in data.rglob("*") if path.is_file())
    return {
        "records": [json.dumps(record.to_dict(), ensure_ascii=False, sort_keys=True) for record in records],
        "pages": {
            name: Counter((p.address, p.body) for p in store.pages.versions(name)) for name in store.pages.reports()
        },
        "sources": {name: [(e.address, e.sha256) for e in store.ledger.of(name)] for name in store.ids()},
        "removed": store.removed(),
        "corrections": set(store.corrections.all()),
        "answers": answers(data),
        "files": sorted(name for name in files if not _CHANGING.fullmatch(name)),
        "generations": len([path for path in (data / "index").glob("*") if path.is_dir()]) <= 2,
    }


def answers(data: Path) -> list[Any]:
    """What the index answers."""
    engine = Embedded(data / "index")
    found = [engine.search(Request(q=question)) for question in QUESTIONS]
    return [(answer.total, [(hit.report, hit.section, hit.snippet.text) for hit in answer.hits]) for answer in found]


class Attack:
    """One kind of command over a data folder made for it: what ran before, what is killed, what
    runs again."""

    def __init__(self, name: str, prepare: list[list[str]], killed: list[str]) -> None:
        self.name, self.killed = name, killed
        self._base = Path(tempfile.mkdtemp(prefix="kills-"))
        for arguments in prepare:
            run(self._base, *arguments)
        plain = self._copy()
        self.seconds = run(plain, *killed)
        self.wanted = self._finished(plain)

    def _copy(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="kills-")) / "data"
        shutil.copytree(self._base, folder)
        return folder

    def _finished(self, data: Path) -> State:
        run(data, *self.killed)
        run(data, "build")
        found = state(data)
        shutil.rmtree(data.parent)
        return found

    def tried(self, chance: random.Random) -> list[str]:
        """Kill once or twice, run again; the names of what is not as in the undisturbed run."""
        data = self._copy()
        for _ in range(chance.choice((1, 1, 2))):
            run(data, *self.killed, kill_after=chance.uniform(0.05, 1.05) * self.seconds)
        if not json_whole(data):
            return ["a record is torn"]
        found = self._finished(data)
        return [name for name in self.wanted if found[name] != self.wanted[name]]


def json_whole(data: Path) -> bool:
    """Can every record be read at any moment?"""
    damaged: list[object] = []
    for records in (Store(data).reports, Store(data).refused):
        Counter(record.id for record in records(damaged.append))
    return not damaged


def attacks(pages: Path) -> list[Attack]:
    """Every command that writes."""
    half = sorted(SAMPLE.glob("*.html"))[:12]
    whole: list[list[str]] = [["add", str(SAMPLE)], ["build"]]
    scratch = Path(tempfile.mkdtemp(prefix="kills-"))
    for arguments in whole:
        run(scratch, *arguments)
    name = Store(scratch).ids()[0]
    address = site(pages)
    crawl = ["crawl", address, "--allow-loopback", "--delay", "0", "--depth", "1"]
    return [
        Attack("add", [["add", *map(str, half)], ["build"]], ["add", str(SAMPLE)]),
        Attack("build", whole[:1], ["build"]),
        Attack("build --fresh", whole, ["build", "--fresh"]),
        Attack("correct", whole, ["correct", name, "year=2001"]),
        Attack("remove", whole, ["remove", name]),
        Attack("clean --stored", [*whole, ["correct", name, "year=2002"]], ["clean", "--stored"]),
        Attack("crawl", [["add", *map(str, half[:2])], ["build"]], crawl),
    ]


def linked() -> Path:
    """A folder of pages with a list of links to them."""
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    names = [path.name for path in sorted(SAMPLE.glob("*.html"))[:10]]
    for name in names:
        shutil.copyfile(SAMPLE / name, folder / name)
    (folder / "index.html").write_text("".join(f"<a href='{name}'>法治政府建设年度报告</a>" for name in names))
    return folder


def main() -> None:
    """Try, count, leave with a status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tries", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance, every, tried, bad = random.Random(asked.seed), attacks(linked()), Counter[str](), 0
    for number in range(asked.tries):
        attack = every[number % len(every)]
        tried[attack.name] += 1
        if wrong := attack.tried(chance):
            bad += 1
            print(f"{attack.name}: other than undisturbed: {', '.join(wrong)}", flush=True)
    print(", ".join(f"{name} {count}" for name, count in tried.items()), f"{bad} ended otherwise", sep="; ", flush=True)
    os._exit(bool(bad))


if __name__ == "__main__":
    main()
