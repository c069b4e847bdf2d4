"""Where each figure of a report is printed, and which figure is printed at a place.

A figure has a key, which stands in the URL while its source is open: `score`, `line:3:executed`, `indicator:8:score`,
`amount:12`; a row without a cell of its own `line:3`, `indicator:8`; what was found `finding:…`, `issue:2`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from dashboard.source import Place

Places = dict[str, Place]
"""The places by the keys of their figures."""

LINE_MEASURES = {
    "initial_budget_wan": "initial_budget",
    "budget_adjustment_wan": "budget_adjustment",
    "annual_budget_wan": "annual_budget",
    "funds_received_wan": "funds_received",
    "executed_wan": "executed",
    "reported_execution_rate": "execution_rate",
}
"""The columns of a funding line that are printed figures, and the measure each is in `fct_reported_amounts`."""
INDICATOR_FIGURES = ("weight", "score")


@dataclass(frozen=True)
class Report:
    """What was read from one report: a row of `fct_evaluations` with names, and the rows of its facts in order."""

    row: dict[str, Any]
    amounts: pl.DataFrame
    lines: pl.DataFrame
    indicators: pl.DataFrame
    findings: pl.DataFrame
    issues: pl.DataFrame

    def places(self) -> Places:
        """Every place, those of printed figures first, each figure under its most telling key before others."""
        return (
            _of_lines(self.lines, self.amounts)
            | _of_indicators(self.indicators)
            | _of_total(self.amounts)
            | {f"amount:{number}": Place.of(row) for number, row in numbered(self.amounts)}
            | _of_findings(self.findings)
            | {f"issue:{number}": Place.of(row) for number, row in numbered(self.issues)}
        )


def numbered(frame: pl.DataFrame) -> list[tuple[int, dict[str, Any]]]:
    """The rows, counted from 1 as keys count them."""
    return list(enumerate(frame.iter_rows(named=True), start=1))


def line_key(line: dict[str, Any], name: str | None = None) -> str:
    """The key of a line's figure; of its whole row where the figure is not printed or none is named."""
    row_key = f"line:{line['line_no']}"
    return row_key if name is None or line[name] is None else f"{row_key}:{LINE_MEASURES[name]}"


def indicator_key(row: dict[str, Any], name: str | None = None) -> str:
    """The key of an indicator's weight or score; of its whole row where it has no cell of its own or none is named."""
    row_key = f"indicator:{row['indicator_no']}"
    return row_key if name is None or not has_cell(row, name) else f"{row_key}:{name}"


def has_cell(row: dict[str, Any], name: str) -> bool:
    """Whether an indicator's weight or score is printed in a cell of its own."""
    return row[name] is not None and row[f"{name}_col_no"] is not None


def figures(places: Places) -> Places:
    """The places of single printed figures, without rows, findings and issues."""
    kinds = ("line:", "indicator:")
    return {
        key: place
        for key, place in places.items()
        if key == "score" or key.startswith("amount:") or (key.startswith(kinds) and key.count(":") == 2)
    }


def at_same_place(key: str, places: Places) -> list[str]:
    """The keys of all that stands where this one stands, itself first; findings on the whole row are not among them."""
    place = places[key]
    where = (place.block_no, place.row_no, place.col_no, place.value_text if place.row_no is None else None)
    others = [
        other
        for other, at in places.items()
        if other != key and (at.block_no, at.row_no, at.col_no, at.value_text if at.row_no is None else None) == where
    ]
    return [key, *others]


def _of_lines(lines: pl.DataFrame, amounts: pl.DataFrame) -> Places:
    """A line's own cell stands before a sentence that repeats it."""
    placed = amounts.filter(pl.col("line_no").is_not_null()).sort(pl.col("origin") != "table", maintain_order=True)
    cells: dict[tuple[int, str], Place] = {}
    for row in placed.iter_rows(named=True):
        cells.setdefault((row["line_no"], row["measure"]), Place.of(row))
    places: Places = {}
    for line in lines.iter_rows(named=True):
        places[line_key(line)] = Place.of(line)
        for name, measure in LINE_MEASURES.items():
            if line[name] is not None:
                places[line_key(line, name)] = cells.get((line["line_no"], measure), Place.of(line))
    return places


def _of_indicators(indicators: pl.DataFrame) -> Places:
    places: Places = {}
    for row in indicators.iter_rows(named=True):
        place = places[indicator_key(row)] = Place.of(row)
        for name in INDICATOR_FIGURES:
            if has_cell(row, name):
                places[indicator_key(row, name)] = replace(place, col_no=row[f"{name}_col_no"])
    return places


def _of_total(amounts: pl.DataFrame) -> Places:
    totals = amounts.filter(pl.col("measure") == "total_score")
    return {} if totals.is_empty() else {"score": Place.of(totals.row(0, named=True))}


def _of_findings(findings: pl.DataFrame) -> Places:
    return {
        f"finding:{row['finding_id']}": Place.of(row | {"value_text": row["actual"]})
        for row in findings.iter_rows(named=True)
        if row["block_no"] is not None
    }
