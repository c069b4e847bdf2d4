"""What the figures of a report are called, how they are printed and how they are kept, for lists and for one alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard import formats
from dashboard.i18n import _, term
from dashboard.views.project.places import LINE_MEASURES, Places, Report, figures, indicator_key, line_key, numbered

POINTS = ("total_score", "section_weight", "section_score")


@dataclass(frozen=True)
class Figure:
    """One printed figure: its name in words, the figure in the contract's unit, the mart column that holds it, and how
    a correction names it (see docs/corrections.md)."""

    key: str
    name: str
    value: str
    column: str
    target: dict[str, str]
    printed: str | None = None
    correction_id: str | None = None


def described(report: Report, places: Places) -> list[Figure]:
    """Each printed figure once, in the order of the document."""
    found: dict[str, Figure] = {}
    for line in report.lines.iter_rows(named=True):
        found |= {figure.key: figure for figure in _of_line(line)}
    for row in report.indicators.iter_rows(named=True):
        found |= {figure.key: figure for figure in _of_indicator(row)}
    amounts = {f"amount:{number}": row for number, row in numbered(report.amounts)}
    for key, row in amounts.items():
        found[key] = _of_amount(key, row)
    once: dict[object, Figure] = {}
    for key, place in figures(places).items():
        if key in found:
            once.setdefault((place.block_no, place.row_no, place.col_no, place.value_text), found[key])
    return sorted(once.values(), key=lambda figure: _order(places, figure.key))


def _order(places: Places, key: str) -> tuple[int, int, int]:
    place = places[key]
    return place.block_no, place.row_no or 0, place.col_no or 0


def _of_line(line: dict[str, Any]) -> list[Figure]:
    return [
        Figure(
            key=line_key(line, name),
            name=f"{line['line_label']} · {term('measure', measure)}",
            value=_as(name, line[name]),
            column=f"fct_budget_execution.{name}",
            target={"measure": measure, "line": str(line["line_no"])},
            correction_id=line.get("correction_id"),
        )
        for name, measure in LINE_MEASURES.items()
        if line[name] is not None
    ]


def _of_indicator(row: dict[str, Any]) -> list[Figure]:
    named = row["level3"] or row["level2"] or row["level1"]
    return [
        Figure(
            key=indicator_key(row, name),
            name=f"{formats.text(named)} · {_('term.weight') if name == 'weight' else _('term.score')}",
            value=formats.points(row[name]),
            column=f"fct_indicator_scores.{name}",
            target={"indicator": str(row["indicator_no"]), "field": name},
            correction_id=row.get("correction_id"),
        )
        for name in ("weight", "score")
        if row[name] is not None
    ]


def _of_amount(key: str, row: dict[str, Any]) -> Figure:
    measure = row["measure"]
    place = {name: row[f"{name}_no"] for name in ("block", "row", "col")}
    return Figure(
        key=key,
        name=" · ".join(part for part in (row["about"], term("measure", measure)) if part),
        value=_as(measure, row["value"]),
        column="fct_reported_amounts.value",
        target={name: str(number) for name, number in place.items() if number is not None} | {"measure": measure},
        printed=f"{row['value_text']}{row['unit_text'] or ''}",
        correction_id=row.get("correction_id"),
    )


def _as(name: str, value: Any) -> str:
    """The figure as its column or measure counts: rates in percent, points, else money."""
    if name.endswith("_rate"):
        return formats.percent(None if value is None else float(value))
    return formats.points(value) if name in POINTS else formats.money(value)
