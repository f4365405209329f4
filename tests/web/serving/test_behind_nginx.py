"""The example of docs/PROXY.md, in nginx, on loopback."""

import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from http.client import HTTPConnection
from pathlib import Path

import pytest
from material.site_corpus import site

from web.app import create_app
from web.serving.server import Server

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(NGINX is None, reason="nginx is not installed")]
EXAMPLE = Path(__file__).parents[3] / "docs" / "PROXY.md"
AROUND = """daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}
http {{ access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e; server {{ listen 127.0.0.1:{port}; {location} }} }}
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def example(port):
    lines = [line for line in EXAMPLE.read_text(encoding="utf8").splitlines() if line.startswith("    ")]
    at = next(place for place, line in enumerate(lines) if "location" in line)
    return "\n".join(lines[at:]).replace("127.0.0.1:8000", f"127.0.0.1:{port}")


@pytest.fixture
def address(tmp_path):
    site(tmp_path / "data")
    app = create_app(tmp_path / "data", address="https://reports.example")
    server = Server(app, [socket.create_server(("127.0.0.1", 0))], "127.0.0.1")
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    port, written = free_port(), tmp_path / "nginx.conf"
    written.write_text(AROUND.format(folder=tmp_path, port=port, location=example(server.effective_port)))
    with subprocess.Popen([NGINX, "-c", written, "-p", tmp_path], stderr=subprocess.DEVNULL) as nginx:
        try:
            yield ready(f"http://127.0.0.1:{port}")
        finally:
            nginx.terminate()
            nginx.wait(10)
            server.end()
            thread.join(15)


def ready(address):
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return address
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nginx did not start")


@pytest.mark.parametrize(("host", "status"), [("reports.example", 200), ("localhost", 200), ("evil.example", 400)])
def test_the_site_behind_nginx(address, host, status):
    connection = HTTPConnection(address.removeprefix("http://"), timeout=10)
    connection.request("GET", "/search.csv?q=%E5%AE%A1%E8%AE%A1", headers={"Host": host})
    answer = connection.getresponse()
    assert answer.status == status
    assert ("https://reports.example/" in answer.read().decode()) == (status == 200)
    connection.close()
