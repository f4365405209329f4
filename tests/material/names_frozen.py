"""Names cut into spans, beside the labels that a person gave them: what the last run that was
accepted made of them.

    python -m material.names_frozen        writes names_run.csv anew (from tests/)

`tests/corpus/name/names.csv` is labelled by hand (group, name as printed, its spans, the name
without its organ); `names_run.csv` says for each of them what came out. A change of either shows in
the difference, right ones that go wrong first of all.
"""

from __future__ import annotations

import csv
from pathlib import Path

from corpus.name.composed import clean_name
from corpus.name.spans import spans

FOLDER = Path(__file__).parents[1] / "corpus" / "name"
LABELLED, RUN = FOLDER / "names.csv", FOLDER / "names_run.csv"
COLUMNS = ("group", "printed", "spans", "name")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def now() -> list[dict[str, str]]:
    """What comes out today, in the order of the labels."""
    return [{**row, "spans": written(row["printed"]), "name": clean_name(row["printed"])} for row in rows(LABELLED)]


def written(name: str) -> str:
    """Spans as the tables write them: 中共/party 平乐县/place 委/committee."""
    return " ".join(f"{span.text.replace(' ', '␣')}/{span.tag}" for span in spans(name))


def main() -> None:
    with RUN.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(now())


if __name__ == "__main__":
    main()
