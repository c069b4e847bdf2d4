"""Documents to measure with: the samples over and over, each copy with a word of its own in every sentence and every
text of a table, and with figures of its own, so that nothing that was understood of one copy spares work on the next.

Only what all reports print alike is the same in all copies: titles, and the headings and labels of the forms.
"""

from __future__ import annotations

import os
import re
from itertools import chain, cycle, repeat
from pathlib import Path

from ingest.document import Document, Paragraph
from ingest.home import CHECKOUT
from ingest.lexicon.funding_labels import funding_label
from ingest.lexicon.labels import column_concept, is_level1_name, is_level2_name, row_concept
from ingest.readers import text

SAMPLES = sorted((CHECKOUT / "data" / "samples").glob("*.txt"))
TEXT_BYTES = 20_000
_LONG_AGO = 1_700_000_000
_FILLER = "项目按计划实施，各项工作进展顺利，制度健全，管理规范，效果良好，群众较为满意。"
_SENTENCE_END = re.compile(r"(?=[。；]|(?<![。；])$)")
_SHORTEST_PROSE = 30
_SHORTEST_TEXT = 6
_WORDS_ALONE = re.compile(r"[\u4e00-\u9fff“”]+")
_NAME = re.compile(r"(?:项目|经费|资金|[局办室处府])$")
_DECIMALS = re.compile(r"(?<=\d\.)\d\d(?!\d)")
_MOST_SENTENCES = 1000
_CHARACTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def texts(folder: Path, count: int) -> list[Path]:
    """Text files of 20 KB: a sample whose prose goes on, or of which the end is left off at a paragraph."""
    folder.mkdir(parents=True)
    bodies = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    made = []
    for number, body in zip(range(count), cycle(bodies), strict=False):
        file = folder / f"{number:06d}.txt"
        file.write_text(_copy(body, number), encoding="utf-8")
        os.utime(file, (_LONG_AGO, _LONG_AGO))
        made.append(file)
    return made


def words(folder: Path, count: int) -> list[Path]:
    """Word files of the same reports."""
    from docx import Document as WordDocument

    folder.mkdir(parents=True)
    bodies = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    made = []
    for number, body in zip(range(count), cycle(bodies), strict=False):
        target = WordDocument()
        _write(text.read_bytes(_copy(body, number).encode()), target)
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


def _copy(body: str, number: int) -> str:
    """One copy of a sample in 20 KB, with words of its own."""
    own = (f"（{_word(number * _MOST_SENTENCES + sentence)}）" for sentence in range(_MOST_SENTENCES))
    kept: list[str] = []
    size = 0
    for line in chain(body.splitlines(), repeat(_FILLER)):
        line = _DECIMALS.sub(lambda printed: f"{(int(printed.group()) + number) % 100:02d}", line)
        if "\t" in line:
            line = "\t".join(cell + next(own) if _is_own(cell) else cell for cell in line.split("\t"))
        elif len(line) >= _SHORTEST_PROSE:
            line = _SENTENCE_END.sub(lambda _: next(own), line)
        size += len(line.encode()) + 1
        if size > TEXT_BYTES:
            break
        kept.append(line)
    return "\n".join([*kept, f"本件为第{number}份。\n"])


def _is_own(cell: str) -> bool:
    """Whether a cell holds words of the report itself: no label, nor a name, which ties the parts of a report."""
    if len(cell) < _SHORTEST_TEXT or not _WORDS_ALONE.fullmatch(cell) or _NAME.search(cell):
        return False
    is_label = row_concept(cell) or column_concept(cell) or is_level1_name(cell) or is_level2_name(cell)
    return not is_label and funding_label(cell).kind == "item"


def _word(number: int) -> str:
    """A word that stands for a number and means nothing."""
    rest, digit = divmod(number, len(_CHARACTERS))
    return (_word(rest) if rest else "") + _CHARACTERS[digit]
