# ruff: noqa: E501  (markup is quoted as publishing systems write it)
"""A tool for tests: reports written for it, laid out as the publishing systems of Chinese
governments lay out pages.

`DOCUMENTS` × `LAYOUTS` gives pages; of each page it is known what must come out (`Document.body`,
`.title`) and that nothing else may. The structure follows what 大汉, TRS, 博达, 开普, WeChat, Word
and WPS really write; every word of the texts and places is invented.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A report: `front` and `back` are its letter's lines, which a record may keep beside the
    body."""

    title: str
    body: tuple[str, ...]
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    source: str = "东湖县司法局"
    place: str = "东湖县"


LAW = Document(
    "东湖县2024年法治政府建设年度报告",
    (
        "2024年，东湖县全面贯彻法治建设要求，依法行政能力稳步增强，现将有关情况报告如下。",
        "一、主要举措和成效",
        "（一）压实法治建设责任。县政府常务会议专题研究法治建设4次，印发年度任务清单，明确5个方面28项任务。",
        "（二）规范行政决策程序。",
        "1.严格合法性审查。全年审查规范性文件16件、重大合同43份，提出意见112条，采纳率98.2%。",
        "2.落实专家论证。对3项重大事项开展听证，听取企业和群众意见260余条。",
        "（三）推进严格规范执法。办理行政处罚案件356件，同比下降12.4%，没有一件被复议撤销。",
        "二、存在的问题和不足",
        "一是基层执法力量不足，部分乡镇持证人员偏少；二是普法形式较为单一，针对性有待提高。",
        "三、2025年工作打算",
        "（一）深化乡镇综合执法改革，推动力量下沉、资源下移。",
        "（二）办好群众关切的实事，让法治成果更好惠及百姓。",
        "特此报告。",
    ),
    ("县委、市政府：",),
    ("东湖县人民政府", "2025年1月20日"),
)
OPEN = Document(
    "望溪区城市管理局2023年政府信息公开工作年度报告",
    (
        "本年度报告根据政府信息公开的有关规定编制，所列数据的统计期限自2023年1月1日起至12月31日止。如有疑问，请与望溪区城市管理局办公室联系（地址：望溪区滨河路18号，电话：0700-1234567）。",
        "一、总体情况",
        "2023年，我局主动公开政府信息186条，其中工作动态97条、财政信息12条、执法公示77条，没有发生泄密事件。",
        "二、主动公开政府信息情况",
        "全年未制发规章和规范性文件，办理行政许可2031件，作出行政处罚415件。",
        "三、收到和处理政府信息公开申请情况",
        "收到公开申请3件，均按期答复。",
        "四、政府信息公开行政复议、行政诉讼情况",
        "无。",
        "五、存在的主要问题及改进情况",
        "存在解读形式不够丰富的问题。下一步将增加图表和短视频，提高可读性。",
        "六、其他需要报告的事项",
        "2023年我局没有收取信息处理费。",
    ),
    source="望溪区城管局",
    place="望溪区",
)
BRIEF = Document(
    "南浦镇人民政府关于2022年度法治政府建设情况的报告",
    (
        "区人民政府：今年以来，我镇以法治建设为抓手，持续提升治理水平。",
        "一、强化组织领导，凝聚工作合力。",
        "成立由镇长任组长的领导小组，召开专题会议6次，把法治建设纳入村居考核。",
        "二、强化普法宣传，营造浓厚氛围。",
        "开展“法律进乡村”活动21场，发放资料5000余份，培养“法律明白人”48名；调解纠纷133起，成功率97%。",
        "三、强化队伍建设，规范执法行为。",
        "组织业务培训9次，新增持证执法人员4名。",
        "四、下步工作计划",
        "继续完善制度，补齐短板，推动法治建设再上新台阶。",
    ),
    back=("南浦镇人民政府", "2023年1月6日"),
    source="南浦镇",
    place="南浦镇",
)
DOCUMENTS = {"law": LAW, "open": OPEN, "brief": BRIEF}

MENU = ["首页", "走进{p}", "领导之窗", "新闻中心", "政务公开", "政务服务", "互动交流", "数据发布", "专题专栏"]


def esc(text: str) -> str:
    return html.escape(text, quote=False)


def lines(doc: Document) -> list[str]:
    """All lines an editor pastes: the letter's and the body's."""
    return [*doc.front, *doc.body, *doc.back]


def paras(doc: Document, before: str = '<p style="text-indent:2em;">', after: str = "</p>\n") -> str:
    return "".join(f"{before}{esc(line)}{after}" for line in lines(doc))


def links(texts: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f'<li><a href="/{n}.html">{esc(t)}</a></li>' for n, t in enumerate(texts)) + f"</{tag}>"


def menu(doc: Document) -> str:
    return links(word.format(p=doc.place) for word in MENU)


def foot(doc: Document) -> str:
    p = doc.place
    return f"""<div class="footer"><p><a>网站地图</a> | <a>联系我们</a> | <a>使用帮助</a> | <a>隐私声明</a></p><p>主办：{p}人民政府办公室&nbsp;&nbsp;承办：{p}大数据中心</p>
<p>地址：{p}府前路1号 邮编：300000 联系电话：0700-7654321（仅受理网站建设维护相关事宜）</p><p><a>赣ICP备05000000号-1</a> 网站标识码：3609000001 <a>赣公网安备 36090002000001号</a></p>
<p>建议使用1920*1080分辨率 IE9.0以上版本浏览器访问本网站</p></div>"""


def page(doc: Document, body: str, *, head: str = "", title: str | None = None, charset: str = "utf-8") -> str:
    name = f"{doc.title}_{doc.place}人民政府" if title is None else title
    return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>\n<meta http-equiv="Content-Type" content="text/html; charset={charset}" />\n<title>{esc(name)}</title>{head}\n</head><body>{body}</body></html>'


def meta(doc: Document) -> str:
    return f'<meta name="SiteName" content="{doc.place}人民政府"/><meta name="SiteDomain" content="www.example.gov.cn"/><meta name="ColumnName" content="法治政府建设"/><meta name="ArticleTitle" content="{doc.title}"/><meta name="PubDate" content="2025-01-20 10:20"/><meta name="ContentSource" content="{doc.source}"/>'


