"""What people call a division: its name without ending and peoples, or one that no rule gives."""

from __future__ import annotations

import re

PEOPLE_NAMES = (
    "壮族 满族 回族 苗族 维吾尔族 维吾尔 土家族 彝族 蒙古族 蒙古 藏族 布依族 侗族 瑶族 朝鲜族 白族 哈尼族 哈萨克族 哈萨克 黎族 傣族 畲族 "
    "傈僳族 仡佬族 东乡族 拉祜族 水族 佤族 纳西族 羌族 土族 仫佬族 锡伯族 锡伯 柯尔克孜族 柯尔克孜 达斡尔族 景颇族 毛南族 撒拉族 布朗族 "
    "塔吉克族 塔吉克 阿昌族 普米族 鄂温克族 怒族 京族 德昂族 保安族 裕固族 独龙族 各族"
)
PEOPLES = PEOPLE_NAMES.split()
ENDING = re.compile(r"(自治区|自治州|自治县|自治旗|特别行政区|地区|省|市|县|区|州|盟|旗)$")
AUTONOMOUS = re.compile(r"自治[区州县旗]$|族区$")
# Short names that no rule gives.
USUAL = {
    "内蒙古自治区": ("内蒙古", "内蒙"),
    "神农架林区": ("神农架",),
    "昆都仑区": ("昆都仑", "昆区"),
    "浦东新区": ("浦东",),
    "科尔沁右翼前旗": ("科右前旗",),
    "科尔沁右翼中旗": ("科右中旗",),
    "科尔沁左翼中旗": ("科左中旗",),
    "科尔沁左翼后旗": ("科左后旗",),
    "察哈尔右翼前旗": ("察右前旗",),
    "察哈尔右翼中旗": ("察右中旗",),
    "察哈尔右翼后旗": ("察右后旗",),
    "达尔罕茂明安联合旗": ("达茂旗",),
    "莫力达瓦达斡尔族自治旗": ("莫旗", "莫力达瓦旗"),
    "鄂温克族自治旗": ("鄂温克旗",),
    "阿鲁科尔沁旗": ("阿旗",),
    "克孜勒苏柯尔克孜自治州": ("克州", "克孜勒苏州", "克孜勒苏"),
    "巴音郭楞蒙古自治州": ("巴州", "巴音郭楞州", "巴音郭楞"),
    "博尔塔拉蒙古自治州": ("博州", "博尔塔拉州", "博尔塔拉"),
    "前郭尔罗斯蒙古族自治县": ("前郭县", "前郭"),
    "东乡族自治县": ("东乡县", "东乡"),
    "喀喇沁左翼蒙古族自治县": ("喀左县", "喀左", "喀喇沁左翼县"),
}


def short_names(name: str) -> tuple[str, ...]:
    """恩施土家族苗族自治州 → 恩施, 恩施州; 句容市 → 句容. Empty where one character is left."""
    if name in USUAL:
        return USUAL[name]
    stem = ENDING.sub("", name)
    if AUTONOMOUS.search(name):
        stem = without_peoples(stem)
    if len(stem) < 2:
        return ()
    ending = name[-1]
    # 湘西州, 前郭县: the short name with its last character, where the full one holds more between
    return (stem, stem + ending) if stem + ending != name and ending in "州县旗区" else (stem,)


def without_peoples(stem: str) -> str:
    """恩施土家族苗族 → 恩施."""
    for people in sorted(PEOPLES, key=len, reverse=True):
        if stem.endswith(people) and len(stem) > len(people) + 1:
            return without_peoples(stem[: -len(people)])
    return stem
