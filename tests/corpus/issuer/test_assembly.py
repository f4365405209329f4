"""The assembly before which a report was delivered says whose it is."""

import pytest

from corpus.issuer.assembly import assemblies


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("——2024年1月10日在平乐县第十届人民代表大会第三次会议上", ["平乐县"]),
        ("（2024年1月10日在恭城瑶族自治县第十届人民代表大会第五次会议上）", ["恭城瑶族自治县"]),
        ("二〇二四年一月十日在日照市第十九届人民代表大会第三次会议上", ["日照市"]),
        ("2024年1月10日上午在南京市鼓楼区第十九届人大第三次会议上", ["南京市鼓楼区"]),
        ("——2024年1月10日在句容市宝华镇第十九届人民代表大会第三次会议上", ["句容市宝华镇"]),
        ("—2024年1月10日在广西壮族自治区第十四届人民代表大会常务委员会第五次会议上", ["广西壮族自治区"]),
        ("——2024年3月5日在第十四届全国人民代表大会第二次会议上", []),
        ("我在平乐县工作多年。", []),
        ("会议", []),
        ("平乐县第十届人民代表大会第三次会议上，代表们认真审议了各项报告。" * 5, []),  # no line of its own
    ],
)
def test_places_of_assemblies(line, places):
    assert assemblies([line]) == places
