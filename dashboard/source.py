"""The source of a figure: the part of the document around it, as it looked, with the place marked.

Everything here is data for `components.source_view`; no markup is made from document text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from dashboard.i18n import _

BLOCKS_AROUND = 3
ROWS_AROUND = 60


@dataclass(frozen=True)
class Place:
    """Where a figure is printed. `value_text` is what to look for inside a paragraph or a cell's quote, `others` what
    else to mark there."""

    document_id: str
    block_no: int
    row_no: int | None
    col_no: int | None
    page_no: int | None
    quote: str | None
    value_text: str | None = None
    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: dict[str, Any]) -> Place:
        """The place that a row of a mart with evidence columns came from."""
        return cls(
            document_id=row["document_id"],
            block_no=row["block_no"],
            row_no=row["row_no"],
            col_no=row["col_no"],
            page_no=row["page_no"],
            quote=row["quote"],
            value_text=row.get("value_text"),
        )


def excerpt(cells: pl.DataFrame, place: Place | None, figures: Mapping[str, Place] | None = None) -> dict[str, Any]:
    """The blocks of `cells` (rows of `document_cells`, in order) for `source_view`, with `place` marked. Each of the
    `figures` can be opened by its key; where two stand in one place, the first."""
    marked = _by_block(figures or {})
    blocks: list[dict[str, Any]] = []
    for (block_no,), block in cells.group_by("block_no", maintain_order=True):
        here = place if place is not None and block_no == place.block_no else None
        inside = marked.get(int(str(block_no)), {})
        rows = block.to_dicts()
        if rows[0]["row_no"] is None:
            blocks += [{"runs": _runs(row["text"] or "", here, inside)} for row in rows]
        else:
            blocks.append({"rows": _table_rows(rows, here, inside)})
    return {"blocks": blocks}


def _by_block(figures: Mapping[str, Place]) -> dict[int, dict[str, Place]]:
    found: dict[int, dict[str, Place]] = {}
    for key, place in figures.items():
        found.setdefault(place.block_no, {})[key] = place
    return found


def _table_rows(
    cells: list[dict[str, Any]], place: Place | None, figures: Mapping[str, Place]
) -> list[list[dict[str, Any]]]:
    """The rows with every position filled: what a cell above the first row covers is left blank."""
    opens: dict[tuple[int, int], str] = {}
    for key, figure in figures.items():
        if figure.row_no is not None and figure.col_no is not None:
            opens.setdefault((figure.row_no, figure.col_no), key)
    rows: dict[int, list[dict[str, Any]]] = {}
    taken: set[tuple[int, int]] = set()
    reached: dict[int, int] = {}
    for cell in cells:
        row_no, col_no = cell["row_no"], cell["col_no"]
        row = rows.setdefault(row_no, [])
        row += [_BLANK for col in range(reached.get(row_no, 1), col_no) if (row_no, col) not in taken]
        down, across = cell["row_span"] or 1, cell["col_span"] or 1
        taken |= {(row_no + i, col_no + j) for i in range(down) for j in range(across)}
        reached[row_no] = col_no + across
        opened = opens.get((row_no, col_no))
        row.append(
            {
                "text": cell["text"] or "",
                "row_span": down,
                "col_span": across,
                "mark": _cell_mark(cell, place) or ("figure" if opened else None),
                "hint": _stored(cell),
                "open": opened,
            }
        )
    return list(rows.values())


_BLANK = {"text": "", "row_span": 1, "col_span": 1, "mark": None, "hint": None, "open": None}


def _stored(cell: dict[str, Any]) -> str | None:
    """The number that a spreadsheet stores where the text does not show it in full."""
    number = cell.get("stored_value")
    stored = "" if number is None else f"{number:.15g}"
    return _("source.stored", value=stored) if stored and stored != cell["text"] else None


def _cell_mark(cell: dict[str, Any], place: Place | None) -> str | None:
    if place is None or cell["row_no"] != place.row_no:
        return None
    return "focus" if cell["col_no"] == place.col_no else "row"


def _runs(text: str, place: Place | None, figures: Mapping[str, Place]) -> list[dict[str, Any]]:
    """The paragraph cut into runs: the quote of the place is marked, and in it, stronger, its figure."""
    marks: list[str | None] = [None] * len(text)
    opens: list[str | None] = [None] * len(text)
    for key, figure in figures.items():
        within = _find(text, figure.quote, 0, len(text)) or (0, len(text))
        at = _find(text, figure.value_text, *within)
        while at and any(opens[at[0] : at[1]]):
            at = _find(text, figure.value_text, at[1], within[1])
        if at:
            _fill(marks, at, "figure")
            _fill(opens, at, key)
    if place is not None:
        quoted = _find(text, place.quote, 0, len(text)) or (0, len(text))
        _fill(marks, quoted, "row")
        _fill(marks, _find(text, place.value_text, *quoted) or quoted, "focus")
        for other in place.others:
            _fill(marks, _find(text, other, *quoted) or (0, 0), "focus")
    cuts = [at for at in range(1, len(text)) if (marks[at], opens[at]) != (marks[at - 1], opens[at - 1])]
    ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [{"text": text[a:b], "mark": marks[a], "open": opens[a]} for a, b in ends if a < b]


def _fill(labels: list[str | None], span: tuple[int, int], label: str) -> None:
    labels[span[0] : span[1]] = [label] * (span[1] - span[0])


def _find(text: str, part: str | None, start: int, end: int) -> tuple[int, int] | None:
    if not part:
        return None
    at = text.find(part, start, end)
    return None if at < 0 else (at, at + len(part))
