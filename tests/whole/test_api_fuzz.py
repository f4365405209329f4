"""The API against its own description, by machine: whatever is asked, no answer is a fault and
every answer is as described."""

from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from material.site_corpus import HOSTILE, LINXI, REPORTS, site

from web.address.argument import CONTROL

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (make test installs it)")

from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

pytestmark = pytest.mark.slow
TOLD = ("/api/matrix", "/api/spread", "/api/absent")
SHARED = ("/api/passages", "/api/sentences")
ACROSS = ("/api/reports/{id}/diff", "/api/reports/{id}/{section}/alike")
PATHS = (
    "/api/search",
    "/api/kwic",
    *TOLD,
    *SHARED,
    "/api/suggest",
    "/api/reports/{id}",
    *ACROSS,
    "/healthz",
    "/openapi.json",
)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PLAIN = {"Accept-Encoding": "identity"}  # what schemathesis calls a WSGI application with does not unpack
BOUNDED = settings(
    max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
# What a query may be made of: words that are held, every sign of the language, what is invisible,
# what is hostile.
PIECES = (
    *("一网通办", "行政复议", "复议", "52件", "五十二件", "審計", "=SUM(A1)", "火星", "不", "a", LINXI),
    *(
        '"',
        "“",
        "”",
        "「",
        "」",
        "『",
        "』",
        "(",
        ")",
        "（",
        "）",
        "*",
        "\\",
        "-",
        "NOT ",
        " OR ",
        " | ",
        "|",
        " ~10 ",
        " ~ ",
        "~999 ",
    ),
    *(
        "标题:",
        "title:",
        "heading:",
        "园区:",
        "地区:",
        "region:445100",
        "year:2021..2023",
        "年份:",
        "部分:",
        "kind:",
        "level:",
        "：",
        ":",
    ),
    *(
        " ",
        "\u3000",
        "\t",
        "\n",
        "\u200b",
        "\ufeff",
        "\u00ad",
        "\u202e",
        "\u2066",
        "\x00",
        "\x7f",
        "\ufffd",
        "𠀀",
        "👨‍👩‍👧",
        "e\u0301",
        "⼀",
    ),
    HOSTILE,
)
QUERIES = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "year": st.sampled_from(["2022", "2021..2023", "2023..", "..2022", "2023..2021", ""]),
        "region": st.sampled_from(["440000", "445100", "350200", "999999", ""]),
        "zone": st.sampled_from([LINXI, "火星区", HOSTILE, ""]),
        "part": st.sampled_from(["举措成效", "没有的部分", ""]),
        "kind": st.sampled_from(["其他", ""]),
        "level": st.sampled_from(["省级开发区", ""]),
        "sort": st.sampled_from(["relevance", "newest", "oldest", "zone"]),
        "view": st.sampled_from(["list", "kwic", "reports"]),
        "order": st.sampled_from(["left", "right", "zone", "year"]),
        "sample": st.sampled_from(["0", "2"]),
        "offset": st.sampled_from(["0", "3", "10000000"]),
        "limit": st.sampled_from(["1", "200"]),
        "lang": st.sampled_from(["zh", "en"]),
    },
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def schema(app):
    return schemathesis.openapi.from_wsgi("/openapi.json", app)


def test_every_path_is_tried(schema):
    assert set(schema) == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_answers_are_as_described(schema, path, mode):
    operation = schema[path]["post" if path == "/api/passages" else "get"]
    if mode is GenerationMode.NEGATIVE and not list(operation.iter_parameters()):
        pytest.skip("nothing to ask wrongly")

    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def each(case):
        # Control characters fall away before anything is judged: what is too long with them may do
        # without.
        must_refuse = mode is GenerationMode.NEGATIVE and not CONTROL.search(_typed(case.query))
        answer = case.call(headers=PLAIN)
        # 414 is a refusal, too, which that check does not know.
        checks = [*CHECKS, negative_data_rejection] if must_refuse and answer.status_code != 414 else CHECKS
        case.validate_response(answer, checks=checks)

    each()


def _typed(query):
    """All values as they are sent."""
    every = (value if isinstance(value, list) else [value] for value in query.values())
    return "".join(str(value) for values in every for value in values)


@pytest.mark.parametrize("path", ["/api/search", "/api/kwic", *TOLD, *SHARED, "/api/suggest"])
def test_so_are_those_to_queries_of_every_shape(schema, path):
    operation = schema[path]["post" if path == "/api/passages" else "get"]
    known = {parameter.name for parameter in operation.iter_parameters()}

    @BOUNDED
    @given(q=QUERIES, filters=FILTERS)
    def each(q, filters):
        asked = {name: value for name, value in {"q": q, **filters}.items() if name in known}
        if path == "/api/suggest":
            asked.pop("limit", None)  # its own limit is smaller
        case = operation.Case(query=asked)
        case.validate_response(case.call(headers=PLAIN), checks=CHECKS)

    each()


@pytest.mark.parametrize("report", [report.id for report in REPORTS])
def test_records_are_as_described(schema, report):
    case = schema["/api/reports/{id}"]["get"].Case(path_parameters={"id": report})
    answer = case.call(headers=PLAIN)
    assert answer.status_code == 200
    case.validate_response(answer, checks=CHECKS)


@pytest.mark.parametrize("report", [report.id for report in REPORTS])
@pytest.mark.parametrize("path", ACROSS)
def test_what_is_read_across_is_as_described(schema, path, report):
    section = next(each.sections[0].id for each in REPORTS if each.id == report)
    operation = schema[path]["get"]
    given = {"id": report} | ({"section": section} if "section" in path else {})
    asked = {} if "section" in path else {"with": REPORTS[0].id}
    case = operation.Case(path_parameters=given, query=asked)
    answer = case.call(headers=PLAIN)
    assert answer.status_code == 200
    case.validate_response(answer, checks=CHECKS)


@pytest.mark.parametrize(
    "path", ["/search", "/search.json", "/search.csv", "/search.atom", "/r/bbbbbbbbbbb1", "/phrase", "/matrix.csv"]
)
def test_pages_and_files_answer_whatever_is_asked(app, path):
    client = app.test_client()

    @BOUNDED
    @given(q=QUERIES, filters=FILTERS)
    def each(q, filters):
        answer = client.get(f"{path}?{urlencode({'q': q, **filters})}")
        assert answer.status_code in (200, 400)

    each()