def jcms(doc: Document) -> str:
    return page(
        doc,
        f"""<table width="1000" align="center" border="0"><tr><td>{menu(doc)}</td></tr></table>
<table width="1000"><tr><td>您当前的位置：<a href="/">首页</a> &gt;&gt; <a href="/col/col1/">政务公开</a> &gt;&gt; <a>法治政府建设</a></td></tr></table>
<table id="c" width="1000"><tr><td class="title" align="center"><!--<$[标题名称(html)]>begin-->{doc.title}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td align="center"><table><tr><td>发布日期：2025-01-20</td><td>浏览次数：<script>document.write("12")</script></td><td>字号：[ <a href="javascript:doZoom(18)">大</a> <a>中</a> <a>小</a> ]</td><td>来源：{doc.source}</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--<$[信息内容]>begin-->{paras(doc, "<p>　　")}<!--<$[信息内容]>end--></div></td></tr>
<tr><td align="right"><a href="javascript:window.print()">打印本页</a>　<a>关闭窗口</a></td></tr></table>{foot(doc)}""",
    )


def jcms_open(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="xxgk_left"><div>政府信息公开指南</div><div>政府信息公开制度</div><div>法定主动公开内容</div><div>政府信息公开年报</div><div>依申请公开</div></div>
<div class="xxgk_xl"><table class="xxgk_table" border="1"><tbody><tr><td>索引号</td><td>014000000/2025-00012</td><td>信息分类</td><td>计划总结/其他/报告</td></tr><tr><td>发布机构</td><td>{doc.source}</td><td>生成日期</td><td>2025-01-20</td></tr>
<tr><td>生效日期</td><td></td><td>废止日期</td><td></td></tr><tr><td>信息名称</td><td colspan="3">{doc.title}</td></tr><tr><td>文　　号</td><td>无</td><td>关 键 词</td><td>法治；政府；报告</td></tr><tr><td>内容概览</td><td colspan="3">{doc.title}</td></tr><tr><td>在线链接地址</td><td colspan="3"></td></tr></tbody></table>
<div class="xxgk_bt">{doc.title}</div><div class="xxgk_content bt_content">{paras(doc)}</div></div>{foot(doc)}""",
        head=meta(doc),
    )


def trs(doc: Document) -> str:
    return page(
        doc,
        f"""<div class="header">{menu(doc)}<div class="search"><input value="请输入关键词"/><span>热门搜索：</span><a>社保</a><a>公积金</a></div></div>
<div class="crumbs"><em>当前位置：</em><a class="CurrChnlCls">首页</a>&nbsp;&gt;&nbsp;<a class="CurrChnlCls">政务公开</a></div>
<div class="xl"><h2 class="xl-bt">{doc.title}</h2><div class="xl-xx clearfix"><span>发布时间：2025-01-20 10:20</span><span>来源：{doc.source}</span><span>浏览次数：<i id="count">-</i></span><div class="zh">字号：<a>小</a><a>中</a><a>大</a></div><div class="fx">分享：<a class="wb"></a><a class="wx"></a></div></div>
<div class="xl-nr"><div class="view TRS_UEDITOR trs_paper_default trs_web"><style type="text/css">.TRS_Editor P{{line-height:2;font-family:宋体}}</style>{paras(doc, '<p style="line-height:2em"><span style="font-size:16px">', "</span></p>")}</div></div>
<div class="xl-fj"><h4>相关附件：</h4><script>var fj='<ul><li><a href="./P02.docx">附件1.docx</a></li></ul>'; if(fj!=''){{document.write(fj)}}</script></div>
<div class="ewm"><p>扫一扫在手机打开当前页</p><div id="qrcode"></div></div><div class="xl-dy"><a>打印本页</a><a>关闭窗口</a></div>
<div class="xgjd"><h3>相关解读</h3>{links(["图解：" + doc.title, "一图读懂2024年工作"])}</div></div>{foot(doc)}""",
        head=meta(doc),
    )


def vsb(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="n_right"><div class="n_dq">当前位置: <a href="../index.htm">首页</a>&gt;&gt;<a>信息公开</a>&gt;&gt;正文</div>
<script language="javascript" src="/system/resource/js/dynclicks.js"></script><form name="_newscontent_fromname"><div class="nry"><h2 align="center">{doc.title}</h2>
<div align="center">发布日期：2025-01-20 &nbsp;&nbsp; 作者： &nbsp;&nbsp; 来源：{doc.source} &nbsp;&nbsp; 点击：[<script>_showDynClicks("wbnews", 1433, 2)</script>]</div>
<div id="vsb_content"><div class="v_news_content">{paras(doc, '<p style="text-indent: 43px; line-height: 37px"><span style="font-size: 21px;font-family: 仿宋">', "</span></p>")}</div></div><div id="div_vote_id"></div>
<p>附件【<a href="/system/_content/download.jsp?id=1">{doc.title}.docx</a>】已下载<span id="nattach1">8</span>次</p>
<p>上一条：<a href="1001.htm">关于开展执法监督的通知</a></p><p>下一条：<a href="1003.htm">望溪区2022年法治政府建设年度报告</a></p><p align="right">【<a href="javascript:window.close();">关闭</a>】</p></div></form></div>{foot(doc)}""",
    )


def ucap(doc: Document) -> str:
    return page(
        doc,
        f"""<div class="header pchide"><a>政务公开</a></div><div class="header mhide">{menu(doc)}</div><div class="BreadcrumbNav mhide"><a>首页</a> &gt; <a>政策</a> &gt; <a>报告</a></div>
<div class="article oneColumn pub_border"><h1>{doc.title}</h1><div class="pages-date">2025-01-20 10:20 <span class="font index_switchsize">来源： {doc.source}</span> <span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span><a class="printIco mhide">打印</a><div class="share"><a>分享</a></div></div>
<div class="pages_content mhide" id="UCAP-CONTENT">{paras(doc, '<p style="text-indent: 2em; text-align: justify;">')}</div>
<div class="pages_content pchide">{paras(doc, '<p style="text-indent: 2em;">')}</div>
<div class="editor"><span>责任编辑：张某某</span></div></div><div class="pannel-right"><h4>相关稿件</h4>{links(["东湖县部署2025年工作"])}</div><div class="top-link">回到顶部</div>{foot(doc)}""",
    )


def gkmlpt(doc: Document) -> str:
    return page(
        doc,
        f"""<div id="app"><div class="top">{doc.place}人民政府门户网站 <a>无障碍</a> <a>长者助手</a></div><div class="nav">政府信息公开</div><div class="organ">{doc.source}</div>
<div class="classify"><table><tr><td>索引号:</td><td>007000000/2025-00007</td><td>分类:</td><td>其他</td></tr><tr><td>发布机构:</td><td>{doc.source}</td><td>成文日期:</td><td>2025-01-18</td></tr><tr><td>名称:</td><td colspan="3">{doc.title}</td></tr><tr><td>文号:</td><td>-</td><td>发布日期:</td><td>2025-01-20</td></tr><tr><td>主题词:</td><td colspan="3"></td></tr></table></div>
<div class="tools">【<a>打印</a>】 【字体：<a>大</a> <a>中</a> <a>小</a>】</div><div class="content"><h1 class="content-title">{doc.title}</h1><div class="date-row">发布日期：2025-01-20 10:20:30 <span>浏览次数：<i>-</i></span></div><div class="article-content">{paras(doc, '<p style="text-align:justify;text-indent:32pt">')}</div></div>
<div class="share">分享到： <a>微信</a> <a>微博</a></div></div>{foot(doc)}""",
    )


