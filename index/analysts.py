"""Reports made into documents by several processes: analysis is half of the work of a build.

Each process is a Python of its own that reads pickled reports and writes pickled documents.
`multiprocessing` was rejected: forked processes inherit the lock of the index and outlive a killed
build, and spawned ones run the caller's main program again.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Generic, TypeVar

from corpus.process import python_for
from corpus.records import Report
from index.disk.document import documents

# A batch holds about so many characters; starting the processes pays from so many reports on.
BATCH_CHARACTERS = 200_000
WORTH_STARTING = 100

Stamped = tuple[Report, str]
# A report's id and its documents.
Made = tuple[str, list[dict[str, Any]]]
Task = TypeVar("Task")
Done = TypeVar("Done")


def cores() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(reports: Iterable[Stamped]) -> Iterator[list[Stamped]]:
    """The reports in order, in lists of about BATCH_CHARACTERS."""
    batch: list[Stamped] = []
    size = 0
    for report, stamp in reports:
        batch.append((report, stamp))
        size += sum(len(section.text) for section in report.sections)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def all_documents(reports: Iterable[Stamped], count: int) -> Iterator[Made]:
    """The documents of each report, in order; by several processes if there are many reports
    (`count` of them)."""
    if count < WORTH_STARTING or cores() < 2:
        yield from map(_made, reports)
        return
    with Analysts[list[Stamped], list[Made]](cores(), __name__) as analysts:
        yield from chain.from_iterable(analysts.work(batches(reports)))


def _made(reading: Stamped) -> Made:
    report, stamp = reading
    return report.id, list(documents(report, stamp))


class Analysts(Generic[Task, Done]):
    """Processes that run `main` of a module, which answers tasks with `serve`. They end with the
    program that started them, however it ends."""

    def __init__(self, count: int, module: str) -> None:
        command = python_for(module)
        self._processes = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(count)
        ]
        self._free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        for process in self._processes:
            self._free.put(process)
        self._threads = ThreadPoolExecutor(count)

    def __enter__(self) -> Analysts[Task, Done]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            for process in self._processes:
                process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.communicate()

    def work(self, many: Iterable[Task]) -> Iterator[Done]:
        """What is made of each task, in order; a few tasks ahead are in work."""
        waiting: deque[Future[Done]] = deque()
        for batch in many:
            waiting.append(self._threads.submit(self._ask, batch))
            if len(waiting) > 2 * len(self._processes):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _ask(self, task: Task) -> Done:
        process = self._free.get()
        try:
            answer: Done | BaseException = _exchange(process, task)
        finally:
            self._free.put(process)
        if isinstance(answer, BaseException):
            raise answer
        return answer


def _exchange(process: subprocess.Popen[bytes], task: object) -> Any:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("both ends are pipes")
    pickle.dump(task, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
    return pickle.load(process.stdout)


def main() -> None:
    """What one process does: documents for reports."""
    serve(lambda batch: list(map(_made, batch)))


def serve(made: Callable[[Any], object]) -> None:
    """Answer tasks until there are no more, or nobody is left to take the answers; what is raised
    is an answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that is interrupted ends this one
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that prints may get between the answers
    while True:
        try:
            task = pickle.load(sys.stdin.buffer)
            pickle.dump(_answer(made, task), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            os._exit(0)  # closing what nobody reads would fail once more


def _answer(made: Callable[[Any], object], task: object) -> object:
    try:
        return made(task)
    except Exception as error:
        return error
