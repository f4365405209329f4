"""The Whoosh fields of the index: the text, searched by words and by characters, and fields that
are columns only.

Any Whoosh program can search `text`: its analyzer folds and segments a query as the sections were.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.columns import Column
from whoosh.fields import ID, FieldType
from whoosh.formats import Format

from corpus.text.fold import fold
from index.disk.column import CharacterColumn
from index.words.cut import segment
from index.words.passage import Passage, analysed


class WordTokenizer(Tokenizer):
    """Whoosh's view of `segment`: folds, cuts, gives words with positions and character offsets."""

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        start_pos: int = 0,
        start_char: int = 0,
        **kwargs: Any,
    ) -> Iterator[Token]:
        token = Token(positions, chars, **kwargs)
        for position, (word, offset) in enumerate(segment(fold(value)), start_pos):
            token.text, token.boost = word, 1.0
            token.pos = position
            token.startchar, token.endchar = start_char + offset, start_char + offset + len(word)
            yield token


class Counts(Format):
    """Postings that hold how often a word stands in a document, as their weight, and nothing else.

    (Whoosh's Frequency writes the same number a second time, as four bytes a posting.)
    """

    posting_size = 0


class TextField(FieldType):
    """Postings by jieba and a column of characters, both from one `Passage`.

    `index` yields nothing: the codec counts the words of a whole segment from the column when it is
    closed.
    """

    indexed = scorable = True
    stored = unique = False
    vector = None
    # A run of text that jieba cuts stands for all of its words.
    multitoken_query = "and"

    def __init__(self) -> None:
        self.format = Counts()
        self.analyzer = WordTokenizer()
        self.column_type = CharacterColumn()

    def index(self, value: Passage, **kwargs: Any) -> tuple[()]:  # noqa: ARG002 (Whoosh's signature)
        return ()

    def to_column_value(self, value: Passage | str) -> Passage:
        return analysed(value) if isinstance(value, str) else value

    def from_column_value(self, value: Passage) -> Passage:
        return value


class Key(ID):
    """An id: indexed whole, without the tokenizer Whoosh sends ids through."""

    def index(self, value: str, **kwargs: Any) -> tuple[tuple[bytes, int, float, bytes]]:  # noqa: ARG002 (Whoosh's)
        return ((value.encode(), 1, 1.0, b""),)


class ColumnField(FieldType):
    """A field without postings."""

    indexed = scorable = stored = unique = False
    analyzer = format = vector = None

    def __init__(self, column: Column) -> None:
        self.column_type = column

    def to_column_value(self, value: Any) -> Any:
        return value

    def from_column_value(self, value: Any) -> Any:
        return value

    def supports(self, name: str) -> bool:  # noqa: ARG002 (Whoosh's signature)
        return False

    def separate_spelling(self) -> bool:
        return False
