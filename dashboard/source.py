"""The source of a figure: the part of the document around it, as it looked, with the place marked.

Everything here is data for `components.source_view`; no markup is made from document text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from dashboard.i18n import _

BLOCKS_AROUND = 3
ROWS_AROUND = 60


@dataclass(frozen=True)
class Place:
    """Where a figure is printed. `value_text` is what to look for inside a paragraph or a cell's quote."""

    document_id: str
    block_no: int
    row_no: int | None
    col_no: int | None
    page_no: int | None
    quote: str | None
    value_text: str | None = None

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


def excerpt(cells: pl.DataFrame, place: Place) -> dict[str, Any]:
    """The blocks of `cells` (rows of `document_cells`, in order) with `place` marked, for `source_view`."""
    blocks: list[dict[str, Any]] = []
    for (block_no,), block in cells.group_by("block_no", maintain_order=True):
        here = place if block_no == place.block_no else None
        rows = block.to_dicts()
        if rows[0]["row_no"] is None:
            blocks += [{"runs": _runs(row["text"] or "", here)} for row in rows]
        else:
            blocks.append({"rows": _table_rows(rows, here)})
    return {"blocks": blocks}


def _table_rows(cells: list[dict[str, Any]], place: Place | None) -> list[list[dict[str, Any]]]:
    rows: dict[int, list[dict[str, Any]]] = {}
    for cell in cells:
        rows.setdefault(cell["row_no"], []).append(
            {
                "text": cell["text"] or "",
                "row_span": cell["row_span"] or 1,
                "col_span": cell["col_span"] or 1,
                "mark": _cell_mark(cell, place),
                "hint": _stored(cell),
            }
        )
    return list(rows.values())


def _stored(cell: dict[str, Any]) -> str | None:
    """The number that a spreadsheet stores where the text does not show it in full."""
    number = cell.get("stored_value")
    stored = "" if number is None else f"{number:.15g}"
    return _("source.stored", value=stored) if stored and stored != cell["text"] else None


def _cell_mark(cell: dict[str, Any], place: Place | None) -> str | None:
    if place is None or cell["row_no"] != place.row_no:
        return None
    return "focus" if cell["col_no"] == place.col_no else "row"


def _runs(text: str, place: Place | None) -> list[dict[str, Any]]:
    """The paragraph cut into runs: the quote is marked, and in it, stronger, the figure."""
    if place is None:
        return [{"text": text, "mark": None}]
    start, end = _find(text, place.quote, 0, len(text)) or (0, len(text))
    focus = _find(text, place.value_text, start, end) or (start, end)
    marks: list[str | None] = ["row", "focus", "row"] if focus != (start, end) else [None, "focus", None]
    cuts = [0, start, *focus, end, len(text)]
    runs = zip(cuts, cuts[1:], [None, *marks, None], strict=False)
    return [{"text": text[a:b], "mark": mark} for a, b, mark in runs if a < b]


def _find(text: str, part: str | None, start: int, end: int) -> tuple[int, int] | None:
    if not part:
        return None
    at = text.find(part, start, end)
    return None if at < 0 else (at, at + len(part))
