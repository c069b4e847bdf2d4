"""Documents that say of themselves that they are made up."""

from __future__ import annotations

from ingest.document import Document, Paragraph
from ingest.lexicon.text import fold

MARK = "【虚构数据】"
"""What a made-up document bears in a line of its own above everything else."""

_BLOCKS, _ROWS = 3, 3


def is_synthetic(document: Document) -> bool:
    """Whether one of the first lines begins with the mark."""
    texts: list[str] = []
    for block in document.blocks[:_BLOCKS]:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            first = block.cells[0].row if block.cells else 0
            texts += [cell.text for cell in block.cells if cell.row < first + _ROWS]
    return any(fold(text).startswith(MARK) for text in texts)
