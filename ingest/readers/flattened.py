"""Forms that a viewer, a search engine or a converter has flattened, so that only the order of their cells is left.

Four shapes occur: all cells on one line, separated by spaces; the same on several lines; the same separated by |, or
one cell a line that each ends in |, which the text reader gives as one row; one cell a line without any mark. What is
certain becomes a table again, what is not stays as paragraphs behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from ingest.document import Block, Cell, Document, Paragraph, Table
from ingest.lexicon.labels import column_concept, is_level1_name, is_level2_name, money_unit, row_concept
from ingest.lexicon.numbers import cell_figure
from ingest.lexicon.run_together import headings_run_together
from ingest.lexicon.targets import is_row_of_figures
from ingest.lexicon.titles import title_kind
from ingest.readers.cell_rows import starts_row
from ingest.readers.form_titles import title_end, title_of
from ingest.readers.paired_lines import paired_rows
from ingest.readers.rows_in_lines import heads_rows, rows_in_lines
from ingest.readers.sequence import CellSequence, begins_form, is_flattened
from ingest.readers.spaced import with_spaced_tables

_LABELS = re.compile(r"一\s*级|二\s*级|三\s*级|执行数|支出|支付|预算\s*数|到位|[分标成值]值|权重|得分")
_FEWEST_WORDS = 8
_FEWEST_FIGURES = 2
_MANY_LABELS = 6
_BRACKET_ALONE = re.compile(r"\s+(?=[（(](?:万?元|亿元|%|[A-Z]|\d+分?(?:\*执行率)?[)）]))")
_OF_RATE = re.compile(r"[（(]\s*(?P<points>\d+)\s*分\s*[*×]\s*执行率\s*[)）]")
_LAST_LINE = re.compile(r"[（(](?:万?元|亿元|%|[A-Z](?:/[A-Z])?|\d+(?:\.\d+)?分)[)）]")
_LEFT_BLANK = re.compile(r"指标\s*\d{1,2}\s*[:：]?|[.…]+")
"""The name of an indicator as the blank form prints it."""
_HAN_WORD = re.compile(r"[\u4e00-\u9fff]{1,6}")
_REST_OF_LEVEL = "指标"
_REST_OF_REASON = re.compile("(?:原因|分析|说明|改进|措施|及|和|与)+")
_WEIGHT_ALONE = re.compile(r"[（(]?\d+(?:\.\d+)?分?[)）]")
_LONGEST_LABEL = 3
_BEFORE_VALUE = frozenset({"年度", "全年", "实际", "预期"})
"""What a heading over targets or actual values may be cut behind: 年度 指标值."""


def restore(document: Document) -> Document:
    """The document with its flattened tables as tables; every other block as it was."""
    blocks: list[Block] = []
    lines: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and not block.is_unread and not title_kind(block.text):
            lines.append(block)
            continue
        blocks.extend(_restored_lines(lines))
        lines = []
        blocks.extend(_restored_row(block) if isinstance(block, Table) else [block])
    blocks.extend(_restored_lines(lines))
    return Document(tuple(blocks), document.media_type, document.encoding)


def is_run_together(document: Document) -> bool:
    """Whether a converter has joined the cells of a form without anything between them."""
    return any(
        isinstance(block, Paragraph) and headings_run_together(block.text) is not None for block in document.blocks
    )


def _restored_lines(lines: Sequence[Paragraph]) -> Iterator[Block]:
    """A run of paragraphs: rows of tables whose cells spaces part, forms on one line each, or the cells of one."""
    paragraphs: list[Paragraph] = []
    for block in with_spaced_tables(lines):
        if isinstance(block, Paragraph):
            paragraphs.append(block)
            continue
        yield from _restored_paragraphs(paragraphs)
        paragraphs = []
        yield block
    yield from _restored_paragraphs(paragraphs)


def _restored_paragraphs(lines: Sequence[Paragraph]) -> Iterator[Block]:
    """Paragraphs each of which may be a form on one line, of which some are the rows of one, or all from a label on its
    cells."""
    if paired := paired_rows([line.text for line in lines]):
        rows, own = paired
        yield from _restored_paragraphs(lines[: own.start])
        yield _table(rows, lines[own.start].page)
        yield from _restored_paragraphs(lines[own.stop :])
        return
    start = _first_cell(lines)
    own = rows_in_lines(lines) if start == len(lines) else range(0)
    words = _words("\n".join(lines[at].text for at in own))
    if words and is_flattened(words):
        sequence = CellSequence(words, are_cells=False)
        # Else a unit is said of money that was read without it.
        if not any(map(money_unit, sequence.left_over)) or not sequence.has_bare_money:
            yield from _restored_paragraphs(lines[: own.start])
            yield from _blocks(sequence, lines[own.start].page)
            yield from _restored_paragraphs(lines[own.stop :])
            return
    is_headed = False
    for line in lines[:start]:
        is_headed = is_headed or heads_rows(line.text)
        words = _words(line.text) if _may_be_flattened(line.text) else []
        if words and is_flattened(words):
            yield from _blocks(CellSequence(words, are_cells=False), line.page)
        elif sum(map(begins_form, words)) >= _MANY_LABELS:  # A form in another order than it was printed in.
            yield from _below_its_title(line, words)
        elif is_headed and not line.is_unparted and is_row_of_figures(line.text):
            yield replace(line, is_unparted=True)
        else:
            yield line
    if start < len(lines):
        yield from _blocks(CellSequence(_cells(lines[start:]), are_cells=True), lines[start].page)


def _below_its_title(line: Paragraph, words: Sequence[str]) -> Iterator[Paragraph]:
    """The title that a form in disorder begins with, if any, and the rest of its line."""
    end = title_end(words)
    if title := title_of(words[:end]):
        yield replace(line, text=title)
    yield replace(line, text=" ".join(words[end:]) if end else line.text, is_unparted=True)


def _first_cell(lines: Sequence[Paragraph]) -> int:
    """The position from which on each paragraph is a cell of a form; behind the last where none is."""
    label = next((at for at, line in enumerate(lines) if len(line.text) <= 30 and begins_form(line.text)), None)
    if label is None:
        return len(lines)
    first = max(0, label - 1)
    if not is_flattened(_cells(lines[first:])):
        return len(lines)
    return first if len(_joined([line.text for line in lines[first : label + 1]], are_cells=True)) == 1 else label


def _cells(lines: Sequence[Paragraph]) -> list[str]:
    """The texts of cells; brackets alone, of a unit, a letter or a weight, go on with the cell above them, and so do
    the parts of a label that stand on lines of their own: 年初 above 预算数."""
    cells: list[str] = []
    for line in lines:
        if cells and line.text.endswith((")", "）")) and _goes_on(cells[-1], line.text):
            cells[-1] += line.text
        else:
            cells.append(line.text)
    cells = _joined(cells, are_cells=True)
    return [cell for cell, behind in zip_longest(cells, cells[1:]) if not _is_left_blank(cell, behind)]


def _goes_on(cell: str, line: str) -> bool:
    """Whether a line is a bracket alone that is the end of the cell above, as a weight: 产出指标 | (50)."""
    return bool(_LAST_LINE.fullmatch(line) or (is_level1_name(cell) and _WEIGHT_ALONE.fullmatch(line)))


def _is_left_blank(cell: str, behind: str | None) -> bool:
    """Whether a cell names an indicator that nobody has filled in: another row begins right behind it."""
    if not _LEFT_BLANK.fullmatch(cell):
        return False
    return behind is None or bool(_LEFT_BLANK.fullmatch(behind)) or starts_row(behind)


def _restored_row(table: Table) -> Iterator[Block]:
    """A table of one row, of one cell with words a row, or of rows that break anywhere, that holds a whole form."""
    filled = [cell for cell in table.cells if cell.text]
    words = [cell.text for cell in filled]
    is_sequence = (
        len({cell.row for cell in filled}) == len(filled)
        or table.cells[0].row == table.cells[-1].row
        or _breaks_anywhere(table)
    )
    if len(words) >= _FEWEST_WORDS and is_sequence and is_flattened(words) and _has_lines(words):
        yield from _blocks(CellSequence(words, are_cells=True), table.cells[0].page)
    else:
        yield table


def _breaks_anywhere(table: Table) -> bool:
    """Whether the rows of a table without a grid are not those of its form: one goes on with an indicator right behind
    the headings."""
    if table.true_grid:
        return False
    rows = [[cell.text for cell in cells if cell.text] for _, cells in table.rows()]
    return any(
        column_concept(word) == "level3" and any(map(is_level1_name, row[at + 1 :]))
        for row in rows
        if len(row) >= _FEWEST_WORDS
        for at, word in enumerate(row)
    )


def _has_lines(words: Sequence[str]) -> bool:
    """Whether there is more than the headings of a table."""
    others = sum(column_concept(word) is None and row_concept(word) is None for word in words)
    return others >= _FEWEST_WORDS or sum(cell_figure(word) is not None for word in words) >= _FEWEST_FIGURES


def _blocks(sequence: CellSequence, page: int | None) -> Iterator[Block]:
    if sequence.title:
        yield Paragraph(sequence.title, page)
    yield from (Paragraph(text, page, is_unparted=not sequence.are_cells) for text in sequence.above)
    if sequence.rows:
        yield _table(sequence.rows, page)
    yield from (Paragraph(text, page, is_unparted=True) for text in sequence.rests)
    yield from (Paragraph(text, page, is_unparted=not sequence.are_cells) for text in sequence.left_over)


def _table(rows: Sequence[Sequence[str]], page: int | None) -> Table:
    return Table(
        tuple(
            Cell(row_no, col_no, text, page=page)
            for row_no, row in enumerate(rows, start=1)
            for col_no, text in enumerate(row, start=1)
        )
    )


def _may_be_flattened(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and len(_LABELS.findall(text)) >= _LONGEST_LABEL


def _words(text: str) -> list[str]:
    """Words between spaces; what opens with a bracket belongs to the word before it, and so do the parts of a label
    that spaces have cut: 年初 预算数."""
    text = _OF_RATE.sub(r"(\g<points>分*执行率)", text) if "执行率" in text else text
    return _joined(_BRACKET_ALONE.sub("", text).split())


def _joined(words: Sequence[str], *, are_cells: bool = False) -> list[str]:
    """Words, the parts of a label made one. In a line 实际 and 指标值 may be of two headings of two lines each."""
    joined: list[str] = []
    position = 0
    while position < len(words):
        width = next(
            (width for width in (3, 2) if _is_label(words[position : position + width], width, are_cells=are_cells)), 1
        )
        joined.append("".join(words[position : position + width]))
        position += width
    return joined


def _is_label(parts: Sequence[str], width: int, *, are_cells: bool) -> bool:
    """Whether the parts make up one label, or one name of a level: 服务对象 满意度指标. Behind a part that is a label
    itself only its rest may stand: 一级 指标."""
    if len(parts) < width or not all(_HAN_WORD.fullmatch(part) for part in parts):
        return False
    label = "".join(parts)
    if is_level2_name(label) or is_level1_name(label):
        return parts[-1] == _REST_OF_LEVEL or (is_level2_name(label) and not is_level1_name(parts[0]))
    if are_cells and parts[0] in _BEFORE_VALUE and column_concept(label) in {"target", "actual"}:
        return True
    concept = column_concept(parts[0])
    if are_cells and column_concept(label) == "reason":
        return concept in {None, "reason"} and all(map(_REST_OF_REASON.fullmatch, parts[1:]))
    return begins_form(label) and (
        not begins_form(parts[0]) or (concept is not None and column_concept(label) == concept)
    )
