"""The text in bytes of UTF-8, GB18030 or UTF-16."""

from __future__ import annotations

import re

from ingest.document import Unreadable
from ingest.readers.characters import clear

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_GUESSED = frozenset({"utf-16-le", "utf-16-be"})
_HAN = re.compile(r"[\u4e00-\u9fff]")
_END_OF_FILE = "\x1a"


def decode(data: bytes) -> tuple[str, str]:
    """(text, encoding) of UTF-8, GB18030 or UTF-16 bytes, with or without a mark; never with replaced characters, and
    without those that have no width, as they would part a figure: 40万元."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ["utf-16"]
    elif data.startswith(b"\xef\xbb\xbf"):
        candidates = ["utf-8-sig"]
    elif b"\0" in data:
        candidates = ["utf-16-le", "utf-16-be", "utf-8"]
    else:
        candidates = ["utf-8", "gb18030", "utf-16-le", "utf-16-be"]
    for encoding in candidates:
        try:
            content = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        content = content.removesuffix(_END_OF_FILE)
        if encoding in _GUESSED and (_CONTROL.search(content) or not _looks_chinese(content)):
            continue
        if _CONTROL.search(content):
            raise Unreadable(
                "文件含有控制字节，不是纯文本或已损坏，请重新报送 / "
                "the file holds control bytes, so it is no plain text or is damaged; send it again"
            )
        if encoding == "gb18030" and (_is_damaged_utf8(data) or not _looks_chinese(content)):
            continue
        return clear(content), encoding
    raise Unreadable(
        "文件不是 UTF-8、GB18030 或 UTF-16 文本，或已损坏，请另存为 UTF-8 文本 / "
        "the file is no text in UTF-8, GB18030 or UTF-16, or its bytes are damaged; save it again as UTF-8 text"
    )


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes outside ASCII are sound UTF-8 all the same; in GB18030 text hardly any are."""
    kept = data.decode("utf-8", errors="ignore").encode()
    outside = sum(byte > 0x7F for byte in data)
    return sum(byte > 0x7F for byte in kept) > outside / 2


def _looks_chinese(content: str) -> bool:
    """Other bytes may decode as GB18030, into rare characters: real Chinese text is mostly GB 2312 level one."""
    han = _HAN.findall(content)
    if not han:
        return content.isascii()
    common = 0
    for character in han:
        code = character.encode("gb18030")
        common += len(code) == 2 and 0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1
    return common / len(han) > 0.85
