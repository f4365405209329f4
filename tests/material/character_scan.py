"""The guarantee's other side: what a plain scan of folded text finds, and ways to type the same
phrase otherwise."""

from bisect import bisect_right
from collections import Counter, defaultdict

from material.checkout import ROOT

from corpus.text.fold import SELECTORS, SPACES, fold, squeeze

BETWEEN = "\0"  # stands between sections: no squeezed phrase holds it


class PlainScan:
    """All sections in one string of squeezed text."""

    def __init__(self, reports):
        self.sections = [(report.id, section) for report in reports for section in report.sections]
        squeezed = [squeeze(section.text) for _, section in self.sections]
        self.text = BETWEEN.join(squeezed)
        self.starts = [0]
        for text in squeezed[:-1]:
            self.starts.append(self.starts[-1] + len(text) + 1)

    def counts(self, phrase):
        """{(report, section): occurrences}, overlapping ones included."""
        found, at, squeezed = Counter(), -1, squeeze(phrase)
        while (at := self.text.find(squeezed, at + 1)) >= 0:
            report, section = self.sections[bisect_right(self.starts, at) - 1]
            found[report, section.id] += 1
        return found


def same_characters():
    """Folded character → the characters that fold to it."""
    forms = defaultdict(list)
    rows = (ROOT / "corpus" / "text" / "fold.tsv").read_text(encoding="utf8").split("\n")
    for row in rows:
        if row and not row.startswith("#"):
            code, became = row.split("\t")[:2]
            forms[chr(int(became, 16))].append(chr(int(code, 16)))
    return dict(forms)


FORMS = same_characters()
LEFT_OUT = (sorted(SPACES), sorted(SELECTORS))


def typed_otherwise(phrase, random):
    """The same phrase in another script, width, with spaces or selectors: it folds and squeezes to
    the same."""
    typed = [random.choice([char, *FORMS.get(fold(char), [])]) for char in phrase]
    spaced = sprinkled("".join(typed), random)
    assert squeeze(spaced) == squeeze(phrase)
    return spaced


def sprinkled(text, random, share=0.2):
    """The same text with white space or a variation selector behind a share of its characters."""
    return "".join(char + random.choice(random.choice(LEFT_OUT)) * (random.random() < share) for char in text)


def substrings(reports, number, random, shortest=2, longest=20):
    """Random substrings inside one paragraph of a section, as written, not only white space."""
    paragraphs = [
        p
        for report in reports
        for section in report.sections
        for p in section.text.split("\n")
        if len(squeeze(p)) >= shortest
    ]
    weights = [len(p) for p in paragraphs]
    found = []
    while len(found) < number:
        (paragraph,) = random.choices(paragraphs, weights)
        length = random.randint(shortest, longest)
        at = random.randrange(max(1, len(paragraph) - length + 1))
        phrase = paragraph[at : at + length]
        if len(squeeze(phrase)) >= shortest:
            found.append(phrase)
    return found
