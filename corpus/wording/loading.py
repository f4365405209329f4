"""Why a file or a page could not be read, by code."""

from __future__ import annotations

from typing import Final

from corpus.saying import Saying

LOADING: Final = {
    "not_there": Saying("没有这个文件或文件夹；请检查路径。"),
    "not_readable": Saying("无法读取（%(why)s）；请检查文件和权限。"),
    "warc_cut_off": Saying("%(name)s 不是完整的 WARC 文件，读到坏处为止；请重新下载或导出后再添加。"),
    "warc_empty": Saying("%(name)s 里没有 WARC 记录；请检查它是不是 WARC 文件。"),
    "machine": Saying("这台机器暂时读不了这个网页（%(why)s）：请检查内存和磁盘后再试。"),
    "unforeseen": Saying("处理这个网页时出了意料之外的错误（%(why)s）：请把正文另存为文本后再添加。"),
    "empty": Saying("文件是空的，没有任何文字：请检查来源后重新添加。"),
    "large_file": Saying("文件有 %(n)s MB，超过 20 MB 的上限：请只添加报告正文。"),
    "binary": Saying("这是二进制文件，不是网页或文本：请添加报告的网页、文本文件。"),
    "unsupported": Saying("这是 %(name)s 文件，暂不支持：请转成文本或网页后再添加。"),
    "encoding": Saying("文件的文字编码无法识别（试过 UTF-8、GB18030、Big5）：请另存为 UTF-8 后再添加。"),
    "page_without_text": Saying("网页里没有文字（可能全由脚本或图片生成）：请在浏览器里打开后另存为网页或文本。"),
    "many_lines": Saying("页面有 %(n)s 行，超过 %(most)s 行的上限，不是一份报告。"),
    "much_markup": Saying("网页的标签过多，不像一份报告：请另存正文后再添加。"),
    "long_text": Saying("文字太长，不像一份报告：请只添加报告正文。"),
    "pdf_slow": Saying("读取这个 PDF 花的时间太长，已停止：请稍后再试，或只添加报告正文。"),
    "pdf_broke_down": Saying("读取这个 PDF 时出了故障（可能已损坏，或内存不足）：请重新下载后再试。"),
    "pdf_encrypted": Saying("这个 PDF 加了密码，无法读取：请去掉密码后再添加。"),
    "pdf_damaged": Saying("这个 PDF 已损坏或不完整，无法读取：请重新下载。"),
    "pdf_long": Saying("这个 PDF 太长，不像一份报告：请只添加报告正文。"),
    "pdf_reader_missing": Saying("读取 PDF 需要 pypdfium2：请先运行 pip install 'xunzhang[files]'。"),
    "pdf_without_text": Saying("这个 PDF 里没有文字：请检查文件后重新添加。"),
    "scan_reader_missing": Saying(
        "这是扫描件，只有图片，没有文字层；识别文字需要 rapidocr：请先运行 make ocr，或 pip install 'xunzhang[ocr]'。"
    ),
    "pdf_garbled": Saying(
        "这个 PDF 的文字层是乱码（字体没有编码表）；识别文字需要 rapidocr：请先运行 make ocr，或 pip install 'xunzhang[ocr]'。"
    ),
    "scan_slow": Saying("识别扫描件花的时间太长，已停止：请稍后再试，或先做文字识别（OCR），再添加识别出的文本。"),
    "scan_broke_down": Saying("识别扫描件时出了故障（可能内存不足）：请稍后再试。"),
    "picture_damaged": Saying("这个图片已损坏或不完整，无法读取：请重新下载。"),
    "scan_long": Saying("这个扫描件页数太多，不像一份报告：请只添加报告正文。"),
    "picture_without_text": Saying("图片里没有认出文字：请确认它是一份报告的扫描件。"),
    "saved_without_text": Saying("这个保存的网页里没有文字：请在浏览器里打开后另存为网页或文本。"),
    "saved_deep": Saying("这个保存的网页里套着太多文件：请在浏览器里打开后另存为网页或文本。"),
    "word_large": Saying("这个 Word 文件解压后太大，不像一份报告：请只添加报告正文。"),
    "word_reader_missing": Saying("读取 Word 文件需要 python-docx：请先运行 pip install 'xunzhang[files]'。"),
    "word_without_text": Saying("这个 Word 文件里没有文字（可能只有图片）：请检查文件后重新添加。"),
    "word_damaged": Saying("这个 Word 文件已损坏，无法读取：请用 Word 打开后另存，再添加。"),
    "archive_encrypted": Saying("这个文件加了密码，无法读取：请去掉密码后再添加。"),
    "archive_unsupported": Saying("这是压缩包或 DOCX 以外的 Office 文件，暂不支持：请转成文本或网页后再添加。"),
    "archive_damaged": Saying("这个压缩包已损坏或不完整，无法读取：请重新下载。"),
    "raw_page_missing": Saying("没有它的原始网页；请用 xunzhang add 重新添加。"),
    "raw_page_damaged": Saying("它的原始网页已损坏，记录保持不变；请用 xunzhang add 重新添加。"),
}
