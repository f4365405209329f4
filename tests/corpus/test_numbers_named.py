"""Weights and thresholds have names, and beside each stands what it was measured on or what it
rejects; a bare number in a comparison or a score has neither."""

import ast

import pytest
from material.checkout import ROOT

CORPUS = ROOT / "corpus"
ASKED = (
    *("strip", "outline", "repair", "line", "text", "title", "describe", "gazetteer", "store", "intake"),
    *("issuer", "name", "load", "sheet", "form", "refusal", "crawl", "wording"),
)
PLAIN = {0, 1, 2}
# Facts, not thresholds: of positions, calendars, codes; and the modules whose weights are told by their branches.
FACTS = {
    "corpus/crawl/manners/failure.py": {401, 403, 1 << 20},  # HTTP's codes, a megabyte
    "corpus/crawl/manners/gate.py": {400, 500},
    "corpus/crawl/taking.py": {86_400, 1e9},  # seconds of a day; older than anything
    "corpus/crawl/ways/sitemap.py": {16},  # zlib's sign for gzip
    "corpus/issuer/division.py": {3},  # the rank of a county
    "corpus/issuer/hints.py": {3},
    "corpus/issuer/naming.py": {3},
    "corpus/issuer/place.py": {3},
    "corpus/issuer/self_name.py": {3},
    "corpus/issuer/single.py": {3},
    "corpus/issuer/zone.py": {3},
    "corpus/load/html/thin.py": {3},  # characters of -->
    "corpus/load/page.py": {1 << 20},
    "corpus/load/pdf_text.py": {4},  # quarters of a turn
    "corpus/load/word/numbers.py": {20, 26, 65, 97, 9311},  # letters, and circled numbers up to ⑳
    "corpus/gazetteer/divisions.py": {3},
    "corpus/gazetteer/hosts.py": {3},
    "corpus/gazetteer/leading.py": {3},
    "corpus/gazetteer/zones.py": {3},  # a zone's name is its kind and more
    "corpus/store/corrections.py": {3},  # columns that a line must have
    "corpus/store/twins.py": {3},
    "corpus/store/pages.py": {20},  # a megabyte
    "corpus/text/fingerprint.py": {8, 33, 63},  # bits
    "corpus/text/mask_digits.py": {0x10000},
    "corpus/text/mask_form.py": {10, 12, 31},  # digits, months, days
    "corpus/text/numerals.py": {10},
    "corpus/title/broken.py": {1.5, 3.0, 6.0},  # each beside the shape of lines that it is given for
    "corpus/describe/publication.py": {4},  # a date right behind its label on the next line
    "corpus/describe/report.py": {0.9, 3},
}
SCORES = (ast.Compare, ast.BinOp, ast.IfExp, ast.Return, ast.AugAssign)


def is_number(node):
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in PLAIN


def bare_numbers(tree):
    """The numbers in comparisons, sums and what is returned, outside of constants."""
    within = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    constants = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    named = {id(each) for constant in constants for each in ast.walk(constant)}
    for node in ast.walk(tree):
        if is_number(node) and id(node) not in named:
            around = list(outer(node, within))
            first = next(each for each in around if not isinstance(each, ast.UnaryOp | ast.Tuple))
            if isinstance(first, SCORES) and not any(isinstance(each, ast.Subscript) for each in around):
                yield node.value


def outer(node, within):
    """What a node stands in, inside its statement and with it, the nearest first."""
    while node in within and not isinstance(node, ast.stmt):
        node = within[node]
        yield node


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("MOST = 7", []),
        ("def f(x):\n    return x > 7", [7]),
        ("def f(x):\n    return 0.3 * x + 1", [0.3]),
        ("def f(x):\n    return -3.0 if x else 0.0", [3.0]),
        ("def f(x):\n    return x[:7], x[max(0, y - 7)], g(7), x > MOST", []),
        ("def f(x):\n    x += 4\n    return x == -1", [4]),
    ],
)
def test_what_counts_as_bare(code, found):
    assert list(bare_numbers(ast.parse(code))) == found


def test_weights_and_thresholds_have_names():
    paths = sorted(path for folder in ASKED for path in (CORPUS / folder).rglob("*.py"))
    names = {str(path.relative_to(ROOT)): set(bare_numbers(ast.parse(path.read_text()))) for path in paths}
    assert {name: bare for name, numbers in names.items() if (bare := numbers - FACTS.get(name, set()))} == {}


def told(lines, row):
    """Is something said of the constant on its line, or right above it or the ones it stands with?"""
    if "#" in lines[row]:
        return True
    while row and lines[row - 1] and not lines[row - 1].startswith(("#", "from", "import", " ", ")", "}", '"')):
        row -= 1
    return row > 0 and lines[row - 1].startswith("#")


def unsaid(path):
    """Names of constants that are numbers and have nothing said beside them."""
    source = path.read_text()
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            if all(map(is_number, values)) and not told(source.split("\n"), node.lineno - 1):
                yield ast.unparse(node)


def test_something_is_said_of_each():
    paths = sorted(path for folder in ASKED for path in (CORPUS / folder).rglob("*.py"))
    assert {str(path.relative_to(ROOT)): found for path in paths if (found := list(unsaid(path)))} == {}
