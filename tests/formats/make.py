"""The samples as the files that units send: the same report in every format that is read.

`python tests/formats/make.py FOLDER` writes them all, to look at.
"""

from __future__ import annotations

import csv
import html
import io
import itertools
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import docx
import openpyxl
import typst
from openpyxl.styles import Alignment, Border, Side

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from formats.fixed import printed  # noqa: E402
from formats.grids import with_true_grids  # noqa: E402
from ingest.document import Cell, Document, Paragraph, Table  # noqa: E402
from ingest.readers import text  # noqa: E402

SAMPLES = sorted((ROOT / "data" / "samples").glob("*.txt"))


def text_of_rows(document: Document) -> bytes:
    """Text with one line a row, its cells separated by TABs and filled up to the width of the table."""
    return _text(document, _row_line, [""])


def text_of_cells(document: Document) -> bytes:
    """Text with one line a cell, a TAB before it and a blank line behind each row."""
    return _text(document, lambda row, _: [*("\t" + cell.text for cell in row), ""], [])


def _row_line(row: Sequence[Cell], width: int) -> list[str]:
    cells = [cell.text.replace("\n", "") for cell in row]
    return ["\t".join(cells + [""] * (width - len(cells)))]


def _text(document: Document, lines_of: Callable[[Sequence[Cell], int], list[str]], end: list[str]) -> bytes:
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            for _, row in block.rows():
                lines.extend(lines_of(row, _size(block)[1]))
            lines.extend(end)
    return "\n".join(lines).encode()


def word(document: Document) -> bytes:
    """A Word file, its tables ruled, merged cells merged, an empty paragraph behind each as Word demands at the end."""
    file = docx.Document()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            file.add_paragraph(block.text)
            continue
        rows, columns = _size(block)
        table = file.add_table(rows, columns, style="Table Grid")
        grid = [list(row.cells) for row in table.rows]
        for cell in block.cells:
            place = grid[cell.row - 1][cell.col - 1]
            if cell.row_span > 1 or cell.col_span > 1:
                last = grid[cell.row + cell.row_span - 2][cell.col + cell.col_span - 2]
                place = place.merge(last)
            place.text = cell.text
        file.add_paragraph()
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def spreadsheet(document: Document, *, merged: bool = True) -> bytes:
    """One sheet: paragraphs in column A, merged over the whole width or not, tables below each other."""
    book = openpyxl.Workbook()
    sheet = book.active
    line = Side(style="thin")
    width = max((_size(block)[1] for block in document.blocks if isinstance(block, Table)), default=8)
    top = 1
    for block in document.blocks:
        is_table = isinstance(block, Table)
        span = width if merged else 1
        cells = block.cells if isinstance(block, Table) else (Cell(1, 1, block.text, col_span=span),)
        for cell in cells:
            place = sheet.cell(top + cell.row - 1, cell.col, _stored(cell.text))
            place.alignment = Alignment(wrap_text=True)
            if not isinstance(place.value, str):
                place.number_format = re.sub(r"\d", "0", cell.text).lstrip("0") or "0"
                place.number_format = "0" + place.number_format.removeprefix("0")
            if is_table:
                place.border = Border(line, line, line, line)
            if cell.row_span > 1 or cell.col_span > 1:
                sheet.merge_cells(
                    start_row=place.row,
                    start_column=place.column,
                    end_row=place.row + cell.row_span - 1,
                    end_column=place.column + cell.col_span - 1,
                )
        top += _size(block)[0] if isinstance(block, Table) else 1
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def separated(document: Document) -> bytes:
    """Comma-separated values with blank fields for what is merged, one record a paragraph, as a spreadsheet saves."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for block in document.blocks:
        grid = _blank_grid(block) if isinstance(block, Table) else [[block.text]]
        writer.writerows(grid)
    return buffer.getvalue().encode("gb18030")


def page_of_one_table(document: Document) -> bytes:
    """A web page as a spreadsheet saves it: all in one table, a paragraph a row with its text in the first cell."""
    width = max((_size(block)[1] for block in document.blocks if isinstance(block, Table)), default=8)
    rows: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            rows.append(f"<td>{_markup(block.text)}</td>" + "<td></td>" * (width - 1))
        else:
            rows.extend(_row_markup(block))
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>'.encode()


def _stored(printed: str) -> str | float | int:
    """A figure as a spreadsheet stores it: a number, a percentage as its fraction; all else as text."""
    bare = printed.removesuffix("%")
    if not bare.replace(".", "", 1).isdigit() or not bare.isascii():
        return printed
    if printed.endswith("%"):
        return round(float(bare) / 100, 8)
    return float(bare) if "." in bare else int(bare)


def web_page(document: Document) -> bytes:
    """A web page with rowspan and colspan."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(f"<p>{_markup(block.text)}</p>")
            continue
        parts.append("<table border=1>")
        parts.extend(f"<tr>{row}</tr>" for row in _row_markup(block))
        parts.append("</table>")
    body = "\n".join(parts)
    return f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'.encode()


