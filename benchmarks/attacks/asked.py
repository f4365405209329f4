"""A site over a cluster, asked over HTTP while something is done to it; each answer is held against
that of the engine of this machine."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlencode

from corpus.intake.add import add
from corpus.store.folder import Store
from web.app import create_app

COMMAND = str(Path(sys.executable).with_name("xunzhang"))
SAMPLE = Path(__file__).parents[2] / "corpus" / "sample" / "pages"
ASKERS = 4
PATIENCE = 60  # seconds for one answer: past it there is none
QUESTIONS = (
    {"q": "“行政复议”"},
    {"q": "“优化营商环境”", "year": "2022"},
    {"q": "“的”"},
    {"q": "执法 -信访"},
    {"q": "行政 ~10 执法"},
    {"q": "“第*批”", "year": "2021"},  # of all years it stands in more sections than are read there
    {"q": "", "sort": "newest"},
)
Said = Mapping[str, Any]


def filled(data: Path, reports: int) -> None:
    """A store of so many reports: those of the sample, again and again, with other figures and ids, so
    that loading takes a while."""
    store, chance = Store(data), random.Random(16)
    list(add(store, [SAMPLE]))
    held = [report for report in store.reports() if report.sections]
    for number in range(reports - len(held)):
        pattern = held[number % len(held)]
        figure = str(chance.randrange(10**6))
        sections = tuple(replace(each, text=f"{each.text}其中第{figure}批。") for each in pattern.sections)
        store.save(replace(pattern, id=f"made{number:08}", url=None, sources=(f"file:///{number}",), sections=sections))


def address(question: Mapping[str, str]) -> str:
    """The address of a question."""
    return f"/api/search?{urlencode({**question, 'limit': 20})}"


def essence(answer: Said) -> Any:
    """What both engines have to say alike: all counts, and the hits where order is promised."""
    facets = {
        name: sorted((str(each["value"]), each["count"]) for each in values)
        for name, values in answer["facets"].items()
    }
    hits = [(hit["report"], hit["section"]) for hit in answer["hits"]]
    return json.loads(json.dumps([answer["total"], facets, hits if answer["query"]["text"][:1] in "“" else len(hits)]))


def told_by_this_machine(data: Path) -> dict[str, Any]:
    """What the embedded engine says to each question, by address."""
    subprocess.run([COMMAND, "build", "--data", data], check=True, capture_output=True)
    client = create_app(data).test_client()
    return {address(each): essence(client.get(address(each)).get_json()) for each in QUESTIONS}


class Site:
    """`xunzhang serve` with an environment, as long as it is used."""

    def __init__(self, data: Path, port: int, right: Mapping[str, Any], environment: Mapping[str, str]) -> None:
        self._root, self._right = f"http://127.0.0.1:{port}", right
        self._command = [COMMAND, "serve", "--port", str(port), "--processes", "1", "--data", str(data)]
        self._environment = {**os.environ, **environment}
        self.unclear: list[str] = []

    def __enter__(self) -> "Site":
        self._process = subprocess.Popen(
            self._command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not self._is_up():
            time.sleep(0.2)
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(60)

    def _is_up(self) -> bool:
        try:
            urllib.request.urlopen(f"{self._root}/openapi.json", timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def outcome(self, path: str) -> str:
        """What came of one question: right, wrong, 503 with a sentence, or something else."""
        try:
            with urllib.request.urlopen(self._root + path, timeout=PATIENCE) as answer:
                found = essence(json.load(answer))
        except urllib.error.HTTPError as error:
            return self._refused(error)
        except OSError as error:
            return type(error).__name__
        if found != self._right[path]:
            self.unclear.append(f"{path}: {found!r:.300} instead of {self._right[path]!r:.300}")
            return "wrong"
        return "right"

    def _refused(self, error: urllib.error.HTTPError) -> str:
        said = error.read().decode()
        try:
            clear = bool(json.loads(said)["error"]["message"])
        except (ValueError, KeyError, TypeError):
            clear = False
        if clear and error.code == 503:
            return "503"
        self.unclear.append(said[:300])
        return f"{error.code} {'clear' if clear else 'unclear'}"

    def each_once(self) -> Counter[str]:
        """Every question once."""
        return self._said(Counter(map(self.outcome, self._right)))

    def asked_for(self, seconds: float) -> Counter[str]:
        """Questions from several askers for so long."""
        tally, until = Counter[str](), time.monotonic() + seconds

        def ask(first: int) -> None:
            paths, number = list(self._right), first
            while time.monotonic() < until:
                tally[self.outcome(paths[number % len(paths)])] += 1
                number += 1

        askers = [threading.Thread(target=ask, args=(first,)) for first in range(ASKERS)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        return self._said(tally)

    def _said(self, tally: Counter[str]) -> Counter[str]:
        for each in self.unclear[:3]:
            print(f"    {each}", flush=True)
        self.unclear.clear()
        return tally
