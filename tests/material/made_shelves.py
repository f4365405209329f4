"""Reports and questions made by chance, of few characters, so that chance makes matches."""

from hypothesis import strategies as st

from corpus.records import KINDS, LEVELS, PARTS, Report, Section
from corpus.text.fold import squeeze
from search.query.read import escape

# Other script, other width, white space, quotes, a gap sign, a character past U+FFFF.
ALPHABET = '行政复议復議率的，。aＡ1１ \u3000\n"“*\\-\U00020000'
ZONES = ("火炬区", "云岭区", None)
PLACES = (("广东省", "潮州市"), ("江苏省", None), (None, None))

# Words beside letters: runs that stand unbroken, and some that do not.
texts = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=40),
    st.lists(
        st.sampled_from(("行政复议", "行政", "復議", "率", "的", "2件", "二件", "一", "a1", "\n", "，")), max_size=20
    ).map("".join),
).filter(squeeze)
sections = st.builds(
    lambda text, number, part: (text if number is None else number + text, number, part),
    texts,
    st.sampled_from((None, "一、")),
    st.sampled_from((None, *PARTS[:2])),
)


@st.composite
def reports(draw, name):
    place = draw(st.sampled_from(PLACES))
    zone, year = draw(st.sampled_from(ZONES)), draw(st.sampled_from((None, 2021, 2022, 2023)))
    return Report(
        id=name,
        title=draw(st.sampled_from(("行政复议报告", "年度报告a"))) + (str(year) if year else ""),
        zone=zone,
        zone_then=draw(st.sampled_from((None, "率的区"))),
        province=place[0],
        city=place[1],
        county=None,
        level=draw(st.sampled_from((None, *LEVELS[-2:]))),
        kind=draw(st.sampled_from(KINDS[:2])),
        year=year,
        published=None,
        issued=None,
        number=None,
        script="hans",
        url=None,
        sources=(),
        source_sha256="",
        sections=tuple(
            Section(str(number), 1, mark, None, text, part)
            for number, (text, mark, part) in enumerate(draw(st.lists(sections, min_size=1, max_size=4)))
        ),
    )


shelves = st.integers(1, 5).flatmap(lambda size: st.tuples(*(reports(f"{n:012d}") for n in range(size))))

bare = st.text("行政复议率的a1", min_size=1, max_size=4)
phrases = st.text(ALPHABET.replace("\n", ""), min_size=1, max_size=3).filter(squeeze).map(escape)
gaps = st.lists(st.text("行政复议率a", min_size=1, max_size=2), min_size=2, max_size=3).map(
    lambda p: f'"{"*".join(p)}"'
)
pairs = st.builds("{} ~{} {}".format, bare, st.integers(1, 12), bare)
fields = st.sampled_from(
    [
        "title:复议",
        "title:2021",
        "heading:一",
        "heading:行",
        "zone:火炬",
        "zone:率的",
        "zone:未注明",
        "region:广东",
        "region:潮州市",
        "region:未注明",
        "year:2021..2022",
        "year:未注明",
        "part:举措",
        "kind:信息公开",
        "level:省级开发区",
        "part:未注明",
    ]
)
# Cut into several words by segmentation; some have a number, some overlap with themselves.
runs = st.lists(
    st.sampled_from(("行政复议", "行政", "复议", "率", "的", "2件", "a1", "一一")), min_size=2, max_size=4
).map("".join)
groups = st.builds("({} OR {}) ~{} {}".format, phrases, runs, st.integers(0, 9), phrases)
operands = st.one_of(bare, bare, runs, runs, phrases, gaps, pairs, groups, fields)
queries = st.recursive(
    operands,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        inner.map("NOT ({})".format),
        inner.map("-({})".format),
        inner.map("（{}）".format),
    ),
    max_leaves=5,
)
choices = st.fixed_dictionaries(
    {},
    optional={
        "year": st.sampled_from([("2021",), ("2021", "2023"), ("2022..",), ("",), ("..2022", "2023")]),
        "region": st.sampled_from([("440000",), ("445100",), ("320000", ""), ("", "445100")]),
        "zone": st.sampled_from([("火炬区",), ("", "云岭区")]),
        "part": st.sampled_from([(PARTS[0],), ("",)]),
        "kind": st.just((KINDS[0],)),
        "level": st.sampled_from([("",), LEVELS[-2:]]),
    },
)
