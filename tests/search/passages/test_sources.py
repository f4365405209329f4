"""Which reports share most, over several segments with deletions, against every string of every
report; rare strings and those that are everybody's."""

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from corpus.text.fold import squeeze
from index.build import build
from search.across.passages import Compared
from search.embedded import Embedded
from search.passages import sources

pytestmark = pytest.mark.usefixtures("loops")
LEAST = 8
WORDS = ("坚持党的全面领导", "推进法治政府建设", "优化营商环境工作", "受理行政复议案件", "𠀀村依法履行职责")


def mixed(number):
    """A text of some of the words in an order of its own, with words of its own between."""
    return "".join(f"{WORDS[number * step % len(WORDS)]}第{number}{step}个" for step in range(1, 2 + number % 5))


@pytest.fixture(scope="module")
def engine(tmp_path_factory, loops):
    """Reports of many issuers in two segments; some of the first are deleted."""
    folder = tmp_path_factory.mktemp("sources")
    every = [report(f"a{at}", mixed(at), "\n".join(WORDS[: at % 4]), zone=f"甲{at}区") for at in range(20)]
    build(Shelf(every), folder)
    left = every[3:] + [report(f"b{at}", mixed(at + 5) + WORDS[at % 5], zone=f"乙{at}区") for at in range(3)]
    build(Shelf(left), folder)
    found = Embedded(folder)
    assert len(found.view.segments) == 2
    return found, left


def plainly(text, one):
    """Characters of a text that stand in a report in strings of the least length."""
    squeezed, inside = squeeze(text), set()
    held = "\n".join(squeeze(section.text) for section in one.sections)
    for at in range(len(squeezed) - LEAST + 1):
        string = squeezed[at : at + LEAST]
        if "\n" not in string and string in held:
            inside.update(range(at, at + LEAST))
    return len(inside)


@pytest.mark.parametrize("most", [0, 1, 3, 2_000])
@pytest.mark.parametrize("text", ["，".join(WORDS), mixed(7) + "\n" + mixed(9), WORDS[4] * 9, "无人写过的一句话在此"])
def test_most_first_and_counted_as_they_are(engine, text, most, monkeypatch):
    """However few rows make a string everybody's, a report that is told of is counted to the end."""
    held, left = engine
    monkeypatch.setattr(sources, "MOST_ROWS", most)
    sizes = {one.id: plainly(text, one) for one in left}
    found = held.passages(Compared(text, least=LEAST)).sources
    told = [(-each.characters, each.report) for each in found]
    assert told == sorted((-sizes[each.report], each.report) for each in found)
    assert all(each.share == pytest.approx(each.characters / len(squeeze(text).replace("\n", ""))) for each in found)
    if most == 2_000:
        assert told == sorted((-size, name) for name, size in sizes.items() if size)[: sources.TOLD]
