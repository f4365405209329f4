"""Matrix, spread and absence of an engine, each compared with plain counts; whatever rests on who
does not say it is withheld where that cannot be told."""

from material.plain_matrix import curve, first_uses
from material.plain_scan import Shelf

from search.request import Request


def in_segments(engine_over, folder, *shelves):
    """The engine over the last of these reports, built one after the other: segments, and what only
    the earlier ones held deleted from them."""
    for place, reports in enumerate(shelves):
        engine = engine_over(Shelf(reports), folder, fresh=not place)
    return engine


def cells(found):
    """(value, year) → counts of each cell."""
    return {
        (row.value, str(year)): tuple(cell)
        for row in found.rows
        for year, cell in zip(found.years, row.cells, strict=True)
        if cell
    }


def check_matrix(engine, plain, typed, filters, rows="zone"):
    """All cells are there and hold what is counted; with what stands beside they are the totals."""
    expected = plain.cells(rows)
    found = engine.matrix(Request(typed, filters, limit=200), rows=rows)
    stands = {at: cell for at, cell in expected.items() if at[1] and (at[0] or rows == "none")}
    assert cells(found) == stands, typed
    beside = [cell for at, cell in expected.items() if at not in stands]
    assert tuple(found.unplaced) == tuple(map(sum, zip(*beside, strict=True))) or not any(found.unplaced), typed
    placed = [sum(cell[at] for cell in stands.values()) for at in range(7)]
    # A report counts in each of its parts.
    for at in range(7) if rows != "part" else (2, 3, 4, 5):
        assert placed[at] + found.unplaced[at] == found.totals[at], typed
    return found


def check_silence(selection, plain, typed):
    """Words are said to select exactly where they do."""
    if selection.silence in ("", "not_for_names"):
        assert set(selection.names) == plain.divided(), typed
        assert bool(selection.names) == bool(selection.silence), typed
    else:
        assert not selection.names, typed


def check_spread(engine, plain, typed, filters, panel="held", every_kind=True, kind=None):
    """First uses, silent issuers, curve and years of issuers of one kind, or of all."""
    request = Request(typed, filters, limit=200)
    found = engine.spread(request, panel=panel, every_kind=every_kind, years=True)
    check_silence(found.selection, plain, typed)
    if found.selection.silence:
        assert (found.first, found.silent, found.curve, found.body_years, found.half_year) == ((), (), (), (), None)
        return found
    years = plain.years_of(kind)
    expected = first_uses(years)
    told = {each.zone: (each.by, each.after, each.state) for each in found.first}
    assert told | {each.zone: (None, None, "silent") for each in found.silent} == expected, typed
    every = {year for said in years.values() for year in said}
    whole = [zone for zone in years if every == set(years[zone])]
    among = list(years) if panel == "held" else whole
    assert {row.year: tuple(row)[1:] for row in found.curve} == curve(years, among), typed
    balanced = curve(years, whole)
    assert found.half_year == next((year for year, row in balanced.items() if 2 * row[2] > row[0]), None), typed
    assert {(each.zone, each.year): bool(each.say) for each in found.body_years} == {
        (zone, year): says for zone, said in years.items() for year, says in said.items()
    }, typed
    return found


def check_absence(engine, plain, typed, filters):
    """Silent, saying and without the part are all that is held, and nobody else is called
    silent."""
    found = engine.absent(Request(typed, filters, limit=200))
    held = {row.report for row in plain.held}
    assert (found.held, found.say) == (len(held), len({row.report for row in plain.said})), typed
    assert found.without_part == len({row.report for row in plain.any_part} - held), typed
    check_silence(found.selection, plain, typed)
    if found.selection.silence:
        assert found.silent is None, typed
    else:
        assert {each.report for each in found.silent} == plain.silent(), typed
        assert found.held == found.say + found.silent_total, typed
    return found
