"""The page of what a report shares, the margin of a report, and the most widespread sentences."""

import re
from html import unescape

import pytest
from material.shared_site import A1, A2, FORMULA, RARE, shared_site

from search.across.passages import Stretch
from web.pages.cut import Cut, Piece
from web.passages.set_draft import set_draft
from web.reading.beside_text import Beside


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return shared_site(tmp_path_factory.mktemp("data")).test_client()


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.text)


def listed(text):
    """The passages of the first list."""
    first = text[text.index('<ol class="passages">') : text.index("</ol>")]
    return re.findall(r'<p class="said"[^>]*><a href="([^"]*)"[^>]*>([^<]*)</a></p>\s*<p class="count">([^<]*)<', first)


def test_shares_stand_with_their_threshold(client):
    text = page(client, f"/r/{A2}/shared")
    assert "与别的主体逐字相同（12 字以上）" in text
    assert "其中 5 个以上主体都有的套话" in text
    assert "与本主体往年 1 份报告相同" in text
    assert "（20 字以上）" in page(client, f"/r/{A2}/shared?least=20")


def test_passages_lead_to_their_places(client):
    rows = listed(page(client, f"/r/{A2}/shared"))
    assert [text.rstrip("。，") for _, text, _ in rows][:2] == [FORMULA, RARE]
    assert rows[0][2].startswith("5 个主体 · 5 份 · 2019–2021")
    for url, _, _ in rows:
        assert url.startswith(f"/r/{A2}?at=")
        assert client.get(url).status_code == 200


def test_formula_alone_and_every_string(client):
    assert len(listed(page(client, f"/r/{A2}/shared?shown=formula"))) < len(
        listed(page(client, f"/r/{A2}/shared?shown=all"))
    )
    assert client.get(f"/r/{A2}/shared?shown=some").status_code == 400
    assert client.get(f"/r/{A2}/shared?least=7").status_code == 400
    assert client.get("/r/nothing/shared").status_code == 404


def test_the_margin_is_off_unless_it_is_asked_for(client):
    plain, marked = page(client, f"/r/{A1}"), page(client, f"/r/{A1}?shared=1")
    assert 'class="formula"' not in plain
    assert f"/r/{A1}?shared=1" in plain
    assert f'<span class="formula">{FORMULA}' in marked
    assert f'<span class="shared">{RARE}' in marked
    assert f'href="/r/{A1}"' in marked


def test_the_margin_and_marks_of_a_search_go_together(client):
    text = page(client, f'/r/{A1}?q="{FORMULA[3:9]}"&shared=1')
    marked = re.search(
        r'<span class="formula">坚持党</span><span class="formula"><mark[^>]*>([^<]*)</mark></span>', text
    )
    assert marked[1] == FORMULA[3:9]


def test_the_text_stays_as_it_is(client):
    def bare(address):
        text = page(client, address)
        article = text[text.index("<h1>") : text.index("print-source")]
        return re.sub(r"<[^>]*>", "", article)

    assert bare(f"/r/{A1}") == bare(f"/r/{A1}?shared=1")


def test_the_most_widespread_sentences(client):
    text = page(client, "/sentences")
    assert "至少 5 个主体写过的句子，数字不论，共 1 句" in text
    assert "5 个主体 · 5 份" in text
    narrowed = page(client, "/sentences?year=2019")
    assert "没有这样的话" in narrowed
    assert 'class="chips"' in narrowed


@pytest.mark.parametrize(
    ("marks", "beside", "pieces"),
    [
        ([], [], [("一二三四五六", None, False, "")]),
        (
            [],
            [(1, 3, True), (3, 4, False)],
            [
                ("一", None, False, ""),
                ("二三", None, False, "formula"),
                ("四", None, False, "shared"),
                ("五六", None, False, ""),
            ],
        ),
        (
            [(0, 2)],
            [(1, 6, False)],
            [("一", 1, True, ""), ("二", 1, False, "shared"), ("三四五六", None, False, "shared")],
        ),
        (
            [(2, 4)],
            [(2, 4, True)],
            [("一二", None, False, ""), ("三四", 1, True, "formula"), ("五六", None, False, "")],
        ),
        ([(0, 6)], [(0, 6, True)], [("一二三四五六", 1, True, "formula")]),
    ],
)
def test_text_is_cut_at_marks_and_where_others_have_it(marks, beside, pieces):
    cut = Cut("一二三四五六", marks, 0, [Beside(*each) for each in beside])
    assert cut.pieces(0, 6) == tuple(Piece(*each) for each in pieces)
    assert "".join(each.text for each in cut.pieces(2, 5)) == "三四五"


def test_a_draft_is_cut_into_its_paragraphs():
    found = set_draft("一二\n\n三四五", [Stretch(1, 2, True), Stretch(4, 6, False)])
    assert [[(each.text, each.kind) for each in pieces] for pieces in found] == [
        [("一", ""), ("二", "formula")],
        [("三四", "shared"), ("五", "")],
    ]
