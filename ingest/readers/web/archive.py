"""Single-file web pages (.mht), as Word, Excel and office systems save them, often under the name .doc or .xls."""

from __future__ import annotations

import email

from ingest.document import Block, Document, Unreadable
from ingest.readers.web.html import blocks_of


def read_bytes(data: bytes) -> Document:
    """The document in the pages of the archive, one behind the other. Raises `Unreadable` where they hold no text."""
    blocks: list[Block] = []
    encoding = None
    for part in email.message_from_bytes(data.lstrip()).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes) and page.strip():
            found, encoding = blocks_of(page)
            blocks.extend(found)
    if not blocks:
        raise Unreadable(
            "单个文件网页里没有文字，请另存为 .docx 后报送 / the web archive holds no text; save it as .docx"
        )
    return Document(tuple(blocks), "multipart/related", encoding)
