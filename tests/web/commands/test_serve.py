"""The site in its processes: it says where it is, answers, and says so when its port is taken."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from material.site_corpus import site

from web.command import main

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def interruptible():
    """Where the tests run in the background SIGINT is ignored, by all that they start as well."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def started(data, *more):
    code = "from web.command import main; main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--data", str(data), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answers(address):
    with urllib.request.urlopen(f"{address}healthz") as answer:
        return json.load(answer)["status"] == "ok"


@pytest.mark.parametrize("processes", ["1", "3"])
def test_serve(tmp_path, processes):
    site(tmp_path)
    with started(tmp_path, "--processes", processes) as process:
        address = process.stdout.readline().split()[1]
        assert all(answers(address) for _ in range(9))
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors


def children_of(process, without=()):
    """The two processes that serve, none of them among `without`, as soon as they are there."""
    for _ in range(200):
        found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        if len(found) == 2 and not set(without) & set(found):
            return found
        time.sleep(0.05)
    process.kill()  # or leaving the test would wait for it
    raise AssertionError(f"the processes that serve are {found}")


IN_PROC = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="children are looked for in /proc")


@IN_PROC
def test_a_process_that_dies_is_started_again(tmp_path):
    site(tmp_path)
    with started(tmp_path, "--processes", "2") as process:
        address = process.stdout.readline().split()[1]
        first, second = children_of(process)
        os.kill(int(first), signal.SIGKILL)
        assert second in children_of(process, without=[first])
        assert all(answers(address) for _ in range(6))
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert "重新启动" in errors
    assert "Traceback" not in errors


@IN_PROC
def test_no_process_outlives_the_first(tmp_path):
    site(tmp_path)
    with started(tmp_path, "--processes", "2") as process:
        address = process.stdout.readline().split()[1]
        assert answers(address)
        child, _ = children_of(process)
        process.kill()
        process.communicate(timeout=20)
    for _ in range(100):
        state = Path(f"/proc/{child}/status")
        if not state.exists() or "\nState:\tZ" in state.read_text():
            break
        time.sleep(0.05)
    else:
        pytest.fail("the other process goes on")


def test_a_port_that_is_taken(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = CliRunner().invoke(main, ["serve", "--port", str(taken.getsockname()[1]), "--data", str(tmp_path)])
    assert answer.exit_code == 1
    assert "已被占用" in answer.stderr
