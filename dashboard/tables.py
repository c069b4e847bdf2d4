"""What a page says about its figures and tables, as plain data for `components`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


def column(label: str, *, end: bool = False, width: str | None = None) -> dict[str, Any]:
    """A column; figures stand at its `end`."""
    return {"label": label, "align": "end" if end else "start", "width": width}


def cell(text: str, **looks: Any) -> dict[str, Any]:
    """A cell. Looks: runs (in place of the text, its pieces, each with whether it is marked), open (key given to the
    page on a click), link, depth, rows (cells it covers downwards), sub (a second, smaller line), title (shown on
    hovering), tone (muted, lost), chip (a severity), bar (a share from 0 to 1)."""
    return {"text": text, **{look: value for look, value in looks.items() if value is not None}}


def tile(label: str, value: str, **looks: Any) -> dict[str, Any]:
    """A key figure. Looks: note and change (lines below), title (explanation on hovering), tone (lost), open (as in
    a cell)."""
    return {"label": label, "value": value, **{look: said for look, said in looks.items() if said is not None}}


@dataclass
class Table:
    """Columns and rows on their way to the browser; a cell of None is covered by the one above it."""

    columns: Sequence[dict[str, Any]]
    rows: list[dict[str, Any]] = field(default_factory=list)
    height: int | None = None

    def add(self, cells: Iterable[dict[str, Any] | None], *, strong: bool = False) -> None:
        """One more row."""
        self.rows.append({"cells": list(cells), "strong": strong})

    def data(self) -> dict[str, Any]:
        """What the component gets."""
        return {"columns": list(self.columns), "rows": self.rows, "height": self.height}


def merged(values: Sequence[object]) -> list[int | None]:
    """How many rows each first of a run of equal values covers, None for the rest: a a b is 2 None 1."""
    spans: list[int | None] = []
    first = 0
    for i, value in enumerate(values):
        if i and value == values[first]:
            spans[first] = (spans[first] or 0) + 1
            spans.append(None)
        else:
            first = i
            spans.append(1)
    return spans
