"""What a document of the index holds, and the version of it that an index must have been written
with."""

from __future__ import annotations

import zlib
from functools import lru_cache

from whoosh.fields import Schema

from corpus.text.fold import FOLD_TABLE
from index.disk.column import CharacterColumn
from index.disk.facts import FactsColumn
from index.disk.field import ColumnField, Key, TextField
from index.words.cut import WORDS

# Raise it with every change of what is written: fields, columns, layout, rules of segmentation, and
# the module of any class that Whoosh pickles into its files (3: those of index.disk; 4: variation
# selectors are left out of the matched text; 5: document numbers, fingerprints of sections; 6: how sure a scan is).
VERSION = 6
# Those modules are called otherwise in a wheel (setup.py): an index written there is another one.
WITHIN = __name__.removesuffix("index.disk.schema")


@lru_cache(maxsize=1)
def written_with() -> str:
    """The version of the schema, the folding table and the dictionary, as one short string."""
    return f"{WITHIN}{VERSION}-{zlib.crc32(FOLD_TABLE.tobytes()):08x}-{zlib.crc32(WORDS.read_bytes()):08x}"


def schema() -> Schema:
    """One document is a section. Only `id`, `report` and the words of `text` have postings.

    id, report   `<report>#<section>` and the report's id
    text         the section's own text: words and characters
    about        on the first section of each report: title, zone and its other names, place; characters only
    facts        what facets count and what a hit shows
    """
    return Schema(
        id=Key(stored=True, unique=True),
        report=Key(),
        text=TextField(),
        about=ColumnField(CharacterColumn()),
        facts=ColumnField(FactsColumn()),
    )
