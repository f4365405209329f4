"""A handful of reports, written for a test in a line each."""

from corpus.records import Report, Section


def report(name, *texts, zone="火炬区", year=2022, title=None, place=("广东省", "潮州市"), **other):
    """A report whose sections are `texts`; (number, heading, text) gives one a heading."""
    facts = {"level": "国家级开发区", "kind": "法治政府建设", "part": None, "number": None} | other
    sections = [text if isinstance(text, tuple) else (None, None, text) for text in texts]
    return Report(
        id=f"{name:0>12}",
        title=title or f"{zone}{year}年法治政府建设年度报告",
        zone=zone,
        zone_then=None,
        province=place[0],
        city=place[1],
        county=None,
        level=facts["level"],
        kind=facts["kind"],
        year=year,
        published=None,
        issued=None,
        number=facts["number"],
        script="hans",
        url=None,
        sources=(),
        source_sha256="",
        sections=tuple(
            Section(str(order), 1, number, heading, text, facts["part"])
            for order, (number, heading, text) in enumerate(sections)
        ),
    )
