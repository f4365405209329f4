"""To whom a text speaks: reports tell what was done; guides, notices and rules tell a reader what
to do; forms leave it open; questions are asked and answered.

Read from single sentences, so neither titles nor headings are needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numbering import number_of
from corpus.text.numerals import COUNTING

# So large a share of the sentences tells the reader what to do, and so small a one what was done.
# Of 33 written and 40 made reports none tells more than .14 and does less than .25.
MOSTLY_DIRECTS, HARDLY_DID = 0.45, 0.2
# In a report that a letter hands over without a chapter so many tell what was done.
MOSTLY_DID = 0.5
# Characters of a piece that is no sentence: headings and captions direct nobody.
SHORT_PIECE = 5
# A text of fewer sentences has no voice.
FEWEST_SENTENCES = 4
# So many questions, such a share of the headings or lines, make a text of questions.
FEWEST_QUESTIONS, SHARE_QUESTIONS = 3, 0.6
# So many lines open with 第…条.
FEWEST_ARTICLES = 4
# A form leaves so many places open, or has so many lines that say what to fill in.
MOST_OPEN, FEWEST_TOLD = 4, 2
# Chapters named after the steps of an application, of which a report has none.
FEWEST_STEPS = 2

_SENTENCE: Final = re.compile(r"[^。；;!！?？\n]+[。；;!！?？]?")
_DIRECTS: Final = re.compile(
    r"您|请(?!予审|审议|示|求)|可以|可(?:向|到|在|通过|凭|自|登录|拨打|申|于)|应当?(?:于|在|向|当|按|提|携|符|具|自)|须|不得|不予|不能|严禁|禁止|凡|逾期|否则|视为|方可|为准|携带|提供.{0,16}(?:证|材料|原件|复印件)"
    r"|(?:符合|具备|满足).{0,20}(?:条件|要求|规定)|年满|截[止至](?!20\d\d年(?:底|末|12))|(?:由|到|向).{0,14}(?:申请|办理|提交|受理|领取|报名)|(?:点击|登录|输入|填写|选择|上传|拨打|扫描|勾选|打开)"
)
_DID: Final = re.compile(
    r"了|过去|全年|[一几]年来|去年|今年以来|上半年|累计|同比|(?:增长|下降|达到|实现|新增|完成|建成|办结|提高|提升|压减|查处|受理|审结|召开|举办|开展|开通|推进|落实|制定|修订|出台|组织|印发|组建|整改|公开|解答|化解|排查)[^。;]{0,14}(?:\d|["
    + COUNTING
    + r"百千万两]+(?:件|次|场|期|名|人|项|个|家|起|处|万|亿|条|户|公里|批|份|宗|吨|元))"
    r"|百分之|\d%|亿元|有(?:所|待|效)|得到|取得|存在|不够|不足|薄弱|继续|下一步|持续|深入|我[局委镇区县市省办街旗]|全[市县区镇省]"
)
_QUESTION: Final = re.compile(r"(?:[?？]|(?:怎么办|吗|呢|什么|多少|怎样|如何\S{0,8}|哪些\S{0,6}))$")
_ASKED: Final = re.compile(rf"(?:问(?:题)?[{COUNTING}\d]{{0,3}}|q\d{{0,2}})[:.、\s]?\S|[{COUNTING}\d]+问[:：]", re.I)
_ANSWERED: Final = re.compile(r"(?:[解回]?答(?:复)?|a\d{0,2})[:.、\s]", re.I)
_ARTICLE: Final = re.compile(rf"第[{COUNTING}百零\d]{{1,5}}条(?![例款规])")
# A line that only tells the writer what to write.
_TOLD_TO_FILL: Final = re.compile(
    r"[(\[【][^()\[\]【】]{0,6}(?:文字描述|填写|填报|概述|描述|简要说明|简述|说明(?!:)|重点写|写明|此处|请(?:填|写|根据)|不少于|没有的|无数据|单位(?:全称|名称)|见附表|根据实际)[^【】\[\]]*[)\]】]"
    r"|(?:写明|包括:|每项写|重点写|不少于|字数|格式要求)[^。]*[。;].*|.{0,12}(?:写明|填写说明|填表说明|格式要求)[:：,].*"
)
_OPEN: Final = re.compile(
    r"[_＿]{2,}|(?<=[\u4e00-\u9fff])(?:\u3000{3,}|[ \u00a0]{5,})(?=[，。,；;、）)的件次项名人场条年月日个份])"
)
_STEP: Final = re.compile(
    r"(?:办理|申[请报领办]|受理|报名|报考|招[聘录生]|采购|投标|填报|登录|缴费|领取|准备|享受|补缴|参保|登记|提取)[\u4e00-\u9fff]{0,6}(?:条件|材料|流程|程序|方式|方法|步骤|时间|地点|对象|渠道|范围|资格|系统|手续|依据|名额|人员|标准|期限|办法)"
    r"|所需材料|咨询(?:电话|方式|服务)|联系(?:电话|方式)|温馨提示|注意事项|法律责任|违法责任|资格条件|收费标准|办理时限|常见问题|(?:主动|如何|怎样|怎么)(?:补缴|办理|申请|缴费|查询|领取)"
)
# Something is wanted of the reader, by a day or in a form.
_DEMANDS: Final = re.compile(
    r"(?:前|内|及时|统一|书面)[^。]{0,12}(?:报送|上报|提交|报至|反馈|发送)|(?:报送|提交|征集|报名)(?:时间|内容|要求|方式|材料|截止)|踊跃|欢迎|请(?:各|于|将|认真|你)"
)


def instructs(text: str) -> bool:
    """Does the text tell its reader what to do, and hardly what was done?"""
    directs, did = _shares(text)
    return directs >= MOSTLY_DIRECTS and did <= HARDLY_DID


def tells_work(text: str) -> bool:
    """Does the text tell what was done, and hardly what its reader should do?"""
    directs, did = _shares(text)
    return did >= MOSTLY_DID and directs <= HARDLY_DID


def _shares(text: str) -> tuple[float, float]:
    """The shares of sentences that tell the reader what to do, and of those that tell what was
    done; 0, 0 for a text too short to have a voice."""
    sentences = [piece for piece in _SENTENCE.findall(text) if han(piece) > SHORT_PIECE]
    if len(sentences) < FEWEST_SENTENCES:
        return 0.0, 0.0
    directs = sum(_DIRECTS.search(piece) is not None for piece in sentences)
    did = sum(_DID.search(piece) is not None and not _DIRECTS.search(piece) for piece in sentences)
    return directs / len(sentences), did / len(sentences)


def demands(text: str) -> bool:
    """Is something wanted of the reader by a day or in a form?"""
    return _DEMANDS.search(text) is not None


def asks_and_answers(lines: Sequence[str]) -> bool:
    """Questions with their answers: most headings, or most of every other line, ask."""
    bare = [squeeze(line) for line in lines if line.strip()]
    marked = sum(bool(_ASKED.match(line)) for line in bare)
    if min(marked, sum(bool(_ANSWERED.match(line)) for line in bare)) >= FEWEST_QUESTIONS:
        return True
    headings = [line for line in bare if number_of(line) and "。" not in line]
    asked = sum(bool(_QUESTION.search(line.rstrip(":"))) for line in headings)
    return asked >= FEWEST_QUESTIONS and asked >= SHARE_QUESTIONS * len(headings)


def steps(lines: Sequence[str]) -> int:
    """How many chapters are named after the steps of an application: 办理条件, 所需材料, 咨询电话."""
    short = (squeeze(line) for line in lines if number_of(line) and "。" not in line[:-1])
    return sum(_STEP.search(line) is not None for line in short)


def is_rules(lines: Sequence[str]) -> bool:
    """Articles, one after another: 第一条, 第二条."""
    return sum(bool(_ARTICLE.match(squeeze(line))) for line in lines) >= FEWEST_ARTICLES


def is_left_open(lines: Sequence[str]) -> bool:
    """A form: places for figures and names are open, or its lines say what to fill in."""
    if len(_OPEN.findall("\n".join(line.strip() for line in lines))) > MOST_OPEN:
        return True
    told = sum(bool(_TOLD_TO_FILL.fullmatch(squeeze(line))) for line in lines)
    written = sum(line.rstrip().endswith("。") and not _TOLD_TO_FILL.fullmatch(squeeze(line)) for line in lines)
    return told >= FEWEST_TOLD and written <= told
