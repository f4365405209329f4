"""Lines of a page, weighed: text alone, or with the tag and the containers that hold it and its
share of links."""

from corpus.line.weight import weigh_all
from corpus.records import Line

SENTENCE = "2023年，我局坚持依法行政，全年办理行政处罚案件52件，无一件被撤销。"


def weighed(*lines):
    """Each line a text, or (text, path) or (text, path, share of links)."""
    return weigh_all([Line(line) if isinstance(line, str) else _placed(*line) for line in lines])


def _placed(text, path, linked=0.0):
    names = tuple(path.split())
    return Line(text, names[-1].split("#")[0].split(".")[0] if names else "", names, linked)
