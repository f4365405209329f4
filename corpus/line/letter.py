"""Parts of an official letter around its body: number, letterhead, addressee, signer, copies.

They are no furniture: what is certain of them is kept in front of or behind the body.
"""

from __future__ import annotations

import re

from corpus.text.dates import DATE

# A longer line is a sentence, whatever it begins with.
LONGEST_PART = 160

_NUMBER = re.compile(
    r"(?:文号:)?[\u4e00-\u9fffa-z()]{1,16}[\[(【]\d{4}[\])】]第?\d{1,5}号(?:签发人:?[\u4e00-\u9fff·]{2,12})?"
)
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff,、()-]{4,60}文件")
_SIGNER = re.compile(r"[签答][发收]人:?[\u4e00-\u9fff·]{2,12}|(?:会签人|校对人?|核稿人?|拟稿人?):[\u4e00-\u9fff·]{2,8}")
_COPIES = re.compile(r"(?:抄送|抄报|主送|分送|报送|发送|主题词|共印\d+份)[:\d].{0,200}")
_PRINTED = re.compile(rf"[\u4e00-\u9fff、()]{{0,50}}{DATE}(?:印发|印)[。]?")
_RELEASE = re.compile(
    r"[(\[【]?(?:此件|本件|该件)[\u4e00-\u9fff]{0,12}(?:公开|删减)[\u4e00-\u9fff]{0,8}[)\]】]?|公开(?:属性|方式|选项):?(?:主动|依申请|不予)?公开"
)
_CONTACT = re.compile(
    r"[(\[]?(?:联系人|联系电话|联系方式|联系地址|咨询电话|电话|传真|邮编|邮政编码|电子邮箱|邮箱|e-?mail|办公地址|地址)[::].{0,120}"
)
# How a report was delivered: ——2023年1月15日在…会议上, and by whom.
_DELIVERY = re.compile(
    rf"[\-(]*{DATE}(?:上午|下午)?在.{{4,60}}|[\-(]*.{{0,40}}(?:代表大会|委员会)?第.{{1,5}}次(?:全体)?会议(?:上|通过)?[)]?"
    r"|(?:[\u4e00-\u9fff]{0,12}(?:省|市|区|县|州|镇|乡|旗|盟)(?:人民政府)?)?(?:代)?(?:省长|市长|区长|县长|州长|镇长|乡长|旗长|盟长|主席)[\u4e00-\u9fff·]{2,4}"
)
_ADDRESSEE = re.compile(
    r"(?:尊敬的)?(?:各位|主任)?[\u4e00-\u9fff、,()·]{0,60}"
    r"(?:委|府|办|室|会|院|厅|局|部|处|区|县|市|省|组|社|所|站|中心|机构|领导|部门|单位|政府|同志|公司|代表|委员|同志们|大队|支队|人大|政协|法院|检察院)[:]"
)
_ATTACHED = re.compile(
    r"(?:相关)?附件(?:下载)?\d{0,2}[:.、](?P<what>.*)|附件\d{0,2}|(?:附件)?.{1,80}\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd|et|jpe?g|png)"
    r"(?:下载)?[)\]】》]?(?:[(\[]?(?:已?下载)?\d*(?:\.\d+)?(?:次|[kmg]b?)?[)\]]?)"
)


def letter_part(text: str) -> str | None:
    """Which part of a letter the squeezed line is, or None where its words say none.

    >>> letter_part("东湖政报[2024]8号")
    'number'
    """
    if len(text) > LONGEST_PART:
        return None
    for name, pattern in (
        ("number", _NUMBER),
        ("letterhead", _LETTERHEAD),
        ("signer", _SIGNER),
        ("copies", _COPIES),
        ("printed", _PRINTED),
        ("release", _RELEASE),
        ("contact", _CONTACT),
        ("addressee", _ADDRESSEE),
        ("attached", _ATTACHED),
        ("delivery", _DELIVERY),
    ):
        if pattern.fullmatch(text):
            return name
    return None
