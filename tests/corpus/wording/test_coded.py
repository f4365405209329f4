"""Reasons and evidence are data: a code and values, with the sentence beside them."""

import ast
import json
import pickle
import re

import pytest
from material.checkout import ROOT

from corpus.records import Evidence
from corpus.saying import Saying
from corpus.text.mask import mask
from corpus.wording.coded import SAYINGS, changed, from_record, general, recorded, said, to_record
from corpus.wording.crawling import CRAWLING
from corpus.wording.evidence import EVIDENCE
from corpus.wording.loading import LOADING
from corpus.wording.refusals import REFUSALS

HAN = re.compile(r"[\u4e00-\u9fff]")
WORDING = ROOT / "corpus" / "wording"
CODED = [
    said("list"),
    said("short", n=12),
    said("other", title="100%的「甲」"),
    said("name_and_hints", source=said("title")),
    said("held_stays", reason=said("other", title="甲")),
    said("by_hand", words="封面"),
    Saying("没有代码的一句，%(n)s 字。", n=3),
    Saying("100% 也行"),
]


def test_codes_are_short_and_each_sentence_stands_once():
    assert [code for code in SAYINGS if not re.fullmatch(r"[a-z][a-z_]{2,25}", code)] == []
    assert len({str(saying) for saying in SAYINGS.values()}) == len(SAYINGS)


def test_each_table_has_codes_of_its_own():
    assert sum(map(len, (REFUSALS, LOADING, CRAWLING, EVIDENCE))) == len(SAYINGS)


@pytest.mark.parametrize("saying", CODED)
def test_kept_and_read_back(saying):
    kept = json.loads(json.dumps(to_record(saying), ensure_ascii=False))
    assert set(kept) == {"code", "values", "text"}
    assert kept["text"] == saying
    back = from_record(kept)
    assert (back, back.code, dict(back.values)) == (saying, saying.code, dict(saying.values))
    assert to_record(back) == kept


@pytest.mark.parametrize("saying", CODED)
def test_handed_to_another_process(saying):
    back = pickle.loads(pickle.dumps(saying))
    assert (back, back.code, back.template, back.values) == (saying, saying.code, saying.template, saying.values)


@pytest.mark.parametrize(
    ("kept", "text", "code"),
    [
        ("这是关于报告的新闻，不是报告本身。", "这是关于报告的新闻，不是报告本身。", "news"),
        ("标题", "标题", "title"),
        ("正文只有 12 个汉字，不成一份报告。", "正文只有 12 个汉字，不成一份报告。", ""),
        ("占 100%，不收。", "占 100%，不收。", ""),
        ({"code": "of_tomorrow", "values": {"n": 3}, "text": "占 100%，3 个。"}, "占 100%，3 个。", "of_tomorrow"),
        (
            {"code": "short", "values": {}, "text": "正文只有 9 个汉字。"},
            "正文只有 9 个汉字。",
            "short",
        ),  # a value is gone
        ({"code": "short", "values": {"n": 9}, "text": "正文 9 字。"}, "正文只有 9 个汉字，不成一份报告。", "short"),
    ],
)
def test_what_other_versions_kept(kept, text, code):
    back = from_record(kept)
    assert (back, back.code) == (text, code)
    assert to_record(back)["text"] == text
    if isinstance(kept, dict):
        assert to_record(back)["values"] == kept["values"]


@pytest.mark.parametrize(
    "kept",
    [{}, {"code": "list"}, {"code": 1, "values": {}, "text": ""}, {"code": "list", "values": {}, "text": None}],
)
def test_what_is_no_sentence(kept):
    with pytest.raises((KeyError, TypeError)):
        from_record(kept)


