"""A bare name is completed by the longer one that ends with it, and by no other."""

import pytest

from corpus.name.bare import completed

CASES = (
    # name, others on the page, what it stands for
    ("新区", ("西咸新区管理委员会",), "西咸新区"),
    ("新区管委会", ("（新区管委会）", "新区", "滨湖新区管委会"), "滨湖新区"),
    ("新区", ("市新区", "县新区管理委员会"), "新区"),
    ("新区", ("西咸新区财政局",), "新区"),
    ("新区", (), "新区"),
    ("综保区", ("重庆西永综合保税区管理委员会",), "重庆西永综合保税区"),
    ("示范区管委会", ("杨凌农业高新技术产业示范区管理委员会",), "杨凌农业高新技术产业示范区"),
    ("管委会", ("郑东新区管理委员会",), "郑东新区"),
    ("管委会", ("郑州市人民政府",), "管委会"),
    ("镇人民政府", ("大邑县人民政府", "大邑县安仁镇人民政府"), "大邑县安仁镇"),
    ("街道", ("武侯区玉林街道办事处",), "武侯区玉林街道"),
    ("分局", ("无锡市公安局滨湖分局",), "无锡市公安局滨湖分局"),
    ("市政府", ("镇江市人民政府",), "市政府"),
    ("财政局", ("镇江市财政局",), "财政局"),
    ("长安区", ("西安市长安区",), "长安区"),
    ("滨湖新区", ("合肥滨湖新区管理委员会",), "滨湖新区"),
)


@pytest.mark.parametrize(("name", "others", "whole"), CASES)
def test_a_bare_name_is_completed(name, others, whole):
    assert completed(name, others) == whole