def wechat(doc: Document) -> str:
    sections = "".join(
        f'<section style="margin: 0px 8px; line-height: 2em;"><span style="font-size: 15px;" leaf="">{esc(t)}</span></section>'
        for t in lines(doc)
    )
    return page(
        doc,
        f"""<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_wrp" id="img-content">
<h1 class="rich_media_title" id="activity-name">{doc.title}</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">小编</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a id="js_name">{doc.place}发布</a></span> <em id="publish_time" class="rich_media_meta rich_media_meta_text">2025年01月20日 10:20</em> <em id="js_ip_wording_wrp">江西</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">{sections}<p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p></div></div></div></div></div>
<div id="js_pc_qr_code" class="qr_code_pc_outer" style="display:none;"><div class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div></div><div class="wx_expand_bottom"><span>预览时标签不可点</span></div><div class="weui-dialog"><a>知道了</a></div><div class="wx_stream"><p>微信扫一扫<br/>使用小程序</p><a>取消</a> <a>允许</a></div><div>继续滑动看下一个</div><div>轻触阅读原文</div><div><span>分享</span><span>收藏</span><span>点赞</span><span>在看</span></div>""",
        title=doc.title,
    )


def word(doc: Document) -> str:
    def run(text: str) -> str:
        cuts = [text[at : at + 22] for at in range(0, len(text), 22)]
        inner = "</span><span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312'>".join(esc(cut) for cut in cuts)
        return f"<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:\nexactly'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>{inner}<span lang=EN-US><o:p></o:p></span></span></p>\n\n"

    half = len(doc.title) // 2
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15"><title>{doc.title}</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>微软用户</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {{font-family:宋体;}} p.MsoNormal {{margin:0cm;}} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'><div class=WordSection1 style='layout-grid:15.6pt'>
<p class=MsoNormal align=center style='text-align:center'><span style='font-size:22.0pt;font-family:方正小标宋简体'>{doc.title[:half]}<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal align=center style='text-align:center'><span style='font-size:22.0pt;font-family:方正小标宋简体'>{doc.title[half:]}<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>{"".join(run(t) for t in lines(doc))}</div></body></html>"""


def wps(doc: Document) -> str:
    body = "".join(
        f'<p class="p0" style="margin-bottom:0pt; margin-top:0pt; text-indent:32.0000pt; " ><span style="mso-spacerun:\'yes\'; font-size:16.0000pt; font-family:\'仿宋_GB2312\'; " >{esc(t)}</span><span style="font-size:16.0000pt; " ><o:p></o:p></span></p>'
        for t in lines(doc)
    )
    return page(
        doc,
        f"""{menu(doc)}<div class="position">首页 / 公开 / 正文</div><h3>{doc.title}</h3><p>日期：2025-01-20 09:00　　来源：{doc.source}　　阅读：<span>31</span></p><div class="Section0" style="layout-grid:15.6000pt;">{body}</div><!--EndFragment-->{foot(doc)}""",
    )


def old_tables(doc: Document) -> str:
    return page(
        doc,
        f"""<table width="778" align="center" cellpadding="0"><tr><td><img src="/images/top.jpg"/></td></tr><tr><td>{" | ".join(f"<a>{w.format(p=doc.place)}</a>" for w in MENU)}</td></tr></table>
<table width="778" align="center"><tr><td width="180" valign="top"><table><tr><td>公告栏</td></tr><tr><td>·<a>关于征集意见的公告</a></td></tr><tr><td>·<a>2023年法治政府建设年度报告</a></td></tr></table><table><tr><td>站内搜索</td></tr></table></td>
<td valign="top"><table width="100%"><tr><td height="30">您现在的位置：<a>首页</a> → <a>政务公开</a> → 浏览文章</td></tr><tr><td align="center"><font size="4" color="red"><b>{doc.title}</b></font></td></tr><tr><td align="center">作者：佚名　文章来源：{doc.source}　点击数：<script src="hits.asp"></script>　更新时间：2025-1-20</td></tr>
<tr><td class="content">{"<br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + esc(t) for t in lines(doc))}</td></tr><tr><td align="right">文章录入：admin　　责任编辑：admin</td></tr><tr><td><li>上一篇文章： <a>没有了</a></li><li>下一篇文章： <a>东湖县召开会议</a></li></td></tr><tr><td align="right">【<a>发表评论</a>】【<a>加入收藏</a>】【<a>告诉好友</a>】【<a>打印此文</a>】【<a>关闭窗口</a>】</td></tr></table></td></tr></table>
<table width="778" align="center"><tr><td>网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）</td></tr><tr><td>没有任何评论</td></tr></table>{foot(doc)}""",
    )


def breaks(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="con"><div id="content_body"><center><b>{doc.title}</b></center><br/><br/>{"<br />".join("　　" + esc(t) + chr(10) for t in lines(doc))}<br/></div><div>[ 打印 ] [ 关闭 ] [ 字体：大 中 小 ]</div></div>{foot(doc)}""",
    )


def one_paragraph(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><p>来源：{doc.source}　时间：2025-01-20</p><div class="article"><p>{"　　".join(esc(t) for t in doc.body)}</p></div>{foot(doc)}""",
    )


def letters(doc: Document) -> str:
    spelled = "".join("<p>" + "".join(f"<span>{esc(c)}</span>" for c in t) + "</p>" for t in lines(doc))
    return page(doc, f"""{menu(doc)}<h1>{doc.title}</h1><div class="detail">{spelled}</div>{foot(doc)}""")


def preformatted(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class=info>发布时间：2025-01-20</div><pre style="white-space:pre-wrap">{chr(10).join("    " + esc(t) for t in lines(doc))}</pre>{foot(doc)}""",
    )


