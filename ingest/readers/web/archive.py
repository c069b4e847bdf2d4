"""Single-file web pages (.mht), as Word, Excel and office systems save them, often under the name .doc or .xls."""

from __future__ import annotations

import email

from ingest.document import Block, Document, Paragraph, Unreadable, says_something
from ingest.readers.office_zip import damaged
from ingest.readers.web.html import blocks_of
from ingest.readers.web.html_unread import is_frame

_PAGE = "text/html"
MOST_PAGES, MOST_LINES = 500, 3_000_000


def read_bytes(data: bytes) -> Document:
    """The document in the pages of the archive, also those in frames, one behind the other. Raises `Unreadable` where
    they hold no text."""
    blocks: list[Block] = []
    encoding = None
    for page in _pages(data):
        found, encoding = blocks_of(page)
        blocks.extend(block for block in found if not (isinstance(block, Paragraph) and is_frame(block)))
    if not any(map(says_something, blocks)):
        raise Unreadable(
            "单个文件网页里没有文字，请另存为 .docx 后报送 / the web archive holds no text; save it as .docx"
        )
    return Document(tuple(blocks), "multipart/related", encoding)


def _pages(data: bytes) -> list[bytes]:
    if data.count(b"\n") > MOST_LINES:
        raise _too_large()
    try:
        parts = [part for part in email.message_from_bytes(data.lstrip()).walk() if part.get_content_type() == _PAGE]
    except RecursionError as error:  # Archives in archives without end.
        raise damaged() from error
    pages = [part.get_payload(decode=True) for part in parts]
    if len(pages) > MOST_PAGES:
        raise _too_large()
    return [page for page in pages if isinstance(page, bytes) and page.strip()]


def _too_large() -> Unreadable:
    return Unreadable("单个文件网页过大，请拆分后报送 / the web archive is too large; split it and send the parts")
