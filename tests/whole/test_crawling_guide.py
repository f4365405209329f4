"""The examples of docs/CRAWLING.md that run a crawl every night work as they stand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from material.checkout import ROOT
from material.pages_written import html_page
from material.site_served import linking, serve

pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")

GUIDE = (ROOT / "docs" / "CRAWLING.md").read_text(encoding="utf8")
CRON = re.search(r"^    \S+ \S+ \* \* \*  (cd .*)$", GUIDE, re.MULTILINE)[1]
UNIT = dict(re.findall(r"^    (ExecStart|ExecStartPost|WorkingDirectory)=(.*)$", GUIDE, re.MULTILINE))
SYSTEMD = f"cd {UNIT['WorkingDirectory']} && {{ {UNIT['ExecStart']}; {UNIT['ExecStartPost']}; }}"


@pytest.fixture
def served(tmp_path):
    """A folder as the examples expect it, with the table of the guide; its sites are on loopback."""
    command = shutil.which("xunzhang", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("the command is not installed")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "xunzhang").symlink_to(command)
    table = "\n".join(
        re.findall(r"^    (名称,网址,省份|.*songtang\.example.*|.*qingshi\.example.*)$", GUIDE, re.MULTILINE)
    )
    pages = {"/": linking("/nb/1.html", words="2023年法治政府建设年度报告"), "/nb/1.html": html_page(year=2023).body}
    pages["/zwgk/"] = html_page(year=2022).body
    with serve(pages) as site:
        table = table.replace("www.songtang.example", f"127.0.0.1:{site.port}/")
        table = table.replace("https://qingshi.example", f"http://127.0.0.1:{site.port}")
        (tmp_path / "sources.csv").write_bytes(table.encode("gb18030"))
        yield tmp_path


@pytest.mark.crawl
@pytest.mark.parametrize("line", [CRON, SYSTEMD], ids=["cron", "systemd"])
def test_the_examples(served, line):
    here = line.replace("/srv/xunzhang", str(served)).replace("sources.csv", "sources.csv --allow-loopback --delay 0")
    done = subprocess.run(["/bin/sh", "-c", here], check=False, cwd=served, capture_output=True, timeout=300)
    assert "新收 2" in done.stdout.decode()
    found = subprocess.run([".venv/bin/xunzhang", "search", "三项制度"], check=True, cwd=served, capture_output=True)
    assert "2 份" in found.stdout.decode()
