"""A draft: what is told of it, what is refused, and that nothing of it stays anywhere."""

import gc
import io
import json
import logging
import os
import random
import re
import sys
import tempfile
import zipfile
from html import unescape
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from material.loopback import served
from material.shared_site import FIGURES, FORMULA, OWN, RARE, shared_site

from search.embedded import Embedded
from web.kept import EXTENSION


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    shared_site(folder)
    return folder


@pytest.fixture
def app(data):
    from web.app import create_app

    return create_app(data)


@pytest.fixture
def client(app):
    return app.test_client()


def word(*lines, weight=0):
    """A Word file; `weight`: bytes that no packing makes less."""
    docx = pytest.importorskip("docx", reason="the extra `files` is not installed")
    document, file = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(file)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/media/weight.bin", random.Random(1).randbytes(weight))
    return file.getvalue()


def drafted(client, text="", **more):
    return client.post("/draft", data={"text": text, **more}, content_type="multipart/form-data")


DRAFT = f"我区{FORMULA}，{FIGURES.replace('受理', '收到')}。\n{RARE}。全是新话没有人写过一个字。"


def test_what_is_told(client):
    page = drafted(client, DRAFT)
    assert page.status_code == 200
    assert re.findall(r'<span class="formula">([^<]*)</span>', page.text)[1] == FORMULA + "，"
    assert f'<span class="shared">{RARE}。</span>' in page.text
    assert FIGURES in page.text  # what comes nearest
    assert DRAFT in unescape(page.text)  # to go on with
    assert "与本主体往年" not in page.text


def test_every_new_sentence_is_listed(client):
    page = drafted(client, DRAFT)
    near, unlike = page.text.split("和收录里最像的")[1].split("收录里没有相近的")
    assert FIGURES.replace("受理", "收到") in near
    assert "全是新话没有人写过一个字" in unlike.split("</section>")[0]
    assert '新写的 <span class="count">2</span>' in page.text


def test_what_the_issuer_wrote_itself_is_not_new(client):
    assert "新写的" in drafted(client, f"{OWN}。这一句是今年才有的新话一句").text
    assert "新写的" not in drafted(client, f"{OWN}。", issuer="甲区").text


def test_the_issuer_is_told_apart(client):
    page = drafted(client, f"{OWN}。{FORMULA}", issuer=" 甲区 ")
    assert "与本主体往年 2 份报告相同" in page.text
    assert f'<span class="shared">{OWN}' not in page.text


def test_figures_stand_beside_those_of_the_last_report(client):
    page = drafted(client, f"{FIGURES.replace('37', '52')}。", issuer="乙1区")
    table = page.text[page.text.index('id="figures"') :]
    cells = re.findall(r"<t[hd][^>]*>(?:<a[^>]*>)?([^<]*)<", table[: table.index("</table>")])
    assert cells[5:9] == ["全年共受理行政复议申请", "2件", "52件", "+50"]
    assert '+50<span lang="zh-Hans">件</span>' in table
    assert 'id="figures"' not in drafted(client, f"{FIGURES}。").text


@pytest.mark.parametrize("text", ["", " \n\t", "\0"])
def test_no_text_is_said(client, text):
    page = drafted(client, text)
    assert page.status_code == 400
    assert "没有文字；请粘贴稿子" in page.text


@pytest.mark.parametrize("lang", ["", "?lang=en"])
def test_the_form_keeps_what_cannot_be_told(client, lang):
    page = client.post("/draft" + lang, data={"text": "法" * 20_001, "issuer": ""})
    assert page.status_code == 413
    assert ("太长了" if not lang else "too many") in page.text
    assert "法" * 20_001 in page.text
    unknown = client.post("/draft" + lang, data={"text": FORMULA, "issuer": "火星区"})
    assert unknown.status_code == 400
    assert FORMULA in unknown.text
    assert "火星区" in unknown.text


def test_line_breaks_of_a_form_are_one_character(client):
    assert drafted(client, ("法" * 99 + "\r\n") * 200).status_code == 200


def test_a_word_file(client):
    page = drafted(client, file=(io.BytesIO(word(f"我区{FORMULA}。", "一、概况", RARE)), "稿.docx"))
    assert page.status_code == 200
    assert f'<span class="formula">{FORMULA}' in page.text


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 400, "没有文字"),
        (b"plain", 400, "不是 Word 文件"),
        (b"%PDF-1.7", 400, "不是 Word 文件"),
        (b"PK\x03\x04 and nothing", 400, "请"),
        (b"PK\x03\x04" + bytes(1_000_001), 413, "超过 1000 KB"),
    ],
)
def test_files_that_are_no_drafts(client, body, status, said):
    page = drafted(client, file=(io.BytesIO(body), "x.docx" if body else ""))
    assert page.status_code == status
    assert said in page.text


