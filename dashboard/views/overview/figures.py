"""The row of key figures, each with its change on the year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from dashboard import formats
from dashboard.components import key_figures
from dashboard.i18n import _
from dashboard.tables import tile


def show_key_figures(figures: Mapping[str, Any], findings: Mapping[str, int]) -> None:
    """Show the row of `queries.overview.key_figures` and the findings by severity."""
    on_year = partial(_on_year, figures["latest_year"])
    covered = {name: formats.count(figures[f"{name}_count"]) for name in ("covered", "counted")}
    key_figures(
        [
            tile(
                _("term.reports"),
                formats.count(figures["report_count"]),
                note=_("overview.projects_note", count=formats.count(figures["project_count"])),
                title=_("overview.reports_help"),
                change=on_year(formats.change(figures["report_count_change"])),
            ),
            tile(
                _("term.budget"),
                formats.money(figures["budget_wan"]),
                note=formats.unit_name(),
                title=_("overview.budget_help"),
                change=on_year(formats.change_of_rate(figures["budget_change"])),
            ),
            tile(
                _("term.executed"),
                formats.money(figures["executed_wan"]),
                note=formats.unit_name(),
                title=_("overview.executed_help"),
                change=on_year(formats.change_of_rate(figures["executed_change"])),
            ),
            tile(
                _("term.execution_rate"),
                formats.percent(figures["execution_rate"]),
                note=_("overview.covered_note", **covered),
                title=_("overview.covered", **covered),
                change=on_year(formats.percentage_points(figures["execution_rate_change"])),
            ),
            tile(
                _("term.mean_score"),
                formats.points(None if figures["mean_score"] is None else round(figures["mean_score"], 2)),
                note=_("overview.scored_note", count=formats.count(figures["scored_count"])),
                title=_("overview.mean_score_help"),
                change=on_year(formats.change(figures["mean_score_change"], 2)),
            ),
            tile(
                _("term.findings"),
                formats.count(sum(findings.values())),
                note=_("overview.errors_note", count=formats.count(findings.get("error", 0))),
                title=_("overview.findings_help"),
                change=on_year(formats.change(figures["finding_count_change"])),
            ),
        ],
        key="key-figures",
    )
    st.caption(_compared(figures))


def _on_year(latest: int | None, change: str) -> str:
    if latest is None:
        return change
    return _("overview.on_year", latest=latest, before=latest - 1, change=change)


def _compared(figures: Mapping[str, Any]) -> str:
    """What is set against what, and of how many units: years of unequal coverage are none the less comparable."""
    latest = figures["latest_year"]
    if latest is None:
        return _("overview.no_year_to_compare")
    years = {"latest": latest, "before": latest - 1}
    if not figures["has_year_before"]:
        return _("overview.nothing_to_compare", **years)
    units = {f"{name}_units": formats.count(figures[f"{name}_unit_count"]) for name in ("both", "latest", "before")}
    if not figures["both_unit_count"]:
        return _("overview.no_unit_to_compare", **years, **units)
    return _("overview.compared", **years, **units)