def rows(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<table class="t"><tr><td><h2>{doc.title}</h2></td></tr>{"".join(f"<tr><td>{esc(t)}</td></tr>" for t in lines(doc))}</table>{foot(doc)}""",
    )


def toolbar(doc: Document) -> str:
    words = [
        "原始尺寸",
        "放大",
        "缩小",
        "界面色",
        "大鼠标",
        "辅助线",
        "显示屏",
        "声音开关",
        "语速",
        "阅读方式",
        "配色",
        "放大文字",
        "缩小文字",
        "光标",
        "重置",
        "固定",
        "说明",
        "退出服务",
    ]
    bar = "".join(f"<span>{w}</span>" for w in words)
    return page(
        doc,
        f"""<div id="wza"><div>{bar}</div><div>提示：您已进入无障碍阅读模式，可使用键盘方向键浏览页面。</div></div>{menu(doc)}<div class="tit">{doc.title}</div>
<div class="player"><span>听全文</span><span>00:00</span>/<span>05:33</span><span>倍速</span><span>x1.0</span><span>x1.25</span><span>x1.5</span></div><div class="vis">保护视力色：<i></i><i></i></div><div class="nr">{paras(doc)}</div>
<div class="pj">您对本页内容是否满意？<label>满意</label><label>一般</label><label>不满意</label><button>提交</button></div>{foot(doc)}""",
    )


def reader_ai(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="ly">来源：{doc.source} 发布时间：2025-01-20 10:20</div><div class="ai-box"><div class="ai-t">AI速读</div><div class="ai-c">本文介绍了2024年的工作情况，包括制度建设、执法监督和普法宣传等内容，并提出了下一步打算。</div><div class="ai-b">以上内容由AI自动生成，仅供参考，请以正文为准。</div><span>展开</span><span>收起</span></div>
<div class="wz">{paras(doc)}</div><div class="ai-ask">对这篇文章有疑问？试试问问政务小助手</div>{foot(doc)}""",
    )


def crumbs_list(doc: Document) -> str:
    crumbs = (
        "".join(f"<li>{w}</li><li>&gt;</li>" for w in ("首页", "政府信息公开", "法定主动公开内容", "法治政府建设"))
        + "<li>正文</li>"
    )
    return page(
        doc,
        f"""{menu(doc)}<ol class="bc">{crumbs}</ol><article><h1>{doc.title}</h1><ul class="m"><li>2025-01-20 10:20</li><li>{doc.source}</li><li>阅读量：102</li><li>打印</li><li>收藏</li></ul>{paras(doc)}</article>{foot(doc)}""",
    )


def sidebar(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="row"><div class="col-9"><h2 class="tt">{doc.title}</h2><div class="sub">2025-01-20</div><div class="zwnr">{paras(doc)}</div></div><div class="col-3"><h3>热点排行</h3>{links(["东湖县2023年法治政府建设年度报告", "东湖县2022年法治政府建设年度报告", "全县安全生产会议召开", "关于做好防汛工作的通知"])}<h3>最新发布</h3><ul><li>全县经济运行情况 2025-01-19</li><li>县长调研重点项目 2025-01-18</li></ul></div></div>{foot(doc)}""",
    )


def print_copy(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="c1">{paras(doc)}</div><div class="visible-print print-area"><h1>{doc.title}</h1>{paras(doc)}</div>{foot(doc)}""",
    )


def templates(doc: Document) -> str:
    return page(
        doc,
        f"""<script type="text/html" id="tpl"><div>一、模板标题。{{{{item.title}}}}，这是不会显示的一段文字，写在脚本模板里。</div></script><template><p>这也是一段不会显示的文字，位于模板元素之内。</p></template><noscript>请启用JavaScript以获得完整体验。</noscript>
<div style="display: none" class="tpl"><p>隐藏的说明：请工作人员在此处填写正文内容，提交前删除本段。</p></div><script>var s = "<p>脚本里的段落，一、不应出现。</p><div>" + 1 + "</div>"; if (a < b) {{ x(); }}</script>{menu(doc)}<h1>{doc.title}</h1><div class="c2">{paras(doc)}</div>{foot(doc)}<script>document.write("<p>页脚脚本</p>")</script>""",
    )


def tail_inside(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="TRS_Editor">{paras(doc)}<p>附件：1.<a href="a.xlsx">{doc.place}2024年任务完成情况表.xlsx</a></p><p>　　　2.<a href="b.doc">行政执法统计表.doc</a></p><p>（供稿单位：{doc.source}）</p><p>责任编辑：王某　审核：李某某　监制：赵某</p></div><div>【字体：大 中 小】 【打印】 【关闭】</div><div><span>分享到：</span><a>新浪微博</a><a>微信</a><a>QQ空间</a></div>{foot(doc)}""",
    )


def letterhead(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="nav">首页 &gt; 文件</div><div class="doc"><p align=center><span style="color:red">{doc.place}人民政府文件</span></p><p align=center>东府发〔2025〕3号</p><p align=center><strong>{doc.title}</strong></p>{paras(doc)}<p>（此件公开发布）</p><p>抄送：县委办公室，县人大常委会办公室，县政协办公室。</p><p>{doc.place}人民政府办公室　　　　2025年1月21日印发</p></div>{foot(doc)}""",
    )


def comments(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="bd">{paras(doc)}</div><div class="pl"><h3>我来说两句</h3><p>文明上网理性发言，请遵守新闻评论服务协议</p><textarea>写下您的评论</textarea><p>昵称：<input/> 验证码：<input/></p><button>发表</button><p>还可以输入200字</p><p>已有0人评论，0人参与</p></div>{foot(doc)}""",
    )


def selects(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="bd">{paras(doc)}</div><div class="yqlj"><span>友情链接：</span><select><option>----国务院部门网站----</option><option>外交部</option></select><select><option>--省直部门--</option></select></div><div class="yq2"><dl><dt>市县区网站</dt><dd>青岚市</dd><dd>望溪区</dd><dd>白鹭州</dd><dd>云岭经济技术开发区</dd><dd>南浦镇</dd></dl></div>{foot(doc)}""",
    )


def definition(doc: Document) -> str:
    pairs = (
        ("索 引 号：", "36090/2025-0001"),
        ("组配分类：", "工作报告"),
        ("发布机构：", doc.source),
        ("成文日期：", "2025年01月18日"),
        ("公开方式：", "主动公开"),
        ("公开时限：", "长期公开"),
        ("信息有效性：", "有效"),
    )
    return page(
        doc,
        f"""{menu(doc)}<div class="jbxx"><h4>主动公开基本信息</h4><dl>{"".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in pairs)}</dl></div><h1>{doc.title}</h1><div class="bd">{paras(doc)}</div>{foot(doc)}""",
    )


def split_keys(doc: Document) -> str:
    pairs = (
        ("索引号", "36090/2025-0001"),
        ("发文机关", doc.place + "人民政府"),
        ("主题分类", "综合政务"),
        ("成文日期", "2025-01-18"),
        ("发布日期", "2025-01-20"),
        ("有效性", "有效"),
    )
    return page(
        doc,
        f"""{menu(doc)}<div class="policyLibrary">{"".join(f"<div class=k>{k}</div><div class=v>{v}</div>" for k, v in pairs)}</div><div class="h">{doc.title}</div><div class="bd">{paras(doc)}</div>{foot(doc)}""",
    )


