"""What a text shares, said as plainly as possible: every place of it tried against every owner."""

from corpus.text.fold import squeeze

GAP = "\n"


def lengths(text, of, many, least):
    """For each character of squeezed `text`: the longest strings from it on that owners hold,
    longest first, at most `many`; shorter ones than `least` are none. `of`: texts by owner."""
    held = {owner: GAP.join(map(squeeze, texts)) for owner, texts in of.items()}
    by_owner = {owner: _of_one(text, one) for owner, one in held.items()}
    found = []
    for place in range(len(text)):
        best = sorted((each[place] for each in by_owner.values() if each[place] >= least), reverse=True)
        found.append(tuple([*best, *[0] * many][:many]))
    return found


def _of_one(text, held):
    found, length = [], 0
    for place in range(len(text)):
        length = max(length - 1, 0)
        while place + length < len(text) and text[place + length] != GAP:
            if text[place : place + length + 1] not in held:
                break
            length += 1
        found.append(length)
    return found


def titled(text):
    """The places that stand in 《》, the marks too."""
    inside = set()
    for at in range(len(text)):
        end = text.find("》", at)
        if text[at] == "《" and end >= 0 and not {*text[at + 1 : end]} & {"《", GAP}:
            inside.update(range(at, end + 1))
    return inside


def covered(text, found, nth, least):
    """The places of `text` that count as standing in a string that so many owners hold."""
    inside, titles = set(), titled(text)
    for place, best in enumerate(found):
        string = {*range(place, place + best[nth - 1])} - titles
        if len(string) >= least:
            inside |= string
    return inside
