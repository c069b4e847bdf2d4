"""Whether bytes are a whole PDF that may be opened: every way in which they are not has its own word to the unit."""

from __future__ import annotations

import re
import zlib

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.document import Unreadable

MAX_BYTES = 200 * 1024 * 1024
MAX_PAGES = 2000
MAX_INFLATED = 64 * 1024 * 1024
"""Largest inflated stream, images apart (no reader inflates those)."""

_FILLING = b"\0\r\n "
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image")
_FLATE = re.compile(rb"/Filter\s*(\[\s*)?/FlateDecode")


def trimmed(data: bytes) -> bytes:
    """The bytes without what servers and disks put before a PDF and behind it: its places are counted from its own
    beginning."""
    start = max(0, data.find(b"%PDF-", 0, 1024))
    return data[start:].rstrip(_FILLING) if start > 0 or data.endswith(b"\0") else data


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The opened PDF. Raises `Unreadable`."""
    if not data.strip():
        raise Unreadable("文件为空，请单位重新报送 / the file is empty; ask the unit to send it again")
    if len(data) > MAX_BYTES:
        raise Unreadable(
            f"文件超过 {MAX_BYTES >> 20} MB，请拆分或压缩后重新报送 / "
            f"the file is larger than {MAX_BYTES >> 20} MB; split it or make it smaller"
        )
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(
            "文件内容不是 PDF，请用原软件重新导出 PDF / the bytes are no PDF; export the report as PDF again"
        )
    if b"%%EOF" not in data[-2048:]:
        raise Unreadable(
            "PDF 不完整（缺少文件尾），可能传输中断，请重新报送 / "
            "the PDF is cut short (its end is missing); send it again"
        )
    is_encrypted = b"/Encrypt" in data
    if not is_encrypted:
        _check_streams(data)
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if is_encrypted and error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Unreadable(
                "PDF 有打开密码，请去除密码后重新报送 / the PDF asks for a password; send it without one"
            ) from error
        raise damaged() from error
    if len(pdf) > MAX_PAGES:
        pages = len(pdf)
        pdf.close()
        raise Unreadable(
            f"PDF 有 {pages} 页，超过 {MAX_PAGES} 页，请按报告拆分 / "
            f"the PDF has {pages} pages, more than {MAX_PAGES}; split it report by report"
        )
    return pdf


def damaged() -> Unreadable:
    return Unreadable(
        "PDF 已损坏或没有页面，请用原软件重新导出后报送 / "
        "the PDF is damaged or has no pages; export it again from where it was written"
    )


def _check_streams(data: bytes) -> None:
    """Raise for a stream that does not inflate, or inflates beyond measure, before a library tries."""
    for match in _STREAM.finditer(data):
        head = data[max(data.rfind(b"obj", 0, match.start()), match.start() - 4096) : match.start()]
        if not _FLATE.search(head) or _IMAGE.search(head):
            continue
        content = memoryview(data)[match.end() : data.find(b"endstream", match.end())]
        for _ in range(head.count(b"/FlateDecode")):
            content = memoryview(_inflate(content))


def _inflate(content: memoryview) -> bytes:
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(content, MAX_INFLATED + 1)
    except zlib.error as error:
        raise damaged() from error
    if len(inflated) > MAX_INFLATED:
        raise Unreadable(
            "PDF 内有异常大的压缩数据，不予读取，请重新导出 / "
            "the PDF holds compressed data of absurd size and is not read; export it again"
        )
    if not inflater.eof:
        raise damaged()
    return inflated