def tabs(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<ul class="tab"><li class="on">文字版</li><li>图解版</li><li>视频版</li></ul><h1>{doc.title}</h1><div class="toc"><h5>文章目录</h5>{links([t for t in doc.body if t[:2] in ("一、", "二、", "三、", "四、", "五、", "六、")], "ol")}</div><div class="bd">{paras(doc)}</div>{foot(doc)}""",
    )


def site_heading(doc: Document) -> str:
    return page(
        doc,
        f"""<h1>{doc.place}人民政府</h1><div>DONGHU PEOPLE'S GOVERNMENT</div><div>www.example.gov.cn</div><div>今天是 2025年1月20日 星期一 晴 3℃~12℃</div><div>欢迎访问{doc.place}人民政府门户网站！</div>{menu(doc)}<div class="w"><h3>{doc.title}</h3><div>时间：2025-01-20 10:20:33 来源：{doc.source} 作者： 浏览：<b>88</b>次</div>{paras(doc, "<div>", "</div>")}</div>{foot(doc)}""",
        title=f"{doc.place}人民政府",
    )


def years(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="l"><p>政府信息公开年报</p><ul>{"".join(f"<li>{y}年</li>" for y in range(2024, 2012, -1))}</ul><p>县政府办公室</p><p>县发展和改革委员会</p><p>县教育体育局</p><p>县公安局</p></div><div class="r"><h2>{doc.title}</h2><p class="d">发布日期：2025年01月20日&nbsp;&nbsp;来源：{doc.source}&nbsp;&nbsp;【字号：<a>大</a>&nbsp;<a>中</a>&nbsp;<a>小</a>】</p><div class="x">{paras(doc)}</div></div>{foot(doc)}""",
    )


def hero(doc: Document) -> str:
    return page(
        doc,
        f"""<header><div class="logo">{doc.place}人民政府</div><nav>{menu(doc)}</nav></header><section class="hero"><h1>{doc.title}</h1><p class="lead">坚持依法行政，建设人民满意的服务型政府，奋力谱写新时代发展新篇章</p></section><main><div class="content-wrap">{paras(doc, "<div><div><p>", "</p></div></div>")}</div></main><aside><p>政务微信</p><p>政务微博</p><p>回到顶部</p></aside><footer>{foot(doc)}</footer>""",
    )


def fonts(doc: Document) -> str:
    def digits(text: str) -> str:
        return "".join(f"<font face='Times New Roman'>{c}</font>" if c.isdigit() else esc(c) for c in text)

    body = "".join(
        f"<div align=left style='line-height:150%'><font face=仿宋_GB2312 size=4>　　{digits(t)}</font></div>"
        for t in lines(doc)
    )
    return page(
        doc,
        f"""{menu(doc)}<div class=title><strong><font size=5>{digits(doc.title)}</font></strong></div><div class=c>{body}</div>{foot(doc)}""",
    )


def popups(doc: Document) -> str:
    return page(
        doc,
        f"""<div class="mask"><div class="pop"><p>您访问的链接即将离开“{doc.place}人民政府”门户网站 是否继续？</p><a>继续访问</a><a>放弃</a></div><div class="pop2"><p>亲爱的用户，您好！为了给您提供更优质的服务，请您对本网站的使用情况作出评价，您的意见是我们改进的动力。</p><a>立即参与</a><a>暂不参与</a></div><div>为确保最佳浏览效果，建议您使用以下浏览器版本：IE浏览器9.0版本及以上；Google Chrome浏览器63版本及以上；360浏览器9.1版本及以上，且IE内核9.0及以上。</div></div>{menu(doc)}<h1>{doc.title}</h1><div class="bd">{paras(doc)}</div>{foot(doc)}""",
    )


def lists(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="bd"><ul style="list-style:none">{"".join(f"<li>{esc(t)}</li>" for t in lines(doc))}</ul></div><div class="next"><p>上一篇：<a>{doc.place}2023年法治政府建设年度报告</a></p><p>下一篇：<a>没有了</a></p></div>{foot(doc)}""",
    )


def headings(doc: Document) -> str:
    body = "".join(
        f"<h3>{esc(t)}</h3>"
        if t[1:2] == "、"
        else f"<h4>{esc(t)}</h4>"
        if t.startswith("（") and len(t) < 30
        else f"<p>{esc(t)}</p>"
        for t in lines(doc)
    )
    return page(doc, f"""{menu(doc)}<h1>{doc.title}</h1><div class="markdown-body">{body}</div>{foot(doc)}""")


def loose(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}当前位置：首页-政务公开<br>{doc.title}<br>发布时间：2025-01-20 来源：{doc.source}<br>{"<br><br>".join(esc(t) for t in lines(doc))}<br>打印 关闭<br>版权所有：{doc.place}人民政府 ICP备案号：赣ICP备05000000号""",
    )


def corrected(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class="i"><span>索引号：000/2025-1</span><span>信息类别：报告</span><span>公开形式：网站</span><span>公开时间：2025-01-20</span></div><div class="bd">{paras(doc)}</div><p>网站纠错</p><p>若您对本文有意见或建议，请点击此处反馈。</p><p>版权声明：凡本网注明来源的作品，版权均属于本网，未经授权不得转载、摘编或以其他方式使用。</p><p>［关闭窗口］［返回顶部］</p>{foot(doc)}""",
    )


def annual_column(doc: Document) -> str:
    """Column pages that embed the text: the year pages of information portals."""
    return page(
        doc,
        f"""<div class="top-year"><span>选择年度：</span><a>2025</a><a>2024</a><a>2023</a><a>2022</a></div><div class="tree"><a>县政府部门</a><a>乡镇</a></div><div class="nr"><p style="text-align:center"><strong>{doc.title}</strong></p><p style="text-align:center">（{doc.source}）</p>{paras(doc)}</div>""",
        title="政府信息公开年度报告",
    )


def mobile(doc: Document) -> str:
    return page(
        doc,
        f"""<div class="m-head"><a>返回</a><span>详情</span><a>分享</a></div><div class="m-title">{doc.title}</div><div class="m-info"><span>{doc.source}</span><span>2025-01-20</span><span>1.2万阅读</span></div><div class="m-body">{paras(doc, "<p>")}</div><div class="m-bar"><span>点赞 3</span><span>收藏</span><span>评论</span></div><div class="m-tip">打开“赣服通”APP，查看更多精彩内容</div>""",
        title=doc.title,
    )


