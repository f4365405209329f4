"""An index of many sections drawn at random, and scripts that ask it everything in a process of
their own."""

import os
import random
import subprocess
import sys

from material.checkout import ROOT, TESTS
from material.few_reports import report

from corpus.records import KINDS, PARTS

SENTENCES = (
    "法治政府建设扎实推进。",
    "行政复议受理五十二件，办结 率达百分之九十。",
    "执法公开全部完成；",
    "行政执法与政府信息公开并重。\n",
    "办结52件，信访办了三件。",
    "火炬区行政机关行政执法案卷评查。",
    "　园区企业服务窗口接待群众",
    "𠀀村法治宣传！",
    "复议复议复议。",
)
ZONES, PLACES = ("火炬区", "云岭区", None), (("广东省", "潮州市"), ("江苏省", None), (None, None))


def section(chance):
    text = "".join(chance.choices(SENTENCES, k=chance.choice((1, 3, 8, 30))))
    return chance.choice((text, ("一、", "概况", "一、概况\n" + text), ("二、", None, "二、行政复议\n" + text)))


def reports(seed, count, first=0):
    chance = random.Random(seed)
    return [
        report(
            f"{first + number}",
            *(section(chance) for _ in range(chance.randint(1, 8))),
            zone=chance.choice(ZONES),
            year=chance.choice((2021, 2022, 2023, None)),
            place=chance.choice(PLACES),
            kind=chance.choice(KINDS[:2]),
            part=chance.choice((None, *PARTS[:2])),
        )
        for number in range(count)
    ]


def run(script, *given, **environment):
    """What a script prints that runs in a process of its own, and how it ended."""
    outside = {name: value for name, value in os.environ.items() if name != "XUNZHANG_PURE"}
    paths = os.pathsep.join((str(TESTS), str(ROOT)))
    command = [sys.executable, "-X", "faulthandler", str(TESTS / "material" / script), *map(str, given)]
    return subprocess.run(
        command, env=outside | {"PYTHONPATH": paths} | environment, capture_output=True, text=True, timeout=300
    )
