"""Whether a comparison found the edits that were made."""


def rows_of(expected):
    """The rows that an expected edit leaves: (kind, old text, new text, moved, partner's text)."""
    kind, old, new, moved = expected
    if kind == "split":
        return [
            {("reworded", old, new[0], moved, None), ("split", None, new[1], False, old)},
            {("reworded", old, new[1], moved, None), ("split", None, new[0], False, old)},
        ]
    if kind == "merged":
        return [
            {("reworded", old[0], new, moved, None), ("merged", old[1], None, False, new)},
            {("reworded", old[1], new, moved, None), ("merged", old[0], None, False, new)},
        ]
    return [{(kind, old, new, moved, None)}]


def plain(row):
    """A row as plain values."""
    texts = [side and side.text for side in (row.old, row.new, row.partner)]
    return (row.kind, texts[0], texts[1], row.moved, texts[2])


def found_in(changes, expected):
    """Whether the rows of one edit are all there."""
    rows = {plain(row) for row in changes.rows}
    return any(way <= rows for way in rows_of(expected))


def rest_unchanged(changes, expected):
    """Whether all rows that no edit explains say that nothing changed."""
    explained = {row for each in expected for way in rows_of(each) for row in way}
    return all(plain(row) in explained or (row.kind == "unchanged" and not row.moved) for row in changes.rows)