def bookmarks(doc: Document) -> str:
    """Word's bookmarks wrap text in anchors that lead nowhere."""
    body = "".join(
        f'<p class=MsoNormal><a name="_Toc{n}"></a><a name="OLE_LINK{n}"><span>{esc(t)}</span></a></p>'
        for n, t in enumerate(lines(doc))
    )
    return page(doc, f"""{menu(doc)}<a name="top"><h1>{doc.title}</h1><div class="bd">{body}</div>{foot(doc)}""")


def unclosed(doc: Document) -> str:
    body = "".join(f"<P>　　{esc(t)}" for t in lines(doc))
    return page(
        doc,
        f"""<TABLE WIDTH=100%><TR><TD>{menu(doc)}<TR><TD><FONT SIZE=5><B>{doc.title}</B></FONT><TR><TD ID=content>{body}<TR><TD>打印本页 | 关闭窗口</TABLE>{foot(doc)}""",
    )


def teasers(doc: Document) -> str:
    card = "<div class=card><a href='/x'>全县秋粮收购有序推进</a><p>连日来，全县各收购网点一派繁忙，运粮车辆排起长队，工作人员加班加点做好服务。</p><span>2025-01-18</span></div>"
    return page(
        doc,
        f"""{menu(doc)}<div class=m><h1>{doc.title}</h1><div class=t9>{paras(doc)}</div></div><div class=more><h3>为你推荐</h3>{card}{card.replace("秋粮收购", "项目建设").replace("各收购网点一派繁忙", "各项目现场机声隆隆")}</div>{foot(doc)}""",
    )


def about_site(doc: Document) -> str:
    return page(
        doc,
        f"""<div class=top>{doc.place}人民政府网站是{doc.place}人民政府在互联网上发布政府信息和提供在线服务的综合平台，由{doc.place}人民政府办公室主办。</div>{menu(doc)}<h1>{doc.title}</h1><div class=t9>{paras(doc)}</div>{foot(doc)}""",
    )


def notice_around(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>关于公布{doc.title}的通知</h1><div class=sx>发布时间：2025-01-20</div><div class=t9><p>各乡镇人民政府，县直各单位：</p><p>经研究同意，现将《{doc.title}》予以公布，请结合实际抓好落实。</p><p>附件：{doc.title}</p><p align=right>{doc.place}全面依法治县委员会办公室</p><p align=right>2025年1月19日</p><p>附件</p><p align=center>{doc.title}</p>{paras(doc)}</div>{foot(doc)}""",
    )


def pieces(doc: Document) -> str:
    """Every chapter in a box of its own, its heading outside of the text's element."""
    boxes, open_ = "", False
    for t in lines(doc):
        if t[1:2] == "、":
            boxes += (
                "</div></div>" if open_ else ""
            ) + f'<div class="part"><h3 class="part-t">{esc(t)}</h3><div class="part-c">'
            open_ = True
        else:
            boxes += f"<p>{esc(t)}</p>"
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class=rep>{boxes}{"</div></div>" if open_ else ""}</div>{foot(doc)}""",
    )


def entities(doc: Document) -> str:
    def coded(text: str) -> str:
        return "".join(f"&#{ord(c)};" for c in text)

    return page(
        doc,
        f"""{menu(doc)}<h1>{coded(doc.title)}</h1><div class=t9>{"".join(f"<p>&#12288;&#12288;{coded(t)}</p>" for t in lines(doc))}</div>{foot(doc)}""",
    )


def pre_wrapped(doc: Document) -> str:
    text = "\n".join("　　" + esc(t) for t in lines(doc))
    return page(
        doc, f"""{menu(doc)}<h1>{doc.title}</h1><div class=t9 style="white-space: pre-wrap;">{text}</div>{foot(doc)}"""
    )


def button_bar(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class=tools><span>T大</span><span>T小</span><span>我要打印</span><span>网页收藏</span><span>PDF下载</span><span>我要分享</span><span>转发</span><span>举报</span></div><h1>{doc.title}</h1><div>信息来源：{doc.source}　信息时间：2025-01-20 10:20　阅读次数：35　<a>[打印]</a>　<a>[收藏]</a>　我要评论(0)</div><div class=t9>{paras(doc)}</div><div>信息提供：{doc.source}　　信息审核：办公室　　信息录入：某某</div><div>赞 0　　踩 0</div>{foot(doc)}""",
    )


def forwards(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class=t9>{paras(doc)}</div><div>来源：{doc.source}</div><div>初审：张三　复审：李四　终审：王五</div><div>上一篇：关于{doc.place}2024年预算执行情况的报告</div><div>下一篇：{doc.place}召开全面依法治县委员会第六次会议，县委书记主持并讲话。</div><div>【打印正文】【我要纠错】</div>{foot(doc)}""",
    )


def consulting(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class=t9>{paras(doc)}</div><div class=zx><h4>业务咨询</h4><p>如需咨询本文内容，请拨打12345政务服务便民热线。</p></div><div class=bq><p>主办单位：{doc.place}人民政府</p><p>{doc.place}人民政府版权所有，未经许可不得转载。</p></div>{foot(doc)}""",
    )


def listening(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class=a>2025-01-20 10:20　来源：{doc.source}　<span>语音播报</span><span>男声</span><span>女声</span><span>|</span><span>语速：</span><span>慢</span><span>中</span><span>快</span></div><div class=t9>{paras(doc)}</div><div>分享让更多人看到</div><div>本文有帮助，点个赞</div><div>（编辑：某某 校对：某某）</div>{foot(doc)}""",
    )


def policy_board(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class=zcwj><table><tbody><tr><th>标　　题：</th><td colspan=3>{doc.title}</td></tr><tr><th>发文机关：</th><td>{doc.place}人民政府</td><th>发文字号：</th><td>东府发〔2025〕3号</td></tr><tr><th>来　　源：</th><td>{doc.source}</td><th>主题分类：</th><td>司法\\其他</td></tr><tr><th>公文种类：</th><td>报告</td><th>成文日期：</th><td>2025年01月18日</td></tr></tbody></table></div><h1>{doc.title}</h1><p>东府发〔2025〕3号</p><div class=t9>{paras(doc)}</div><div class=gl><h4>政策解读</h4><p>暂无解读</p><h4>意见征集</h4><p>暂无内容</p></div>{foot(doc)}""",
    )


