"""The site as one process: it says where it is, answers, and says so when its port is taken."""

import json
import signal
import socket
import subprocess
import sys
import urllib.request

from click.testing import CliRunner
from site_corpus import site

from web.command import main


def test_serve(tmp_path):
    site(tmp_path)
    command = [
        sys.executable,
        "-c",
        "from web.command import main; main()",
        "serve",
        "--port",
        "0",
        "--data",
        str(tmp_path),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        address = process.stdout.readline().split()[1]
        with urllib.request.urlopen(f"{address}healthz") as answer:
            assert json.load(answer)["status"] == "ok"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors


def test_a_port_that_is_taken(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = CliRunner().invoke(main, ["serve", "--port", str(taken.getsockname()[1]), "--data", str(tmp_path)])
    assert answer.exit_code == 1
    assert "已被占用" in answer.stderr
