"""What an index on the cluster is made like: how texts are cut, counted and kept.

Characters are tokens, so a phrase is exactly a substring: of 1,013 phrases of work reports and 313
of laws all equal a scan, overlaps counted, at 4.4 bytes a character of text. A `wildcard` field
without its source answers 0 for 309 of 313 and says nothing.
"""

from __future__ import annotations

from typing import Any, Final

from index.disk.schema import written_with

# Raise it with every change of what is written here, beside `index.disk.schema.VERSION`.
VERSION: Final = 1
# Positions between paragraphs: more than any distance that may be asked for, `~99`.
GAP: Final = 200
# Around a character that begins a word, or ends one, and between characters that are so marked: no
# text has these, they are no characters.
BEGINS, ENDS, BETWEEN = "\ufdd0", "\ufdd1", "\ufdd2"
# Sections of one report in order are numbered next to each other; no report has more.
MOST_SECTIONS: Final = 1 << 20

# How often a phrase stands there is its score: `boost` is one over its number of terms.
_COUNTED: Final = {"type": "scripted", "script": {"source": "return query.boost * doc.freq"}}
_MARKED: Final = [f"{BEGINS}.{ENDS}", f"({BEGINS}.)", f"(.{ENDS})", f"{BEGINS}?(.){ENDS}?"]
_ANALYSIS: Final = {
    "tokenizer": {
        "character": {"type": "ngram", "min_gram": 1, "max_gram": 1},
        "marked": {"type": "char_group", "tokenize_on_chars": [BETWEEN]},
    },
    "filter": {"ways": {"type": "pattern_capture", "preserve_original": True, "patterns": _MARKED[1:]}},
    "analyzer": {
        "characters": {"type": "custom", "tokenizer": "character"},
        "edges": {"type": "custom", "tokenizer": "marked", "filter": ["ways"]},
        "as_marked": {"type": "custom", "tokenizer": "marked"},
    },
}
_TEXT: Final = {
    "type": "text",
    "norms": False,
    "similarity": "counted",
    "position_increment_gap": GAP,
    "analyzer": "characters",
}
_EDGES: Final = {**_TEXT, "analyzer": "edges", "search_analyzer": "as_marked"}
_KEYWORD: Final = {"type": "keyword"}
_NUMBER: Final = {"type": "integer"}
_KEPT: Final = {"type": "object", "enabled": False}
_FIELDS: Final = {
    # The section's own text, its heading alone, and both with the edges of words.
    "text": {**_TEXT, "index_phrases": True},
    "head": _TEXT,
    "edge": _EDGES,
    "head_edge": _EDGES,
    # What its report is about: title; names of the issuer and its place; document number.
    "title": _TEXT,
    "names": _TEXT,
    "number": _TEXT,
    **dict.fromkeys(("report", "year", "province", "city", "zone", "level", "part", "kind", "stamp"), _KEYWORD),
    "report_n": _NUMBER,
    "section_n": {"type": "long"},
    "order": _NUMBER,
    "length": _NUMBER,
    "headed": {"type": "boolean"},
    # What is shown and never searched.
    "kept": _KEPT,
    "of_report": _KEPT,
}


def definition(shards: int, replicas: int) -> dict[str, Any]:
    """Settings and mappings of a new index, in which nothing is seen until it is asked to be."""
    return {
        "settings": {
            "index": {
                "number_of_shards": shards,
                "number_of_replicas": replicas,
                "refresh_interval": "-1",
                "codec": "best_compression",
                # A selection of reports is told by naming them.
                "max_terms_count": 1_000_000,
                "analysis": _ANALYSIS,
                "similarity": {"counted": _COUNTED},
            }
        },
        "mappings": {
            "dynamic": False,
            "_source": {"includes": ["kept", "of_report", "report", "report_n", "order", "part", "stamp"]},
            "_routing": {"required": True},
            "_meta": meta(0, False),
            "properties": _FIELDS,
        },
    }


def meta(commit: int, changing: bool) -> dict[str, Any]:
    """What an index says of itself: by what it was written, how often it was changed, and whether a
    change is just being made visible."""
    return {"written_with": f"{VERSION}-{written_with()}", "commit": commit, "changing": changing}
