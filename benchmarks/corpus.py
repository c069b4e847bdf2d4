"""Documents to measure with: the samples over and over, each copy with words of its own, so that no two are alike."""

from __future__ import annotations

import os
from itertools import cycle
from pathlib import Path

from ingest.document import Document, Paragraph
from ingest.home import CHECKOUT
from ingest.readers import text

SAMPLES = sorted((CHECKOUT / "data" / "samples").glob("*.txt"))
TEXT_BYTES = 20_000
_LONG_AGO = 1_700_000_000


def texts(folder: Path, count: int) -> list[Path]:
    """Text files of 20 KB: a sample whose prose goes on, or of which the end is left off at a paragraph."""
    folder.mkdir(parents=True)
    bodies = [_sized(sample.read_text(encoding="utf-8")) for sample in SAMPLES]
    made = []
    for number, body in zip(range(count), cycle(bodies), strict=False):
        file = folder / f"{number:06d}.txt"
        file.write_text(f"{body}\n本件为第{number}份。\n", encoding="utf-8")
        os.utime(file, (_LONG_AGO, _LONG_AGO))
        made.append(file)
    return made


def words(folder: Path, count: int) -> list[Path]:
    """Word files of the same reports."""
    from docx import Document as WordDocument

    folder.mkdir(parents=True)
    sources = [text.read_bytes(_sized(sample.read_text(encoding="utf-8")).encode()) for sample in SAMPLES]
    made = []
    for number, source in zip(range(count), cycle(sources), strict=False):
        target = WordDocument()
        _write(source, target)
        target.add_paragraph(f"本件为第{number}份。")
        made.append(folder / f"{number:06d}.docx")
        target.save(str(made[-1]))
    return made


def _write(source: Document, target: object) -> None:
    for block in source.blocks:
        if isinstance(block, Paragraph):
            target.add_paragraph(block.text)  # type: ignore[attr-defined]
            continue
        rows = [cells for _, cells in block.rows()]
        table = target.add_table(len(rows), max(len(cells) for cells in rows))  # type: ignore[attr-defined]
        grid = [list(row.cells) for row in table.rows]
        for printed, cells in zip(grid, rows, strict=True):
            for place, cell in zip(printed, cells, strict=False):
                place.text = cell.text


def _sized(body: str) -> str:
    lines = body.splitlines()
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > TEXT_BYTES:
            break
        kept.append(line)
    sentence = "项目按计划实施，各项工作进展顺利，制度健全，管理规范，效果良好，群众较为满意。"
    while size < TEXT_BYTES:
        kept.append(sentence)
        size += len(sentence.encode()) + 1
    return "\n".join(kept)
