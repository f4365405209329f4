"""What the corpus and the index say, known again by its wording.

Reasons of refusal, receipts and evidence are kept in records as Chinese sentences; a page in another language has to find out what
was said. `tests/web/language/test_told.py` fails when one of them has changed or come and is not known here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.saying import Saying
from web.language.languages import N_

_LOADING: Final = (
    N_("文字太长，不像一份报告：请只添加报告正文。"),
    N_("这台机器暂时读不了这个网页（%(why)s）：请检查内存和磁盘后再试。"),
    N_("处理这个网页时出了意料之外的错误（%(why)s）：请把正文另存为文本后再添加。"),
    N_("这是符号链接，不跟随；请添加它所指的文件本身。"),
    N_("这不是普通文件（管道、套接字或设备），不读取。"),
    N_("文件是空的，没有任何文字：请检查来源后重新添加。"),
    N_("文件有 %(n)s MB，超过 20 MB 的上限：请只添加报告正文。"),
    N_("这是二进制文件，不是网页或文本：请添加报告的网页、文本文件。"),
    N_("网页里没有文字（可能全由脚本或图片生成）：请在浏览器里打开后另存为网页或文本。"),
    N_("这是 %(name)s 文件，暂不支持：请转成文本或网页后再添加。"),
    N_("网页的标签过多，不像一份报告：请另存正文后再添加。"),
    N_("文件的文字编码无法识别（试过 UTF-8、GB18030、Big5）：请另存为 UTF-8 后再添加。"),
    N_("页面有 %(n)s 行，超过 %(most)s 行的上限，不是一份报告。"),
    N_("没有这个文件或文件夹；请检查路径。"),
    N_("无法读取（%(why)s）；请检查文件和权限。"),
    N_("%(name)s 不是完整的 WARC 文件，读到坏处为止；请重新下载或导出后再添加。"),
    N_("%(name)s 里没有 WARC 记录；请检查它是不是 WARC 文件。"),
)
_DOCUMENTS: Final = (
    N_("读取这个 PDF 花的时间太长，已停止：请稍后再试，或只添加报告正文。"),
    N_("读取这个 PDF 时出了故障（可能已损坏，或内存不足）：请重新下载后再试。"),
    N_("这个 PDF 加了密码，无法读取：请去掉密码后再添加。"),
    N_("这个 PDF 已损坏或不完整，无法读取：请重新下载。"),
    N_("这个 PDF 太长，不像一份报告：请只添加报告正文。"),
    N_("读取 PDF 需要 pypdfium2：请先运行 pip install 'xunzhang[files]'。"),
    N_("这个 PDF 里没有文字：请检查文件后重新添加。"),
    N_("这个 PDF 的文字层是乱码（字体没有编码表）：请先做文字识别（OCR），再添加识别出的文本。"),
    N_("这是扫描的 PDF，没有文字层：请先做文字识别（OCR），再添加识别出的文本。"),
    N_("这个 Word 文件解压后太大，不像一份报告：请只添加报告正文。"),
    N_("读取 Word 文件需要 python-docx：请先运行 pip install 'xunzhang[files]'。"),
    N_("这个 Word 文件里没有文字（可能只有图片）：请检查文件后重新添加。"),
    N_("这个文件加了密码，无法读取：请去掉密码后再添加。"),
    N_("这是压缩包或 DOCX 以外的 Office 文件，暂不支持：请转成文本或网页后再添加。"),
    N_("这个压缩包已损坏或不完整，无法读取：请重新下载。"),
    N_("这个 Word 文件已损坏，无法读取：请用 Word 打开后另存，再添加。"),
)
_REFUSING: Final = (
    N_("它的原始网页已损坏，记录保持不变；请用 xunzhang add 重新添加。"),
    N_("这是一个列表页，不是报告正文：请添加列表里每份报告自己的页面。"),
    N_("页面只有附件，没有报告正文：请下载附件后添加该文件。"),
    N_("页面没有正文，不是报告：请确认添加的是报告的正文页。"),
    N_("页面里没有正文；请确认保存的是报告本身的页面。"),
    N_("正文夹有括注拼音，是镜像站的损坏副本，不是报告原文：请添加官方网站的页面。"),
    N_("正文里的地名、年份是 XX 一类的空位，是范文模板，不是真实的报告。"),
    N_("标题为「%(title)s」，是关于报告的解读或要点，不是报告本身。"),
    N_("标题为「%(title)s」，不是工作报告。"),
    N_("正文是通知、方案一类的文件，不是工作报告。"),
    N_("没有报告的标题、章节或“情况报告如下”一类的说明，不像一份报告。"),
    N_("正文只有 %(n)s 个汉字，不成一份报告。"),
    N_("这是关于报告的新闻，不是报告本身。"),
    N_("这是关于报告的决议，不是报告本身。"),
    N_("这是网站的出错页面，不是报告：请确认地址仍然有效。"),
    N_("这是网站的验证页面，不是报告：请在浏览器里打开后另存。"),
    N_("这个地址的报告曾被删除；要重新收录，请先从 removed.txt 里去掉它。"),
    N_("%(reason)s原来收录的报告保持不变。"),
    N_("没有它的原始网页；请用 xunzhang add 重新添加。"),
)
_CRAWLING: Final = (
    N_("超过 %(n)s MB，已中断下载。"),
    N_("连接出错（%(why)s）。"),
    N_("%(host)s 指向 %(address)s，不是公网地址，不抓取。"),
    N_("%(n)s 秒内没有下载完。"),
    N_("域名无法解析。"),
    N_("网站的证书无法验证；确认网站可信后可加 --any-certificate 再抓。"),
    N_("连接被拒绝。"),
    N_("传输中断，内容不完整。"),
    N_("不是网页或文档，已中断下载。"),
    N_("转来转去，没有尽头。"),
    N_("只抓取 http 和 https 网址。"),
    N_("网址带有账号或过长，不抓取。"),
    N_("不是公网地址，不抓取。"),
    N_("不是合法的网址。"),
    N_("主机 %(host)s 不在这次抓取的范围里；要抓取它，请用 --allow %(host)s。"),
    N_("这个地址的报告曾被删除，不再抓取。"),
    N_("处理网页时出错（%(why)s）。"),
    N_("服务器回答 HTTP %(status)s。"),
    N_("robots.txt 不允许抓取。"),
    N_("取不到 robots.txt（%(reason)s），因此不抓取。"),
    N_("已列入来源清单，尚未抓取。"),
)
_STORED: Final = (
    N_("另一个命令正在写入 %(where)s；请等它结束后再试。"),
    N_("%(where)s 正在被另一个抓取使用；请等它结束后再试。"),
    N_("记录 %(name)s 已损坏；请运行 xunzhang clean --stored 从原始网页重新清洗。"),
    N_("没有编号为 %(id)s 的报告；可用 xunzhang reports 查看所有编号。"),
    N_("还没有索引（%(name)s）：请先运行 xunzhang build。"),
    N_("索引已损坏（%(what)s）：请运行 xunzhang build --fresh 重建。"),
    N_("索引由另一版本的程序建成（%(found)s，现为 %(wanted)s）：请运行 xunzhang build --fresh 重建。"),
    N_("另一个程序正在更新索引：请等它结束后再运行 xunzhang build。"),
)
_EVIDENCE: Final = (
    N_("标题"),
    N_("页面所印标题"),
    N_("由机构、年度和类型拼成"),
    N_("正文用字"),
    N_("正文"),
    N_("正文开头"),
    N_("正文标题"),
    N_("落款"),
    N_("落款日期"),
    N_("印发日期"),
    N_("成文日期"),
    N_("发布日期"),
    N_("发文日期"),
    N_("标题旁的日期"),
    N_("页尾的发布日期"),
    N_("会议日期"),
    N_("统计期限"),
    N_("回顾的年份加一"),
    N_("正文中最常见的年份"),
    N_("由发布日期推定"),
    N_("文号一行"),
    N_("文号字段"),
    N_("标题中的文号"),
    N_("栏目"),
    N_("没有说明类型的字样"),
    N_("网址"),
    N_("网站所属地区"),
    N_("国务院的报告"),
    N_("%(name)s 标签"),
    N_("网站标识码"),
    N_("公安备案号"),
    N_("ICP 备案号"),
    N_("网站名称"),
    N_("主送机关"),
    N_("页首"),
    N_("文件头"),
    N_("发文机关"),
    N_("机构名称和页面线索（%(source)s）"),
    N_("主办单位和地址"),
    N_("发布机构"),
    N_("发布单位"),
    N_("发文单位"),
    N_("发布机关"),
    N_("信息来源"),
    N_("来源"),
    N_("制发机构"),
    N_("公开机构"),
    N_("邮政编码"),
    N_("所在会议的届次"),
    N_("五年规划的起止"),
    N_("正文所说的年份"),
    N_("上年度，由发布日期推定"),
    N_("更新日期"),
    N_("人工更正"),
    N_("人工更正：%(note)s"),
)
_RULES: Final = (
    N_("面包屑导航"),
    N_("元数据行"),
    N_("没有值的元数据项"),
    N_("没有项名的元数据值"),
    N_("网页小工具"),
    N_("打印、分享等工具"),
    N_("导航菜单"),
    N_("日期时钟"),
    N_("搜索框和热词"),
    N_("网站提示语"),
    N_("网站页脚"),
    N_("上下篇等链接"),
    N_("反复出现的水印"),
    N_("表格残留符号"),
    N_("孤立的数字"),
    N_("页码"),
    N_("页眉页脚"),
    N_("网页上隐藏的内容"),
    N_("附件链接"),
    N_("后续页面上重复的文头"),
    N_("重复的标题"),
    N_("正文之前的其他内容"),
    N_("正文之后的其他内容"),
    N_("没有正文的页面内容"),
    N_("目录"),
    N_("日期行"),
    N_("文号行"),
    N_("红头"),
    N_("签发人行"),
    N_("误入正文的签发人行移到文首"),
    N_("抄送行"),
    N_("印发行"),
    N_("公开属性行"),
    N_("联系方式行"),
    N_("主送机关行"),
    N_("会议说明行"),
    N_("空行"),
    N_("转换工具留下的列表符号"),
    N_("接回断开的行"),
    N_("去掉识别产生的空格"),
    N_("分开粘连的标题"),
)
TEMPLATES: Final = (*_LOADING, *_DOCUMENTS, *_REFUSING, *_CRAWLING, *_STORED, *_EVIDENCE, *_RULES)
# Values that are sayings themselves: the reason within a reason.
_NESTED: Final = frozenset({"reason", "source"})
OPEN: Final = "…"
_FIELD: Final = re.compile(r"%\((\w+)\)s")
_PLAIN: Final = frozenset(template for template in TEMPLATES if not _FIELD.search(template))


def _pattern(template: str) -> re.Pattern[str]:
    """What the sentences of a template look like; a value that stands twice is the same twice."""
    pieces, seen = [], set()
    for place, piece in enumerate(_FIELD.split(template)):
        if place % 2 == 0:
            pieces.append(re.escape(piece))
        else:
            pieces.append(f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)")
            seen.add(piece)
    return re.compile("".join(pieces), re.DOTALL)


_PATTERNS: Final = tuple((template, _pattern(template)) for template in TEMPLATES if template not in _PLAIN)


@lru_cache(maxsize=1024)
def known(sentence: str) -> Saying | None:
    """What was said, None where it is nothing that is said by this program.

    >>> known("正文只有 12 个汉字，不成一份报告。").values
    {'n': '12'}
    """
    if sentence in _PLAIN:
        return Saying(sentence)
    for template, pattern in _PATTERNS:
        if found := pattern.fullmatch(sentence):
            values = found.groupdict()
            return Saying(template, **{name: _inner(name, value) for name, value in values.items()})
    return None


def general(sentence: str) -> str:
    """The sentence without what is particular to one page: titles and figures.

    >>> general("正文只有 12 个汉字，不成一份报告。")
    '正文只有 … 个汉字，不成一份报告。'
    """
    said = known(sentence)
    return said.template % dict.fromkeys(said.values, OPEN) if said and said.values else sentence


def _inner(name: str, value: str) -> str:
    return (known(value) or known(value + "。") or value) if name in _NESTED else value
