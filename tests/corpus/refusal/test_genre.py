"""What stands behind the last word of a title."""

import pytest

from corpus.refusal.genre import bare_title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("年度报告编制指南(2025年版)", "年度报告编制指南"),
        ("工作要点问答第3期!", "工作要点问答"),
        ("(2025年版)", "(2025年版)"),
        # what is as long as a text is looked at from its end
        ("2023" * 6_000 + "年度报告(2023年版)", "2023" * 6_000 + "年度报告"),
        ("报告" + "2023" * 6_000, "报告" + "2023" * 5_970),
    ],
)
def test_bare_title(title, bare):
    assert bare_title(title) == bare
