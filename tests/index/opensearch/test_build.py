"""An index on a cluster: built, changed, swapped, and what is refused."""

from dataclasses import replace

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from corpus.saying import Saying
from index.errors import EngineUnavailable, IndexMissing, IndexOutdated
from index.opensearch import build as building
from index.opensearch import standing as standing_at
from index.opensearch.build import build
from index.opensearch.cluster import Cluster, Where
from index.opensearch.sending import apply, deletions
from index.opensearch.standing import _all, standing
from search.opensearch.engine import OpenSearchEngine
from search.request import Request

pytestmark = pytest.mark.slow


@pytest.fixture
def cluster(opensearch, tmp_path):
    return Cluster(Where((opensearch,), f"b{abs(hash(str(tmp_path)))}"))


def found(cluster, folder, typed='"行政"'):
    total = OpenSearchEngine(cluster, folder / "names").search(Request(typed)).total
    return total.sections, total.reports, total.occurrences


def three():
    return [report(name, "行政行政的说明", "别的") for name in ("a", "b", "c")]


def test_added_replaced_and_removed(cluster, tmp_path):
    one, two, other = three()
    did = build(Shelf([one, two]), cluster, tmp_path)
    assert (did.added, did.replaced, did.removed, did.sections) == (2, 0, 0, 4)
    assert found(cluster, tmp_path) == (2, 2, 4)
    shorter = replace(two, sections=two.sections[:1])
    did = build(Shelf([one, shorter, other]), cluster, tmp_path)
    assert (did.added, did.replaced, did.removed, did.unchanged, did.sections) == (1, 1, 0, 1, 5)
    assert found(cluster, tmp_path) == (3, 3, 6)
    did = build(Shelf([other]), cluster, tmp_path)
    assert (did.removed, did.unchanged, did.sections) == (2, 1, 2)
    assert found(cluster, tmp_path) == (1, 1, 2)
    again = build(Shelf([other]), cluster, tmp_path)
    assert (again.unchanged, again.version) == (1, did.version)


def test_what_is_sent_twice_stands_once(cluster, tmp_path):
    held = three()
    build(Shelf(held), cluster, tmp_path)
    index = standing(cluster).index
    list(building.send_all(cluster, index, [building.Given(each, "another", 7) for each in held], 3))
    apply(cluster, deletions(index, "a", ["a#nothing"]))
    cluster.client.indices.refresh(index=index)
    assert standing_at.sums(cluster, index)[:2] == (6, 3)


def test_the_live_index_answers_until_the_new_one_is_whole(cluster, tmp_path, monkeypatch):
    build(Shelf(three()), cluster, tmp_path)
    before = standing(cluster)
    monkeypatch.setattr(standing_at, "sums", lambda *_: (5, 3, 30))
    with pytest.raises(EngineUnavailable, match="那里有 5"):
        build(Shelf(three()[:1]), cluster, tmp_path, fresh=True)
    monkeypatch.undo()
    assert standing(cluster) == before
    assert _all(cluster) == [before.index]
    build(Shelf(three()[:1]), cluster, tmp_path, fresh=True)
    assert found(cluster, tmp_path) == (1, 1, 2)
    assert standing(cluster).index != before.index


def test_an_export_stays_with_its_version(cluster, tmp_path):
    build(Shelf(three()), cluster, tmp_path)
    pinned = OpenSearchEngine(cluster, tmp_path / "names").pinned()
    build(Shelf(three()[:2]), cluster, tmp_path)
    assert pinned.search(Request('"行政"')).total.reports == 3
    assert found(cluster, tmp_path)[1] == 2


def test_a_version_that_was_closed_is_opened_again(cluster, tmp_path):
    build(Shelf(three()), cluster, tmp_path)
    engine = OpenSearchEngine(cluster, tmp_path / "names")
    engine.held()
    cluster.close(engine.corpus._opened)
    assert engine.search(Request('"行政"')).total.reports == 3
    pinned = engine.pinned()
    cluster.close(engine.corpus._opened)
    build(Shelf(three()[:2]), cluster, tmp_path)
    with pytest.raises(EngineUnavailable, match="已被新的替换"):
        pinned.search(Request('"的说"'))


def test_nothing_there_and_another_program(cluster, tmp_path):
    with pytest.raises(IndexMissing):
        OpenSearchEngine(cluster, tmp_path / "names").held()
    build(Shelf(three()), cluster, tmp_path)
    index = standing(cluster).index
    said = {"written_with": "0-0-0", "commit": 3, "changing": False}
    cluster.client.indices.put_mapping(index=index, body={"_meta": said})
    with pytest.raises(IndexOutdated):
        OpenSearchEngine(cluster, tmp_path / "names").held()
    with pytest.raises(IndexOutdated):
        build(Shelf(three()), cluster, tmp_path)
    build(Shelf(three()), cluster, tmp_path, fresh=True)
    assert found(cluster, tmp_path) == (3, 3, 6)


def test_a_report_that_cannot_be_read_is_told(cluster, tmp_path):
    class Broken(Shelf):
        def report(self, name):
            if name.endswith("b"):
                raise EngineUnavailable(Saying("坏了"))
            return super().report(name)

    did = build(Broken(three()), cluster, tmp_path)
    assert (did.added, did.sections, len(did.problems)) == (2, 4, 1)
    assert found(cluster, tmp_path) == (2, 2, 4)
