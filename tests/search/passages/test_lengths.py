"""How long shared strings are, over several segments with deletions, against every place tried with
every issuer; and how well planted copies are found."""

from random import Random

import pytest
from material.few_reports import report
from material.plain_passages import covered, lengths
from material.plain_scan import Shelf

from corpus.store.folder import Store
from corpus.text.fold import squeeze
from index.build import build
from search.across.passages import Compared
from search.embedded import Embedded
from search.match.filters import bound
from search.passages.draft import Draft
from search.passages.lengths import matched
from search.passages.owners import issuer_of, others

pytestmark = pytest.mark.usefixtures("loops")
BODIES = (1, 2, 3, 5)


@pytest.fixture(scope="module")
def held(sample):
    """The reports of the sample."""
    store = Store(sample)
    return [each for name in sorted(store.stamps()) if not (each := store.report(name)).refused]


@pytest.fixture(scope="module")
def several(held, tmp_path_factory, loops):
    """An engine over them in several segments, some of the first deleted; and what is left."""
    folder, thirds = tmp_path_factory.mktemp("several"), [held[:16], held[16:21], held[21:]]
    wide = report("wide", "𠀀村" + held[0].sections[1].text, zone="宽区")
    build(Shelf(thirds[0] + [wide]), folder)
    build(Shelf(thirds[0] + [wide] + thirds[1]), folder)
    left = thirds[0][2:] + [wide] + thirds[1][1:] + thirds[2]
    build(Shelf(left), folder)
    engine = Embedded(folder)
    assert len(engine.view.segments) > 1
    assert any(segment.live is not None for segment in engine.view.segments)
    assert {segment.text.text.itemsize for segment in engine.view.segments} == {2, 4}
    return engine, left


def whole(one):
    return "\n".join(section.text for section in one.sections)


def by_issuer(reports, but=None):
    found = {}
    for each in reports:
        if but is None or (each.zone != but.zone if but.zone else each is not but):
            found.setdefault(each.zone, []).append(whole(each))
    return found


def test_lengths_equal_every_place_tried(several):
    """More than 60,000 of them."""
    (engine, left), tried = several, 0
    view = engine.view
    for number, one in enumerate(left):
        code = view.snapshot.values["report"].index(one.id)
        owners = others(view, bound({}, view), issuer_of(view, code), code)
        draft = Draft(whole(one))
        least = (8, 12)[number % 2]
        found = matched(view, draft, owners, max(BODIES), least)
        expected = lengths(squeeze(draft.given), by_issuer(left, one), max(BODIES), least)
        assert found.is_whole
        for bodies in BODIES:
            assert found.of(bodies).tolist() == [each[bodies - 1] for each in expected]
            tried += len(expected)
        if tried > 70_000:
            break
    assert tried > 60_000


def test_shares_are_what_such_strings_cover(several):
    engine, left = several
    for one in left[:6]:
        text = squeeze(whole(one))
        found = engine.passages(Compared(whole(one), one.id))
        expected = lengths(text, by_issuer(left, one), 5, 12)
        for share, nth in ((found.shared, 1), (found.boilerplate, 5)):
            inside = covered(text, expected, nth, 12)
            assert share == pytest.approx(len(inside) / (len(text) - text.count("\n")))


@pytest.mark.parametrize("edits", [0, 1, 2, 4, 8])
def test_planted_copies_are_found(tmp_path, held, edits):
    """Stretches of a report, each with so many characters changed, among text that is nobody's."""
    chance, truth, pieces = Random(edits), [], []
    source = next(squeeze(whole(one)).replace("\n", "") for one in held if len(whole(one)) > 1_500)
    nobody = lambda: "".join(chr(chance.randrange(0x5000, 0x9000)) for _ in range(chance.randrange(60, 200)))  # noqa: E731
    for begin in range(0, 1_200, 300):
        filling, copy = nobody(), list(source[begin : begin + 280])
        for place in chance.sample(range(len(copy)), edits):
            how = chance.randrange(3)
            copy[place] = ("", "讠", copy[place] + "讠")[how]
        pieces += [filling, "".join(copy)]
        truth += [False] * len(filling) + [True] * len("".join(copy))
    copied = report("copied", "".join(pieces), zone="抄区")
    build(Shelf([report("source", source, zone="源区")]), tmp_path)
    found = Embedded(tmp_path).passages(Compared("".join(pieces), copied.id))
    said = [False] * len(truth)
    for each in found.stretches:
        said[each.start : each.end] = [True] * (each.end - each.start)
    right = sum(one and other for one, other in zip(said, truth, strict=True))
    assert 2 * right / (sum(said) + sum(truth)) >= 0.95
