"""A cluster behind nginx on loopback, which asks for a user and a password and speaks TLS: the small
distribution does neither.

The certificates are made here, by an authority that nobody else trusts; one may have expired.
"""

import datetime
import ipaddress
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from benchmarks.cluster.distribution import Unavailable

USER, PASSWORD = "xunzhang", "correct horse"
PATIENCE = 30  # seconds until it listens
_CONFIGURATION = """daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; client_max_body_size 100m;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxied; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} ssl; ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;
    auth_basic xunzhang; auth_basic_user_file {folder}/users;
    location / {{ proxy_pass {target}; proxy_set_header Authorization ""; proxy_read_timeout 120s; }}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it is, and who signed its certificate."""

    address: str
    authority: Path


@contextmanager
def proxied(target: str, folder: Path, *, expired: bool = False) -> Iterator[Proxy]:
    """nginx before a cluster as long as it is used. Raises Unavailable where there is no nginx."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        raise Unavailable("there is no nginx here")
    folder.mkdir(parents=True, exist_ok=True)
    _certify(folder, expired)
    (folder / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
    port = _free_port()
    (folder / "nginx.conf").write_text(_CONFIGURATION.format(folder=folder, port=port, target=target))
    process = subprocess.Popen([program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")])
    try:
        _wait(port, folder)
        yield Proxy(f"https://127.0.0.1:{port}", folder / "authority.pem")
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def _wait(port: int, folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Unavailable(f"nginx does not listen: {(folder / 'error.log').read_text()[-500:]}")


def _certify(folder: Path, expired: bool) -> None:
    """An authority, and a certificate for 127.0.0.1 that it signed: for a day, or until yesterday."""
    authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority of a test")])
    today = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    began, ends = (today - 3 * day, today - day) if expired else (today - day, today + day)
    root = _begun(authority, authority, authority_key, today - 4 * day, today + day)
    root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    own = _begun(name, authority, key, began, ends)
    own = own.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
    for made, file in ((root, "authority.pem"), (own, "server.pem")):
        signed = made.sign(authority_key, hashes.SHA256())
        (folder / file).write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "server.key").write_bytes(private)


def _begun(
    name: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    began: datetime.datetime,
    ends: datetime.datetime,
) -> x509.CertificateBuilder:
    made = x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(key.public_key())
    return made.serial_number(x509.random_serial_number()).not_valid_before(began).not_valid_after(ends)