def _row_markup(table: Table) -> Iterator[str]:
    rows = dict(table.rows())
    for number in range(1, _size(table)[0] + 1):
        yield "".join(
            f"<td rowspan={cell.row_span} colspan={cell.col_span}>{_markup(cell.text)}</td>"
            for cell in rows.get(number, ())
        )


def _markup(printed: str) -> str:
    return html.escape(printed).replace("\n", "<br>")


def markdown(document: Document) -> bytes:
    """Markdown, where a merged cell is its text and blank cells beside and below it."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.extend([block.text.replace("|", "\\|"), ""])
            continue
        rows = [[text.replace("|", "\\|").replace("\n", "<br>") for text in row] for row in _blank_grid(block)]
        drawn = ["| " + " | ".join(row) + " |" for row in rows]
        lines.extend([drawn[0], "|" + "---|" * len(rows[0]), *drawn[1:], ""])
    return "\n".join(lines).encode()


def _blank_grid(table: Table) -> list[list[str]]:
    """The texts of the rows, blank where a merged cell goes on."""
    rows, columns = _size(table)
    grid = [[""] * columns for _ in range(rows)]
    for cell in table.cells:
        grid[cell.row - 1][cell.col - 1] = cell.text
    return grid


def portable(document: Document) -> bytes:
    """A PDF with ruled tables that run over pages."""
    return typst.compile("\n".join(_typst(document)).encode())


def _typst(document: Document) -> Iterator[str]:
    yield '#set page(paper: "a4", margin: 2cm, numbering: "— 1 —")'
    yield '#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh")'
    yield "#set par(first-line-indent: (amount: 2em, all: true), justify: true)"
    yield "#show table: set par(first-line-indent: 0em, justify: false)"
    yield "#show table: set text(size: 7.5pt)"
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield f"#par[{_literal(block.text)}]\n"
            continue
        columns = ", ".join(f"{share}fr" for share in _shares(block))
        yield f"#table(columns: ({columns}), inset: 3pt,"
        for cell in block.cells:
            place = f"x: {cell.col - 1}, y: {cell.row - 1}, colspan: {cell.col_span}, rowspan: {cell.row_span}"
            yield f"table.cell({place})[{_literal(cell.text)}],"
        yield ")\n"


def _literal(printed: str) -> str:
    return '#"' + printed.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _shares(table: Table) -> list[int]:
    """The width of each column, by the longest text that it holds alone."""
    shares = [4] * _size(table)[1]
    for cell in table.cells:
        if cell.col_span == 1:
            longest = max(len(line) for line in cell.text.split("\n"))
            shares[cell.col - 1] = min(12, max(shares[cell.col - 1], longest))
    return shares


def old_word(files: Sequence[bytes]) -> list[bytes]:
    """Word files as LibreOffice saves them in the format of Word 97."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as profile:
        names = [f"{rank}.docx" for rank in range(len(files))]
        for name, data in zip(names, files, strict=True):
            Path(folder, name).write_bytes(data)
        subprocess.run(
            ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "doc", *names],
            cwd=folder,
            capture_output=True,
            timeout=300,
            check=True,
        )
        return [Path(folder, name).with_suffix(".doc").read_bytes() for name in names]


def _size(table: Table) -> tuple[int, int]:
    """(rows, columns) of a table."""
    return (
        max(cell.row + cell.row_span for cell in table.cells) - 1,
        max(cell.col + cell.col_span for cell in table.cells) - 1,
    )


FROM_TEXT = {"rows.txt": text_of_rows, "cells.txt": text_of_cells}
"""Writers of the shapes that keep no grid."""

FROM_GRIDS = {
    "docx": word,
    "pdf": portable,
    "ofd": lambda document: printed(portable(document)),
    "xlsx": spreadsheet,
    "unmerged.xlsx": partial(spreadsheet, merged=False),
    "csv": separated,
    "html": web_page,
    "one-table.html": page_of_one_table,
    "md": markdown,
}
"""Writers of what prints the true grid."""


def sample(path: Path) -> Document:
    return text.read_bytes(path.read_bytes())


def write(path: Path, kind: str) -> bytes:
    """A sample in one format; .doc is made from several Word files at once by `old_word`."""
    document = sample(path)
    if kind in FROM_TEXT:
        return FROM_TEXT[kind](document)
    return FROM_GRIDS[kind](with_true_grids(document))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path, kind in itertools.product(SAMPLES, [*FROM_TEXT, *FROM_GRIDS]):
        (folder / f"{path.stem}.{kind}").write_bytes(write(path, kind))
    for path, data in zip(SAMPLES, old_word([write(path, "docx") for path in SAMPLES]), strict=True):
        (folder / f"{path.stem}.doc").write_bytes(data)
