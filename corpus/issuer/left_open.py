"""Names that several places bear, on pages that do not say which: the name stays as printed, no
place is made up, and the evidence says so."""

from __future__ import annotations

from corpus.gazetteer.leading import below, leading_places
from corpus.issuer.zone import Identity
from corpus.wording.coded import recorded, said


def left_open(name: str, identity: Identity) -> bool:
    """Did nothing on the page tell which of the places a name can mean is the issuer's?"""
    if identity.level == "国家":
        return False
    if identity.code is None:
        return True
    codes = leading_places(name)[0]
    return len(codes) > 1 and not any(identity.code == code or below(identity.code, code) for code in codes)


def evidence_of(source: str, name: str, identity: Identity) -> str:
    """Where a name stood, and, where its place stays open, that nobody says which it is."""
    if not left_open(name, identity):
        return source
    return said("open_place", source=recorded(source), name=name)