@pytest.mark.parametrize(
    ("saying", "text"),
    [
        (said("short", n=12), "正文只有 12 个汉字，不成一份报告。"),
        (said("other", title="电话13900001234的通知"), "标题为「电话139********的通知」，不是工作报告。"),
        (
            said("held_stays", reason=said("other", title="电话13900001234")),
            "标题为「电话139********」，不是工作报告。原来收录的报告保持不变。",
        ),
        (said("corrected_why", note="问过13900001234"), "人工更正：问过139********"),
        ("联系13900001234。", "联系139********。"),
        # the number stands across a value and what follows it
        (Saying("%(first)s%(rest)s。", first="1390000", rest="1234"), "139********。"),
    ],
)
def test_masks_cover_values(saying, text):
    hidden = changed(saying, mask)
    assert hidden == text
    assert "0000" not in json.dumps(to_record(hidden), ensure_ascii=False)
    assert hidden.code == recorded(saying).code


@pytest.mark.parametrize(
    ("saying", "text"),
    [
        (said("list"), str(said("list"))),
        (said("other", title="甲「乙」丙"), "标题为「…」，不是工作报告。"),
        ("标题为「甲「乙」丙」，不是工作报告。", "标题为「…」，不是工作报告。"),  # of an earlier version
        ("正文只有 12 个汉字，不成一份报告。", "正文只有 … 个汉字，不成一份报告。"),
        (said("held_stays", reason=said("short", n=3)), "正文只有 … 个汉字，不成一份报告。原来收录的报告保持不变。"),
        (said("by_hand", words="只是封面"), "只是封面"),
        (said("status", status=404), "服务器回答 HTTP …。"),
    ],
)
def test_without_what_is_particular(saying, text):
    assert general(saying) == text


def test_a_saying_made_in_place_has_the_code_of_its_template():
    assert to_record(Saying("正文只有 %(n)s 个汉字，不成一份报告。", n=3)) == to_record(said("short", n=3))


def test_evidence_of_any_version():
    made = Evidence(said("name_and_hints", source=said("title")), 0.9, inferred=True)
    plain = made.to_dict()
    assert plain["source"] == plain["text"] == "机构名称和页面线索（标题）"
    assert plain["values"]["source"]["code"] == "title"
    assert Evidence.from_dict(plain) == made
    earlier = Evidence.from_dict({"source": "标题", "confidence": 0.98, "inferred": False})
    assert earlier.to_dict() == {
        "source": "标题", "confidence": 0.98, "inferred": False, "code": "title", "values": {}, "text": "标题",
    }  # fmt: skip


def spoken(path):
    """The whole sentences in a module that are said without being sayings."""
    tree = ast.parse(path.read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    sayings = {id(each) for call in calls if getattr(call.func, "id", "") == "Saying" for each in ast.walk(call)}
    for node in ast.walk(tree):
        if id(node) in sayings or not isinstance(node, ast.JoinedStr | ast.Constant):
            continue
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)
        if HAN.search(text) and text.endswith("。") and not re.search(r"[\[(]\?|\\", text):
            yield text


def test_no_sentence_is_finished_where_it_is_found():
    speaking = [path for folder in ("corpus", "index") for path in sorted((ROOT / folder).rglob("*.py"))]
    asked = [path for path in speaking if path.parent.name != "sample"]
    found = {path.name: texts for path in asked if (texts := list(spoken(path)))}
    assert found == {}


# Sayings that no record keeps: names of rules, and errors, which have codes of their own.
IN_PLACE = {"receipt.py", "saying.py", "lock.py", "record.py", "coded.py", "corrections.py", "run.py", "sources.py"}
IN_PLACE |= {"gather.py", "share.py"}  # what is typed wrongly, which no record keeps


def calls(path, name):
    nodes = ast.walk(ast.parse(path.read_text()))
    return [node.lineno for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name]


def test_what_a_record_may_keep_has_a_code():
    """A new reason: its sentence goes into a table of corpus/wording, `said(code, …)` says it."""
    asked = [path for path in (ROOT / "corpus").rglob("*.py") if path.parent != WORDING and path.name not in IN_PLACE]
    assert {path.name: lines for path in asked if (lines := calls(path, "Saying"))} == {}


def test_every_code_is_said_somewhere():
    others = [path for path in (ROOT / "corpus").rglob("*.py") if path.parent != WORDING]
    written = "".join(path.read_text() for path in others)
    unsaid = [code for code, saying in SAYINGS.items() if f'"{code}"' not in written and str(saying) not in written]
    assert unsaid == []
