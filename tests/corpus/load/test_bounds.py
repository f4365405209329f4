"""Pages past the bounds are refused before a tree is built."""

import pytest

from corpus.errors import LoadError
from corpus.load.bounds import MOST_CLIMBED, MOST_TAGS, check_thinned

WIDE = 20_000


@pytest.mark.parametrize(
    "source",
    [
        "<p>甲" * (MOST_TAGS + 1),
        "<table><tr><td>甲" * 6_000 + "<p></p>文" * WIDE,
        "<div>" * 6_000 + "<?x y?>" * WIDE,
        "<x:y>" * 6_000 + "<i>文</i>" * WIDE,
    ],
)
def test_too_much_is_refused(source):
    with pytest.raises(LoadError, match="标签过多"):
        check_thinned(source)


@pytest.mark.parametrize(
    "source",
    [
        "<p>甲" * WIDE,
        "<tr><td>甲<td>乙" * WIDE,
        "<ul>" + "<li>甲" * WIDE + "</ul>",
        "<div>" * (MOST_CLIMBED // WIDE // 4) + "<p>文</p>" * WIDE,
        "</div>" * WIDE + "<div>文</div>" * WIDE,
        "<div>" * 1_000 + "文",
    ],
)
def test_long_pages_are_read(source):
    check_thinned(source)
