"""Characters as whoever reads a page takes them: without those that have no width, and with radicals, which fonts of
PDF files give for the characters that look the same (⻔ for 门, ⾦ for 金), as these characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from ingest.document import Block, Document, Paragraph

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_ODD = re.compile(f"[{_INVISIBLE}\u2e80-\u2fdf\uf900-\ufaff]")
_ALIKE = str.maketrans(
    "⺟⺠⺩⺬⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻯⻰⻳",
    "母民王示虎西见角贝车長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿竜龙龟",
)


def clear(text: str) -> str:
    """The text in such characters."""
    return _ODD.sub(_as_read, text) if not text.isascii() and _ODD.search(text) else text


def _as_read(match: re.Match[str]) -> str:
    character = match.group()
    if character < "\u2e80" or character == "\ufeff":
        return ""
    return unicodedata.normalize("NFKC", character.translate(_ALIKE))


def cleared(document: Document) -> Document:
    """The document with all its texts in such characters."""
    return replace(document, blocks=tuple(map(_cleared, document.blocks)))


def _cleared(block: Block) -> Block:
    if isinstance(block, Paragraph):
        text = clear(block.text)
        return block if text is block.text else replace(block, text=text)
    if not _ODD.search("".join([cell.text for cell in block.cells])):
        return block
    return replace(block, cells=tuple(cell._replace(text=clear(cell.text)) for cell in block.cells))
