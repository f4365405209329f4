"""Organs named around a report: signatures, printers, letterheads, addressees."""

import pytest

from corpus.issuer.signature import addressees, letterheads, printers, signatures


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["东湖县人民政府", "2024年1月5日"], ["东湖县人民政府"]),
        (["东湖县司法局 2024年1月5日"], ["东湖县司法局"]),
        (["（东湖县人民政府）", "二〇二四年一月五日"], ["东湖县人民政府"]),
        (["东湖经济技术", "开发区管理委员会", "2024年1月5日"], ["东湖经济技术开发区管理委员会"]),
        (["东湖新区", "管理委员会", "2024年1月5日"], ["东湖新区管理委员会"]),
        (["东湖县司法局", "东湖县人民政府", "2024年1月5日"], ["东湖县司法局", "东湖县人民政府"]),
        (["东湖县", "2024年1月5日"], ["东湖县"]),  # a place signs where its date is below
        (["东湖县", "（此件公开发布）"], []),
        (["抄送：市委依法治市办公室。"], []),
        (["联系单位：东湖县司法局"], []),
        (["东湖县人民政府办公室 2024年1月5日印发"], []),
        (["我局", "2024年1月5日"], []),
        ([], []),
    ],
)
def test_signatures(lines, names):
    assert signatures(lines) == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["某高新区党政办公室 2023年11月17日印发"], ["某高新区"]),
        (["东湖县人民政府办公室2024年1月5日印发"], ["东湖县"]),
        (["东湖县司法局办公室 2024年1月5日印发"], ["东湖县司法局"]),
        (["东湖县人民政府办公室"], []),
    ],
)
def test_printers(lines, names):
    assert printers(lines) == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["东 湖 县 人 民 政 府 文 件"], ["东湖县人民政府"]),
        (["东湖县，人民政府文件"], ["东湖县人民政府"]),  # a stray comma of text recognition
        (["東湖縣人民政府文件"], ["东湖县人民政府"]),
        (["相关文件"], ["相关"]),
        (["我局文件", "文件"], []),
    ],
)
def test_letterheads(lines, names):
    assert letterheads(lines) == names


@pytest.mark.parametrize(
    ("front", "paragraphs", "names"),
    [
        (["中共潮州市委："], [], ["潮州市委"]),
        (["市委、市政府："], ["正文"], ["市委、市政府"]),
        ([], ["市人民政府：", "正文"], ["市人民政府"]),
        (["各位代表："], [], []),
    ],
)
def test_addressees(front, paragraphs, names):
    assert addressees(front, paragraphs) == names