def test_another_site_may_not_send(client):
    assert client.post("/draft", data={"text": DRAFT}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/draft", data={"text": DRAFT}, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


@pytest.mark.parametrize("address", ["/draft", "/api/passages"])
def test_answers_are_not_kept(client, address):
    body = {"json": {"text": DRAFT}} if address != "/draft" else {"data": {"text": DRAFT}}
    answer = client.post(address, **body)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    assert "Location" not in answer.headers


# No trace


def secret(number):
    """Sentences that stand nowhere, made anew so that this file holds none of them; each lies beside
    words that are held, so that everything is asked about it."""
    chance = random.Random(number)
    marks = "".join(chr(chance.randrange(0x6000, 0x8000)) for _ in range(14))
    return marks, f"{FORMULA}，{marks}。{FIGURES.replace('复议', marks)}。\n{marks}{RARE}{marks}"


def ways(text, weight=0):
    """Every way in which a draft is sent: path, body, kind of body."""
    edge = "x" * 20
    head = f'--{edge}\r\nContent-Disposition: form-data; name="text"\r\n\r\n'.encode()
    file = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'.encode()
    issuer = f'\r\n--{edge}\r\nContent-Disposition: form-data; name="issuer"\r\n\r\n甲区'.encode()
    end, kind = f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"
    escaped = text.encode("ascii", "backslashreplace").decode().replace("\n", "\\n")
    return [
        ("/draft", head + text.encode() + end, kind),
        ("/draft", b"text=" + quote(text).encode(), "application/x-www-form-urlencoded"),
        ("/draft", file + word(text, weight=weight) + end, kind),
        ("/draft", head + text.encode() + issuer + end, kind),
        ("/draft", head + (text * 500)[:20_000].encode() + end, kind),
        ("/draft", head + (text * 2_000).encode()[:900_000] + end, kind),
        ("/draft", head + (text * 9_000).encode() + end, kind),
        ("/api/passages", f'{{"text": "{escaped}"}}'.encode(), "application/json"),
        ("/api/passages", json.dumps({"text": (text * 500)[:20_000]}).encode(), "application/json"),
        ("/api/passages", f'{{"text": "{escaped}'.encode(), "application/json"),
        ("/api/passages", f'{{"text": "{escaped}", "report": "{escaped}"}}'.encode(), "application/json"),
    ]


def written(text):
    """A text as it may lie in a file or a log."""
    escaped = text.encode("ascii", "backslashreplace")
    return [text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le"), escaped, quote(text).encode()]


def everything_in(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


OPENED = []


def watching(event, given):
    """Remembers what is opened to be written."""
    if event == "open" and OPENED and OPENED[0] is None:
        path, mode, flags = given
        if flags & (os.O_WRONLY | os.O_RDWR) or any(sign in (mode or "") for sign in "wax+"):
            OPENED.append(path)


sys.addaudithook(watching)


@pytest.fixture
def writes():
    """What is opened to be written meanwhile."""
    OPENED[:] = [None]
    yield OPENED
    OPENED.clear()


def sent(root, path, body, kind):
    request = Request(root + path, body, {"Content-Type": kind, "Accept-Encoding": "identity"})
    try:
        with urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except OSError as error:
        return error.code, error.read().decode(), dict(error.headers)


def test_a_draft_leaves_no_trace(data, tmp_path, monkeypatch, caplog, capfd, writes):
    """Sent over HTTP to the server as it runs: data folder, temporary files, log, what is printed,
    addresses and headers."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    marks, text = secret(1)
    statuses, writes[:] = [], [None]  # what captures the log has opened files of its own
    with served(data) as root:
        for path, body, kind in ways(text, weight=700_000):
            status, page, headers = sent(root, path, body, kind)
            statuses.append(status)
            addresses = " ".join(
                re.findall(r'(?:href|action|src)="([^"]*)"', page) + re.findall(r'rl": "([^"]*)"', page)
            )
            for trace in written(marks):
                assert trace not in unescape(addresses).encode()
                assert trace not in repr(headers).encode()
    assert statuses == [200, 200, 200, 200, 200, 413, 413, 200, 200, 400, 400]
    assert writes == [None]
    out, err = capfd.readouterr()
    logged = "\n".join([caplog.text, *(repr(record.args) for record in caplog.records), out, err]).encode()
    for trace in written(marks):
        assert trace not in logged
        assert trace not in everything_in(data)
        assert trace not in everything_in(tmp_path)


def test_a_fault_is_logged_without_a_word_of_the_draft(client, monkeypatch, caplog):
    marks, text = secret(2)

    def fails(_, asked):
        raise RuntimeError(f"cannot do {asked.text!r}")

    monkeypatch.setattr(Embedded, "passages", fails)
    for path, body, kind in ways(text):
        answer = client.post(path, data=body, content_type=kind)
        assert answer.status_code in (400, 413, 500)
    assert "RuntimeError < test_draft.py" in caplog.text
    assert marks not in caplog.text + "".join(repr(record.exc_info) for record in caplog.records)


def test_nothing_is_remembered(app):
    """No list, table or cache of the process holds a word of it afterwards."""
    marks, text = secret(3)
    for path, body, kind in ways(text):
        app.test_client().post(path, data=body, content_type=kind)
    assert marks not in repr(app.extensions.get(EXTENSION, ""))
    del body, text
    gc.collect()
    holding = [each for each in gc.get_objects() if isinstance(each, dict | list | tuple | set)]
    found = [each for each in holding if len(each) < 100_000 and any(_has(part, marks) for part in _parts(each))]
    assert [each for each in found if each is not holding] == []


def _parts(each):
    try:
        return [*each, *each.values()] if isinstance(each, dict) else [*each]
    except RuntimeError:
        return []


def _has(part, marks):
    if isinstance(part, str):
        return marks in part and part is not marks
    return isinstance(part, bytes) and any(trace in part for trace in written(marks)[:1])
