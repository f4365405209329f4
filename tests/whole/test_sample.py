"""The shipped sample: its pages are what its drafts are laid out to, nothing in it is real, and
cleaning gives the drafts back."""

import json
import re

import pytest

from corpus.records import KINDS, LEVELS, PARTS, Page
from corpus.sample.draft import drafts, read
from corpus.sample.lay_out import HERE, ON_PAPER, laid_out, page_name
from corpus.text.fold import squeeze
from corpus.text.mask import mask

FILES = laid_out()
DRAFTS = {draft.name: draft for draft in drafts()}
ZONES = sorted({draft.header["zone"] for draft in DRAFTS.values()})
REAL_ZONES = [HERE.parent / "gazetteer" / f"{name}.csv" for name in ("zones", "zone_names", "known_zones")]
MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")


def expected(name: str) -> dict:
    return json.loads(FILES[f"expected/{name}.json"])


def test_the_files_are_what_the_drafts_are_laid_out_to():
    stored = {
        f"{folder}/{path.name}": path.read_bytes()
        for folder in ("pages", "expected")
        for path in (HERE / folder).iterdir()
    }
    assert sorted(stored) == sorted(FILES), "run python -m corpus.sample.lay_out"
    assert [name for name in FILES if stored[name] != FILES[name]] == [], "run python -m corpus.sample.lay_out"


def test_no_zone_is_real():
    real = "".join(path.read_text(encoding="utf-8") for path in REAL_ZONES)
    for zone in ZONES:
        place = re.sub(r"(经济|高新|先进|产业).*", "", zone)[2:]  # 盐城鹤渚经济开发区 → 鹤渚
        assert place
        assert place not in real
        assert zone not in real


def test_nothing_points_to_a_real_site():
    for name, body in FILES.items():
        for host in re.findall(rb"https?://([^/\"]+)", body):
            assert host.endswith(b".example") or host == b"www.w3.org", name


@pytest.mark.parametrize("name", DRAFTS)
def test_a_page_decodes_as_real_software_labels_it(name):
    body = FILES[f"pages/{page_name(DRAFTS[name])}"]
    text = body.decode("gb18030" if b"charset=gb2312" in body else "utf-8")
    assert squeeze(DRAFTS[name].paragraphs[-1].text)[-20:] in squeeze(re.sub(r"<[^>]*>|\n", "", text))
    if b"charset=gb2312" in body:
        with pytest.raises(UnicodeDecodeError):
            body.decode("utf-8")


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_is_a_report_of_ordinary_length(name):
    draft = DRAFTS[name]
    assert 1400 <= sum(len(paragraph.text) for paragraph in draft.paragraphs) <= 3500
    assert draft.header["level"] in LEVELS
    assert draft.header["kind"] in KINDS
    assert {paragraph.part for paragraph in draft.paragraphs} <= {None, *PARTS}
    if draft.header["layout"] not in ON_PAPER:  # what was printed comes without a site
        assert re.fullmatch(r"\d{10}", draft.header["code"])


def test_a_phrase_spreads_from_zone_to_zone():
    spread = {year: set() for year in (2020, 2021, 2022, 2023)}
    for draft in DRAFTS.values():
        if squeeze("免扰清单") in squeeze("".join(paragraph.text for paragraph in draft.paragraphs)):
            spread[int(draft.header["year"])].add(draft.header["zone"][2:4])
    assert spread == {
        2020: {"鹤渚"},
        2021: {"鹤渚", "芷溪"},
        2022: {"鹤渚", "芷溪", "枣溪", "青岚"},
        2023: {"鹤渚", "芷溪", "枣溪", "青岚", "望澜", "楠渡"},
    }


def test_six_zones_in_four_years_with_one_gap():
    told = {(draft.header["zone"], draft.header["year"]) for draft in DRAFTS.values()}
    gaps = {(zone, year) for zone in ZONES for year in ("2020", "2021", "2022", "2023")} - told
    assert len(ZONES) == 6
    assert gaps == {("遵义楠渡河经济开发区", "2021")}
    assert {d.header["year"] for d in DRAFTS.values() if d.header.get("zone_then") == "南阳枣溪产业集聚区"} == {
        "2020",
        "2021",
    }


def test_one_report_prints_a_mobile_number():
    assert [
        name
        for name, body in FILES.items()
        if name.startswith("pages/") and MOBILE.search(body.decode(errors="ignore"))
    ] == ["pages/wanglan-2022.txt"]


def test_marks_of_a_draft_are_read():
    written = "title: 题\nfront: 市政府：\n---\n起。\n@举措成效\n# 一、做法\n## （一）抓学习。｜学了3次。\n#u @问题不足\n不足。\n"
    draft = read("x", written)
    assert draft.front == ("市政府：",)
    assert [(p.text, p.level, p.heading, p.opens, p.part) for p in draft.paragraphs] == [
        ("起。", 0, 0, False, None),
        ("一、做法", 1, 4, False, "举措成效"),
        ("（一）抓学习。学了3次。", 2, 7, False, "举措成效"),
        ("不足。", 0, 0, True, "问题不足"),
    ]


# What cleaning makes of the pages


@pytest.fixture(scope="module")
def cleaned():
    from corpus.clean import clean

    return {
        name: clean(Page(f"file:///sample/{page_name(draft)}", FILES[f"pages/{page_name(draft)}"]))
        for name, draft in DRAFTS.items()
    }


def folded(value):
    return squeeze(value) if isinstance(value, str) else value


FIELDS = (
    "title",
    "zone",
    "province",
    "city",
    "county",
    "level",
    "kind",
    "year",
    "published",
    "issued",
    "number",
    "script",
)


@pytest.mark.parametrize("name", DRAFTS)
def test_metadata(cleaned, name):
    report, gold = cleaned[name], expected(name)
    assert report.refused is None
    assert {field: folded(getattr(report, field)) for field in FIELDS} == {f: folded(gold[f]) for f in FIELDS}


@pytest.mark.parametrize("name", DRAFTS)
def test_sections(cleaned, name):
    found = [(s.level, folded(s.number), folded(s.heading)) for s in cleaned[name].sections]
    assert found == [(s["level"], folded(s["number"]), folded(s["heading"])) for s in expected(name)["sections"]]


@pytest.mark.parametrize("name", DRAFTS)
def test_parts(cleaned, name):
    found = [(folded(s.heading), s.part) for s in cleaned[name].sections]
    wanted = [(folded(s["heading"]), s["part"]) for s in expected(name)["sections"]]
    # What stands before the first heading belongs to no part that a draft could mark.
    assert found[1:] == wanted[1:]


@pytest.mark.parametrize("name", DRAFTS)
def test_body(cleaned, name):
    found = [squeeze(text) for s in cleaned[name].sections for text in s.text.split("\n")]
    assert found == [squeeze(paragraph.text) for paragraph in DRAFTS[name].paragraphs]


@pytest.mark.parametrize("name", DRAFTS)
def test_lines_around_the_body(cleaned, name):
    report, gold = cleaned[name], expected(name)
    assert [squeeze(line) for line in report.back] == [squeeze(mask(line)) for line in gold["back"]]
    # Lines that say when and by whom the page was published may stand there too.
    front = [squeeze(line) for line in report.front]
    assert [line for line in front if line in map(squeeze, gold["front"])] == [squeeze(line) for line in gold["front"]]
