"""Readers: one file format each, all giving a `Document`. They know bytes and nothing of budgets."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ingest.document import Document, Unreadable
from ingest.readers.characters import cleared
from ingest.readers.kinds import true_suffix
from ingest.readers.word import office

# By module, so that a format costs its libraries only where it occurs.
_BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".xml"), "word.docx"),
    ".pdf": "portable.pdf",
    ".ofd": "portable.ofd",
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".ods"), "sheets.sheet"),
    **dict.fromkeys((".html", ".htm"), "web.html"),
    **dict.fromkeys((".mht", ".mhtml"), "web.archive"),
    **dict.fromkeys((".md", ".markdown"), "web.markdown"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
}
_ARCHIVES = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz"})
SUPPORTED = tuple(sorted({*_BY_SUFFIX, *office.SUFFIXES}))
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic"})
_FLATTENED = frozenset({"text/plain", "text/html", "text/markdown"})


def read(path: Path) -> Document:
    """Read a file. Raises `Unreadable` with what is wrong and what to do."""
    from ingest.readers.flattened import restore  # Not above: it takes long to load, and only who reads needs it.

    try:
        data = path.read_bytes()
        suffix = true_suffix(data, path.suffix.lower())
        if suffix in office.SUFFIXES:
            document = office.read_path(path)
        elif suffix in _BY_SUFFIX:
            document = import_module(f"ingest.readers.{_BY_SUFFIX[suffix]}").read_bytes(data)
        elif suffix in _ARCHIVES:
            raise Unreadable(
                f"不支持 {suffix} 压缩包，请先解压，或改存为 .zip 后报送 / "
                f"archives in {suffix} are not read; unpack it, or send a .zip"
            )
        elif suffix in _PICTURES:
            raise Unreadable(
                "图片中的文字无法读取，请报送原来的 Word、Excel 文件或带文字的 PDF / "
                "the text in a picture is not read; send the Word or Excel file that it shows, or a PDF with text"
            )
        else:
            raise Unreadable(
                f"不支持 {suffix or '无后缀'} 格式，请另存为 Word、Excel、PDF、OFD、网页或文本（如 .docx、.xlsx） / "
                f"the format {suffix or 'without a suffix'} is not read; save it as Word, Excel, PDF, OFD, a web page "
                "or text (like .docx, .xlsx)"
            )
    except OSError as error:
        raise Unreadable(
            f"文件打不开（{error.strerror}），请检查文件是否存在、是否有读取权限 / "
            f"the file cannot be opened ({error.strerror}); check that it exists and may be read"
        ) from error
    return restore(document) if document.media_type in _FLATTENED else cleared(document)


__all__ = ["SUPPORTED", "read"]
