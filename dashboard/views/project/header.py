"""What the report is about, its main figures, and what was wanted and reached."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats
from dashboard.components import key_figures
from dashboard.i18n import _, term
from dashboard.tables import tile
from dashboard.views.project.places import Places, line_key
from dashboard.views.project.sources import open_source

BUDGET_COLUMNS = {"annual": "annual_budget_wan", "initial": "initial_budget_wan"}
"""Where the budget is a printed figure, its column by `budget_basis`."""


def show_head(report: dict[str, Any]) -> None:
    """What the report is about."""
    st.title(formats.plain(report["name"]))
    facts = [
        report["unit"] or report["organization_name"],
        report["district"],
        report["fiscal_year"] and _("project.year", year=report["fiscal_year"]),
        term("form", report["form"]),
        term("evaluation_kind", report["evaluation_kind"]),
    ]
    st.caption(" · ".join(formats.plain(fact) for fact in facts if fact))


def show_key_figures(report: dict[str, Any], lines: pl.DataFrame, places: Places) -> None:
    """Its main figures, each with the way to its source."""
    headline = lines.filter("is_headline")
    ticked, due = report["reported_grade"], report["computed_grade"]
    key_figures(
        [
            tile(
                _("term.score"),
                formats.points(report["reported_total_score"]),
                note=_("project.score_note", computed=formats.points(report["computed_total_score"])),
                open="score" if "score" in places else None,
            ),
            tile(
                _("term.reported_grade"),
                term("grade", ticked),
                note=_("project.grade_note", printed=formats.text(report["reported_grade_text"])),
                tone="lost" if ticked != due else None,
            ),
            tile(_("term.computed_grade"), term("grade", due), note=_("project.computed_grade_note")),
            tile(
                _("term.budget"),
                formats.money(report["budget_wan"]),
                note=formats.unit_name(),
                title=_("project.budget_help"),
                open=_headline_key(headline, BUDGET_COLUMNS.get(str(headline["budget_basis"].first()))),
            ),
            tile(
                _("term.executed"),
                formats.money(report["executed_wan"]),
                note=formats.unit_name(),
                open=_headline_key(headline, "executed_wan"),
            ),
            tile(
                _("term.execution_rate"),
                formats.percent(report["execution_rate"]),
                note=term("basis", report["execution_rate_basis"]),
                open=_headline_key(headline, None),
            ),
        ],
        key="key-figures",
        on_open=open_source,
    )


def _headline_key(headline: pl.DataFrame, name: str | None) -> str | None:
    """The key of a headline figure's source; the row's where it is no printed cell."""
    return line_key(headline.row(0, named=True), name) if not headline.is_empty() else None


def show_texts(report: dict[str, Any], *, folded: bool = True) -> None:
    """Goals and what became of them, as the report puts it."""
    if not (report["goal_text"] or report["completion_text"]):
        return
    with st.expander(_("project.goals")) if folded else st.container():
        left, right = st.columns(2, gap="large")
        for place, label, words in (
            (left, _("term.goal"), report["goal_text"]),
            (right, _("term.completion"), report["completion_text"]),
        ):
            place.markdown(f"**{label}**")
            place.text(formats.text(words))