def hidden_by_script(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div id=cont style="display:none">{paras(doc)}</div><script>document.getElementById("cont").style.display="block"</script>{foot(doc)}""",
    )


def frame_words(doc: Document) -> str:
    bar = [
        "顶部",
        "无障碍",
        "网站支持IPv6",
        "登录",
        "个人中心",
        "退出",
        "简",
        "繁",
        "EN",
        "邮箱",
        "微信",
        "微博",
        "APP",
        "小程序",
    ]
    return page(
        doc,
        f"""<div>{"".join(f"<span>{w}</span>" for w in bar)}</div><div>搜本站<span>搜全省</span></div><div>大家都在搜：<span>医保</span><span>公积金</span><span>人才引进</span></div>{menu(doc)}<div>首页 / 政务公开 / 重点领域信息公开 / 法治政府建设</div><h1>{doc.title}</h1><div>2025/01/20 | 作者：{doc.source} | 浏览：35 | 评论：0</div><div class=t9>{paras(doc)}</div><div>关于我们 使用帮助 网站声明 联系方式 站点地图 常见问题</div>{foot(doc)}""",
    )


def two_documents(doc: Document) -> str:
    """The report, and under it an interpretation of another document."""
    return page(
        doc,
        f"""{menu(doc)}<h1>{doc.title}</h1><div class=t9>{paras(doc)}</div><div class=jd><h3>《{doc.place}行政执法监督办法》政策解读</h3><p>一、出台背景</p><p>为规范行政执法监督工作，制定本办法。</p></div>{foot(doc)}""",
    )


def english_head(doc: Document) -> str:
    return page(
        doc,
        f"""<div>Skip to main content</div><div>Home | Government | Services | About</div>{menu(doc)}<h1>{doc.title}</h1><div>Release time: 2025-01-20 10:20　Views: 35　Font: A A A　Print　Share</div><div class=t9>{paras(doc)}</div><div>Copyright © 2025 Donghu. All Rights Reserved.</div>{foot(doc)}""",
    )


def gongwen(doc: Document) -> str:
    return page(
        doc,
        f"""{menu(doc)}<div class="gkxx"><p>【索引号】36090/2025-0001</p><p>【发布机构】{doc.source}</p><p>【公开日期】2025-01-20</p><p>【文号】</p><p>【有效性】有效</p></div><h2>{doc.title}</h2><h5>{doc.source}　2025年01月20日</h5><div class=t9>{paras(doc)}</div><div>[打印]&nbsp;&nbsp;[关闭]&nbsp;&nbsp;[返回]</div>{foot(doc)}""",
    )


LAYOUTS: dict[str, Callable[[Document], str]] = {
    made.__name__: made
    for made in (jcms, jcms_open, trs, vsb, ucap, gkmlpt, wechat, word, wps, old_tables, breaks, letters, preformatted, rows, toolbar, reader_ai, crumbs_list, sidebar, print_copy, templates, tail_inside, letterhead, comments, selects, definition, split_keys, tabs, site_heading, years, hero, fonts, popups, lists, headings, loose, corrected, annual_column, mobile,
                 bookmarks, unclosed, teasers, about_site, notice_around, pieces, entities, pre_wrapped, button_bar, forwards, consulting, listening, policy_board, hidden_by_script, frame_words, two_documents, english_head, gongwen)
}  # fmt: skip

# Pages about reports, and pages that are none at all.
NO_REPORTS = {
    "a list": page(
        LAW,
        menu(LAW)
        + '<div class="pos">当前位置：首页 &gt; 法治政府建设</div><ul class="list">'
        + "".join(
            f'<li><a href="/{n}.html">东湖县{place}{y}年法治政府建设年度报告</a><span>{y + 1}-01-{n + 10}</span></li>'
            for n, (place, y) in enumerate(
                (p, y) for p in ("司法局", "公安局", "教育局", "水利局") for y in (2021, 2022, 2023)
            )
        )
        + "</ul><div>共 48 条 1/4 页 首页 上一页 下一页 尾页 跳转到第 <input> 页</div>"
        + foot(LAW),
        title="法治政府建设_东湖县人民政府",
    ),
    "a list with summaries": page(
        LAW,
        menu(LAW)
        + "".join(
            f'<div class="item"><h3><a href="/{n}.html">{p}2024年法治政府建设年度报告</a></h3><p>2024年，{p}坚持以法治建设为引领，扎实推进依法行政各项工作，现将有关情况报告如下...</p><span>2025-01-{n + 10}</span></div>'
            for n, p in enumerate(("县司法局", "县公安局", "县教育局", "县水利局", "县民政局"))
        )
        + "<div>上一页 1 2 3 下一页</div>"
        + foot(LAW),
        title="搜索结果_东湖县人民政府",
    ),
    "an interpretation": page(
        LAW,
        menu(LAW)
        + "<h1>《东湖县2024年法治政府建设年度报告》解读</h1><div class=c><p>近日，县政府印发了《东湖县2024年法治政府建设年度报告》，现解读如下。</p><p>一、编制背景</p><p>根据有关规定，县级以上人民政府应当每年公布法治政府建设年度报告。</p><p>二、主要内容</p><p>报告分三个部分，分别介绍主要举措和成效、存在的不足和下一步打算，内容翔实，数据准确，全面反映了全县法治建设的情况。</p></div>"
        + foot(LAW),
        title="《东湖县2024年法治政府建设年度报告》解读_东湖县人民政府",
    ),
    "a plan": page(
        LAW,
        menu(LAW)
        + "<h1>东湖县2025年法治政府建设工作要点</h1><div class=c><p>为做好2025年法治政府建设工作，制定本要点。</p><p>一、健全制度</p><p>1.修订行政决策规定，明确决策事项目录，由县司法局牵头，各乡镇各部门配合，六月底前完成。</p><p>二、规范执法</p><p>2.开展行政执法专项监督，重点检查乱罚款、乱收费等问题，发现一起查处一起。</p></div>"
        + foot(LAW),
        title="东湖县2025年法治政府建设工作要点",
    ),
    "a call for reports": page(
        LAW,
        menu(LAW)
        + "<h1>关于报送2024年度法治政府建设年度报告的通知</h1><div class=c><p>各乡镇人民政府，县政府各部门：</p><p>根据有关规定，请各单位认真总结2024年度法治政府建设情况，于2025年1月15日前将年度报告报送县司法局。现就有关事项通知如下。</p><p>一、报告内容</p><p>报告应当包括主要举措和成效、存在的不足和原因、下一年度安排三个部分，实事求是，简明扼要。</p><p>二、报送要求</p><p>报告须经主要负责人签发，加盖公章，同时报送电子版，逾期不报的予以通报。</p><p>东湖县司法局</p><p>2024年12月20日</p></div>"
        + foot(LAW),
        title="关于报送2024年度法治政府建设年度报告的通知",
    ),
    "news": page(
        LAW,
        menu(LAW)
        + "<h1>东湖县发布2024年法治政府建设年度报告</h1><div class=c><p>本报讯（记者 王某）记者1月20日从县政府新闻办获悉，东湖县2024年法治政府建设年度报告正式对外发布。</p><p>报告显示，过去一年，东湖县扎实推进依法行政，全年审查规范性文件16件、重大合同43份，办理行政处罚案件356件，没有一件被复议撤销。</p><p>据介绍，2025年东湖县将继续深化乡镇综合执法改革，让法治成果更好惠及百姓。</p></div>"
        + foot(LAW),
        title="东湖县发布2024年法治政府建设年度报告",
    ),
    "a viewer for a file": page(
        LAW,
        menu(LAW)
        + '<h1>东湖县2024年法治政府建设年度报告</h1><div class=i>发布时间：2025-01-20</div><div class=c><p>附件：<a href="a.pdf">东湖县2024年法治政府建设年度报告.pdf</a></p><object data="a.pdf">您的浏览器不支持在线预览，请下载后查看。</object><p>您的浏览器不支持PDF在线预览，请点击<a href="a.pdf">下载</a>查看。</p></div>'
        + foot(LAW),
    ),
    "a missing page": page(
        LAW,
        "<div><h1>404</h1><p>很抱歉，您访问的页面不存在或已被删除。</p><p>请检查您输入的网址是否正确，或点击<a href='/'>返回首页</a>。</p><p>页面将在5秒后自动跳转。</p></div>",
        title="404 Not Found",
    ),
    "a check of the visitor": page(
        LAW,
        "<div><p>为保障网站安全，请完成下方验证后继续访问。</p><p>拖动滑块完成拼图</p><p>您的访问请求存在异常，本次请求已被拦截，如有疑问请联系网站管理员，并提供事件编号：8f3a-22</p></div>",
        title="安全验证",
    ),
    "a front page": page(
        LAW,
        menu(LAW)
        + "".join(
            f"<div><h2>{h}</h2>{links([f'{h}标题之{n}：东湖县推进重点项目建设' for n in range(6)])}</div>"
            for h in ("要闻动态", "通知公告", "政策文件", "基层动态")
        )
        + "<div><p>东湖县位于某省中部，面积2100平方公里，人口38万，辖12个乡镇，气候温和，物产丰富，素有鱼米之乡的美誉。</p></div>"
        + foot(LAW),
        title="东湖县人民政府",
    ),
    "a guide": page(
        LAW,
        menu(LAW)
        + "<h1>东湖县人民政府信息公开指南</h1><div class=c><p>为了更好地提供政府信息公开服务，本机关编制了《政府信息公开指南》。</p><p>一、公开内容</p><p>本机关主动公开的信息范围参见本机关编制的信息公开目录，公民可以在网站上查阅。</p><p>二、公开形式</p><p>主要采取网上公开的形式，也通过政府公报、新闻发布会等辅助形式公开。</p><p>三、依申请公开</p><p>公民可以向本机关申请获取主动公开以外的政府信息，本机关自收到申请之日起20个工作日内予以答复。</p></div>"
        + foot(LAW),
        title="政府信息公开指南",
    ),
    "an answer to a letter": page(
        LAW,
        menu(LAW)
        + "<h1>关于法治政府建设年度报告在哪里查询的咨询</h1><div class=c><p>来信内容：您好，请问在哪里可以查到2024年法治政府建设年度报告？谢谢。</p><p>回复内容：您好，您的来信收悉。您可以登录县政府门户网站，在政务公开栏目下的法治政府建设专栏查询，如有疑问请致电0700-7654321，感谢您对我们工作的支持。</p><p>回复单位：县司法局　回复时间：2025-02-03</p></div>"
        + foot(LAW),
        title="来信详情",
    ),
    "a charter of pictures": page(
        LAW,
        menu(LAW)
        + '<h1>一图读懂东湖县2024年法治政府建设年度报告</h1><div class=c><p><img src="1.jpg"/></p><p><img src="2.jpg"/></p><p>来源：县司法局　编辑：王某</p></div>'
        + foot(LAW),
    ),
    "a meeting": page(
        LAW,
        menu(LAW)
        + "<h1>县人大常委会听取和审议2024年法治政府建设情况的报告</h1><div class=c><p>1月18日，县十八届人大常委会举行第二十次会议，听取和审议县政府关于2024年法治政府建设情况的报告。常委会主任李某主持会议。</p><p>会议指出，一年来，县政府及其部门依法行政水平不断提升，但仍存在一些薄弱环节。会议强调，要进一步压实责任，补齐短板，推动法治政府建设再上新台阶。</p><p>副县长张某列席会议并作表态发言。</p></div>"
        + foot(LAW),
    ),
    "rules": page(
        LAW,
        menu(LAW)
        + "<h1>东湖县法治政府建设年度报告管理办法</h1><div class=c><p>第一条　为了规范法治政府建设年度报告工作，根据有关规定，结合本县实际，制定本办法。</p><p>第二条　本办法适用于本县各级行政机关。</p><p>第三条　年度报告应当于每年1月31日前报送，并向社会公开，接受监督，涉及国家秘密的除外。</p><p>第四条　本办法自印发之日起施行，有效期五年。</p></div>"
        + foot(LAW),
    ),
}


_UNSHOWN = re.compile(
    r"(?is)<(script|style|template|noscript|select|textarea|head)\b.*?</\1>|<!--.*?-->|<(\w+)[^>]*display:\s*none[^>]*>.*?</\2>"
)
_BLOCK = re.compile(
    r"(?i)</?(?:p|div|li|tr|td|th|h\d|table|ul|ol|br|section|article|dt|dd|dl|center|pre|header|footer|nav|aside|main|form|blockquote)\b[^>]*>"
)


def flattened(source: str, *, nodes: bool = False, marked: bool = False) -> str:
    """The page as programs that extract text leave it: a line a block, with `nodes` a line a text
    node, with `marked` Markdown's marks."""
    text = _UNSHOWN.sub("", source)
    text = text if "<pre" in text or "pre-wrap" in text else re.sub(r"\s*\n\s*", "", text)
    if marked:
        text = re.sub(r"(?i)<h(\d)[^>]*>", lambda found: "\n" + "#" * int(found[1]) + " ", text)
        text = re.sub(r"(?i)<td[^>]*>", " | ", re.sub(r"(?i)<li[^>]*>", "\n- ", text))
        text = re.sub(r"(?i)</t[dh]\s*>", " ", text)
    text = re.sub("<[^>]+>", "\n" if nodes else "", _BLOCK.sub("\n", text))
    lines_of = (line.strip() for line in html.unescape(text).split("\n"))
    return "\n".join(line for line in lines_of if line)
