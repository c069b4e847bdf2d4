"""Tables of web pages that are made of other elements, which their style or their role makes rows and cells."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree

from ingest.readers.web.html_text import name_of

DRAWN = "data-drawn"
"""The attribute of a table that was made of other elements: they cannot say how many columns a cell spans."""

_DISPLAY = re.compile(r"(?:^|[;\s])display\s*:\s*([\w-]+)", re.IGNORECASE)
_ROLES = {
    "table": "table",
    "grid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    **dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), "td"),
}
_DISPLAYED = {
    "table": "table",
    "inline-table": "table",
    "table-header-group": "thead",
    "table-row-group": "tbody",
    "table-footer-group": "tfoot",
    "table-row": "tr",
    "table-cell": "td",
}
_FEWEST_ROWS = 2
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_OWN = frozenset({"table", "tr", "td", "th", *_GROUPS})


def may_draw_tables(content: str) -> bool:
    """Whether a page may hold such a table."""
    return "table-cell" in content or re.search(r"role\s*=\s*[\"']?row\b", content) is not None


def draw_tables(root: etree._Element) -> None:
    """Make such elements those that they stand for, where cells stand in rows and these in a table; what only places
    texts, as one row or around other tables, stays as it was."""
    rows_of: defaultdict[etree._Element, list[etree._Element]] = defaultdict(list)
    for row in root.iter():
        table = _table_around(row) if _part(row) == "tr" else None
        if table is not None and {_part(cell) for cell in row if name_of(cell)} == {"td"}:
            rows_of[table].append(row)
    for table, rows in rows_of.items():
        if len(rows) < _FEWEST_ROWS or next(table.iter("table"), None) is not None:
            continue
        parts = {table, *rows, *(group for row in rows if (group := _group_around(row)) is not None)}
        parts.update(cell for row in rows for cell in row if name_of(cell))
        names = {part: _part(part) for part in parts}
        for part, name in names.items():
            part.tag = name or part.tag
        table.set(DRAWN, "")


def _table_around(row: etree._Element) -> etree._Element | None:
    group = _group_around(row)
    above = (row if group is None else group).getparent()
    return above if above is not None and _part(above) == "table" else None


def _group_around(row: etree._Element) -> etree._Element | None:
    above = row.getparent()
    return above if above is not None and _part(above) in _GROUPS else None


def _part(element: etree._Element) -> str | None:
    """What part of a table another element stands for; None for one that stands for none."""
    if name_of(element) in _OWN:
        return None
    display = _DISPLAY.search(element.get("style") or "")
    shown = _DISPLAYED.get(display[1].lower()) if display else None
    return shown or _ROLES.get((element.get("role") or "").lower())
