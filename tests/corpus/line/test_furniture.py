"""Kinds of lines: what furniture is, in variants no list holds, and what is none."""

import pytest

from corpus.line.furniture import role
from corpus.line.weight import WEIGHTS
from corpus.receipt import in_words

LINES = [
    # what all sites have
    ("您现在的位置：首页 > 政务公开 > 法治政府建设", "breadcrumb"),
    ("首页->政务公开->通知公告->正文", "breadcrumb"),
    ("首页 ?>?要闻 ?>?部门动态", "breadcrumb"),
    ("当前位置：", "breadcrumb"),
    ("發布時間：2024-01-12 來源：望瀾高新區 流覽量：", "metadata"),  # traditional script
    ("来源:东湖县人民政府时间:2024-01-05浏览量:", "metadata"),  # glued keys
    ("[ 索 引 号 ] 000014349/2026-1", "metadata"),
    ("| 发布机构 | 东湖县司法局 |", "metadata"),
    ("索引号000014349/2026-00012 分类县市区", "metadata"),
    ("| 文号 |  |", "widget"),
    ("来源：", "key"),
    ("• 2024-01-31 16:37", "date"),
    ("二〇二四年一月五日", "date"),
    ("【字体：大 中 小】 打印 关闭", "widget"),
    ("打印 打印 纠错 纠错 分享到", "tool"),
    ("扫一扫在手机打开当前页", "tool"),
    ("无障碍 | 长者专区 | English | 登录 注册", "widget"),
    ("今天是：2019年10月31日 星期三 农历十月初七", "clock"),
    ("您的浏览器版本过低，请升级浏览器以获得更好体验。", "dialog"),
    ("您訪問的鏈接即將離開“東湖縣人民政府”，是否繼續？", "dialog"),
    ("按Alt+~键打开导盲模式", "dialog"),
    ("主办：东湖县人民政府 承办：东湖县政务服务局", "footer"),
    ("粤ICP备05026525号 网站标识码：4415000001", "footer"),
    ("上一篇：东湖县2021年政府信息公开工作年度报告", "tail link"),
    ("— 4 —", "page number"),
    ("第 3 页 共 12 页", "page number"),
    ("| | |---|", "debris"),
    ("0", "figure"),
    ("浏览次数：1234 【打印】【关闭】", "widget"),
    ("浏览次数 1234 次 打印", "widget"),
    ("文章点击数：88 打印文章", "widget"),
    ("已浏览 203 次 【我要打印】", "widget"),
    ("浏览量：76 A+ A- 打印本页", "widget"),
    ("阅读次数：1,024 次 分享 打印", "widget"),
    ("用手机扫描二维码阅读全文。", "tool"),
    ("扫码关注公众号，看更多精彩内容！", "dialog"),
    ("更多精彩内容，请关注“云溪发布”微信公众号。", "dialog"),
    ("点击“阅读原文”查看更多", "dialog"),
    ("喜欢就点个“在看”吧！", "dialog"),
    ("下载“云溪融媒”客户端，随时了解身边事！", "dialog"),
    ("关注我们，获取更多权威资讯。", "dialog"),
    ("欢迎向本报投稿，来稿请发编辑部邮箱。", "dialog"),
    ("长按识别二维码，和我们一起看两会。", "dialog"),
    ("— END —", "dialog"),
    ("本文转自《云溪日报》，转载请注明出处。", "dialog"),
    # captions and reporters
    ("省长张某某在省人代会上作政府工作报告。本报记者王某某摄", "caption"),
    ("政府工作报告。 某某日报记者 李某 摄", "caption"),
    ("（记者 王某某 李某）", "caption"),
    ("本报记者 王某某", "caption"),
    ("□ 云溪日报记者 赵某 通讯员 钱某某", "caption"),
    ("新华社记者 孙某 摄", "caption"),
    ("图为代表们步入会场。（周某 摄）", "caption"),
    ("大会会场。 吴某某/摄", "caption"),
    ("▲市长作报告 摄影：郑某", "caption"),
    ("文/某某 图/王某某", "caption"),
    ("图片由区融媒体中心提供", "caption"),
    ("（资料图片）", "caption"),
    ("融媒体记者 冯某 报道", "caption"),
    # parts of a letter
    ("东湖政报〔2024〕8号", "number"),
    ("东湖政报〔2024〕8号　　签发人：陆某", "number"),
    ("东 湖 县 人 民 政 府 文 件", "letterhead"),
    ("中共青岚市委、青岚市人民政府：", "addressee"),
    ("抄送：市委依法治市办。", "copies"),
    ("东湖县人民政府办公室 2024年1月5日印发", "printed"),
    ("（此件公开发布）", "release"),
    ("（联系人：某某，联系电话：0791-1234567）", "contact"),
    ("——2024年1月15日在东湖县第十八届人民代表大会第四次会议上", "delivery"),
]
NONE = [
    "扫一扫即可办事的“一码通”覆盖全部窗口。",
    "扫码即办、扫码即走的事项扩大到三百项。",
    "打印、复印、邮寄等服务实现免费。",
    "打印一张证明要跑三趟的历史彻底结束了。",
    "语音播报、大字版等适老功能全部上线。",
    "登录后即可查看办理进度，全年服务三万人次。",
    "关注微信公众号即可预约，全年服务三万人次。",
    "智能机器人全天在线，累计解答咨询十二万件。",
    "返回列表页的平均时间缩短到一秒，群众好评。",
    "责任编辑制度进一步健全，三审三校落到实处。",
    "对办理结果满意的占九成八，同比提高两个百分点。",
    "星期六2个窗口照常办理业务，方便了上班的人。",
    "组织记者深入一线采访二十次。",
    "记者协会",
    "建成记者之家",
    "绘就发展蓝图",
    "完善作战图、时间表、责任图",
    "拍摄宣传片四部，播放量破百万。",
    "图为本级财政支出结构变化情况，其中教育占两成三。",
    "一、总体情况",
    "（一）主动公开",
    "东湖县2023年法治政府建设年度报告",
    "主要工业产品产量",
    "2023年，我县坚持依法行政，办理行政复议案件52件。",
    "打印社、复印店专项检查",
    "来源于基层的意见得到采纳，办理情况向社会公开，群众满意度持续提升。",
    "在网站首页设置政策解读专栏，发布解读材料30篇。",
    "一是开展“双随机、一公开”抽查，推进部门联合检查，减少对企业的打扰。",
    "上一年度提出的问题均已整改到位",
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_kinds(line, kind):
    assert role(line) == kind


@pytest.mark.parametrize("line", NONE)
def test_words_of_a_report_are_no_furniture(line):
    assert role(line) is None


def test_every_kind_has_words_for_the_receipt():
    assert not [kind for _, kind in LINES if in_words(kind) == kind]
    assert not [kind for kind in WEIGHTS if in_words(kind) == kind]
