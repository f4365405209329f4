"""Where a field of a record was read, by code."""

from __future__ import annotations

from typing import Final

from corpus.saying import Saying

EVIDENCE: Final = {
    # the title and what it says
    "title": Saying("标题"),
    "printed_title": Saying("页面所印标题"),
    "composed": Saying("由机构、年度和类型拼成"),
    "number_in_title": Saying("标题中的文号"),
    # the text
    "letters": Saying("正文用字"),
    "text": Saying("正文"),
    "opening": Saying("正文开头"),
    "heading": Saying("正文标题"),
    "period": Saying("统计期限"),
    "commonest_year": Saying("正文中最常见的年份"),
    "years_told": Saying("正文所说的年份"),
    "five_year_plan": Saying("五年规划的起止"),
    "no_kind": Saying("没有说明类型的字样"),
    # what stands around it
    "signature": Saying("落款"),
    "signed": Saying("落款日期"),
    "printed": Saying("印发日期"),
    "written": Saying("成文日期"),
    "published": Saying("发布日期"),
    "sent": Saying("发文日期"),
    "updated": Saying("更新日期"),
    "date_at_title": Saying("标题旁的日期"),
    "date_at_end": Saying("页尾的发布日期"),
    "session": Saying("会议日期"),
    "session_number": Saying("所在会议的届次"),
    "from_publication": Saying("由发布日期推定"),
    "year_before_publication": Saying("上年度，由发布日期推定"),
    "number_line": Saying("文号一行"),
    "number_field": Saying("文号字段"),
    "addressee": Saying("主送机关"),
    "letterhead": Saying("文件头"),
    "head": Saying("页首"),
    # the site and its fields
    "column": Saying("栏目"),
    "address": Saying("网址"),
    "place_of_site": Saying("网站所属地区"),
    "nation": Saying("国务院的报告"),
    "publication_tag": Saying("PubDate 标签"),
    "article_tag": Saying("ArticleTitle 标签"),
    "title_tag": Saying("title 标签"),
    "content_source_tag": Saying("ContentSource 标签"),
    "site_code": Saying("网站标识码"),
    "police_record": Saying("公安备案号"),
    "icp_record": Saying("ICP 备案号"),
    "site_name": Saying("网站名称"),
    "postcode": Saying("邮政编码"),
    "kept_by": Saying("主办单位和地址"),
    "assembly": Saying("人民代表大会"),
    "open_place": Saying("%(source)s；页面没有说明是哪里的“%(name)s”"),
    "publishing_body": Saying("发布机构"),
    "source": Saying("来源"),
    "name_and_hints": Saying("机构名称和页面线索（%(source)s）"),
    # a person
    "corrected": Saying("人工更正"),
    "corrected_why": Saying("人工更正：%(note)s"),
}
