"""A report's own number, and the numbers it only cites."""

import pytest

from corpus.describe.docnumber import comparable, document_number, is_whole


@pytest.mark.parametrize(
    ("head", "title", "number"),
    [
        (["某高委报[2023]8号"], None, "某高委报〔2023〕8号"),
        (["某政发〔2020〕 12 号   签发人:张某"], None, "某政发〔2020〕12号"),
        (["文 号: 某委〔2019〕3号 有效性: 有效"], None, "某委〔2019〕3号"),
        (["| 发文字号 | 某府〔2021〕45号 |"], None, "某府〔2021〕45号"),
        (["发文字号:", "某府〔2021〕45号"], None, "某府〔2021〕45号"),
        (["文号:〔〕号"], None, None),  # an empty template
        (["文号:", "主题: 落实国发〔2020〕3号的意见"], None, None),
        (["按照某委法〔2019〕3号要求,现报告如下"], None, None),  # cited
        ([], "某市2020年报告(某政发〔2020〕5号)", "某政发〔2020〕5号"),
        ([], None, None),
    ],
)
def test_own_numbers(head, title, number):
    assert document_number(head, [], title)[0] == number


@pytest.mark.parametrize(
    "typed",
    [
        "某政发〔2023〕5号",
        "某政发[2023]5号",
        "某政发(2023)5号",
        "某政发（2023）5号",
        "某政发【2023】5号",
        "某政发［2023］5号",
        "某政发﹝2023﹞5号",
        "某政发〔２０２３〕５号",
        "某政发 〔2023〕 5 号",
        "某政發〔2023〕5號",
        "某政发〔2023〕第5号",
        "某政发〔2023〕05号",
    ],
)
def test_all_writings_of_a_number_are_one(typed):
    assert comparable(typed) == "某政发[2023]5号"
    assert is_whole(comparable(typed))


@pytest.mark.parametrize("typed", ["某政发", "某政发〔2023〕", "5号", "关于某政发〔2023〕5号的说明", "某政发2023年5号"])
def test_what_is_no_whole_number(typed):
    assert not is_whole(comparable(typed))
