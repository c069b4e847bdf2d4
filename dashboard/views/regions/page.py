"""Regions: provinces, then prefectures, then counties as a map or as tiles, the rows beside them, and a division's own
reports.

The place is the district that is chosen, so the trail above the page leads back and other pages show the same place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl
import streamlit as st

from dashboard import address, formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts.regions import boundaries
from dashboard.charts.regions.choropleth import choropleth
from dashboard.charts.regions.colouring import MEASURES
from dashboard.charts.regions.names import name_of
from dashboard.charts.regions.tiles import tiles
from dashboard.components import figure_table, key_figures
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.queries import overview
from dashboard.queries import regions as queries
from dashboard.tables import Table, cell, column, tile
from dashboard.views.reports import report_cell

SHAPES = ("map", "tiles")
TABLE_HEIGHT = 560
OWN_REPORTS = 200


@dataclass(frozen=True)
class View:
    """The place whose divisions are shown, the one of them that is chosen, and the filters for all of them."""

    inside: str
    marked: str | None
    filters: Filters

    @classmethod
    def of(cls, filters: Filters) -> View:
        """One chosen district is the place; where nothing lies in it, it is marked among those beside it."""
        if len(filters.districts) != 1:
            return cls(queries.COUNTRY, None, filters)
        [code] = filters.districts
        found = queries.place(code).row(0, named=True)
        if found["has_divisions"]:
            return cls(code, None, filters)
        beside = [found["parent_code"]] if found["parent_code"] else []
        return cls(found["parent_code"], code, replace(filters, districts=beside))


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("regions.title"))
    figures = overview.key_figures(filters).frame
    if figures.is_empty():
        st.info(_("overview.nothing_chosen"))
        return
    _figures(figures.row(0, named=True))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        measure = _measure()
        shape = layout.choose(
            _("regions.shape"), "shape", SHAPES, lambda name: term("region_shape", name), default=SHAPES[0]
        )
    view = View.of(filters)
    answer = queries.by_division(view.filters, view.inside)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _divisions(answer, measure, shape, view)
    with right:
        _rows(answer.frame, measure, view)
    if len(filters.districts) == 1:
        _own_reports(filters)


def _figures(figures: dict[str, float | None]) -> None:
    reports, findings = int(figures["report_count"] or 0), int(figures["finding_count"] or 0)
    mean = figures["mean_score"]
    key_figures(
        [
            tile(_("term.reports"), formats.count(reports), title=_("overview.reports_help")),
            tile(
                _("term.execution_rate"),
                formats.percent(figures["execution_rate"]),
                note=_("overview.covered_note", covered=figures["covered_count"], counted=figures["counted_count"]),
            ),
            tile(
                _("term.mean_score"),
                MEASURES["mean_score"].words(mean),
                note=_("overview.scored_note", count=figures["scored_count"]),
            ),
            tile(
                term("region_measure", "findings_per_100_reports"),
                MEASURES["findings_per_100_reports"].words(100 * findings / reports),
            ),
        ],
        key="regions-figures",
    )


def _measure() -> str:
    """By what the divisions are coloured, as the URL says."""
    asked = st.query_params.get("measure")
    chosen = asked if asked in queries.MEASURES else queries.MEASURES[0]
    st.session_state["measure"] = chosen
    st.segmented_control(
        _("regions.colour_by"),
        queries.MEASURES,
        format_func=lambda name: term("region_measure", name),
        required=True,
        key="measure",
        on_change=lambda: address.put("measure", [st.session_state["measure"]]),
    )
    return chosen


def _divisions(answer: Answer, measure: str, shape: str, view: View) -> None:
    """The divisions as a map; as tiles where these are asked for, or where no division has a boundary."""
    divisions = answer.frame.filter(~pl.col("is_own"))
    bounded = boundaries.of(divisions["region_code"].to_list()).areas if shape == "map" else {}
    draw, how = (choropleth, _("regions.how_map")) if bounded else (tiles, _("regions.how_tiles"))
    chart_frame(
        _("regions.divisions"),
        answer,
        lambda frame: draw(frame, measure=measure, marked=view.marked, dark=layout.dark()),
        key=f"{draw.__name__}-{measure}",
        caption=_caption(answer.frame, view) + how,
        on_click=_open,
    )
    if bounded:
        _about_map(divisions.filter(~pl.col("region_code").is_in(list(bounded))))


def _caption(frame: pl.DataFrame, view: View) -> str:
    divisions = frame.filter(~pl.col("is_own"))
    filed = divisions.filter(pl.col("report_count") > 0).height
    said = _("regions.filed", filed=filed, count=divisions.height)
    if view.inside == queries.COUNTRY:
        placed = int(frame["report_count"].sum())
        unknown = overview.key_figures(view.filters).frame["report_count"][0] - placed
        said += _("regions.unknown", count=unknown) if unknown else ""
    return said


def _about_map(absent: pl.DataFrame) -> None:
    """Which divisions it does not show, where its boundaries come from, and that nobody has reviewed it."""
    if absent.height:
        names = _("filters.comma").join(map(name_of, absent.iter_rows(named=True)))
        st.caption(_("regions.without_boundary", names=formats.plain(names)))
    st.caption(_("regions.boundaries"))


def _rows(frame: pl.DataFrame, measure: str, view: View) -> None:
    """The same divisions as a list, the one with the most to look at first; those without reports come last."""
    st.subheader(_("regions.list"))
    worst_last = MEASURES[measure].is_better_high is not True
    rows = frame.sort(
        pl.col("report_count") == 0,
        pl.col(measure),
        descending=[False, worst_last],
        nulls_last=True,
        maintain_order=True,
    )
    table = Table(
        [
            column(_("regions.division")),
            column(_("term.reports"), end=True),
            column(_("regions.rate_short"), end=True),
            column(_("regions.mean_short"), end=True),
            column(_("regions.findings_short"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in rows.iter_rows(named=True):
        is_empty = row["report_count"] == 0
        name = _("regions.own") if row["is_own"] else row["name"]
        opens = None if is_empty or row["is_own"] else row["region_code"]
        table.add(
            [
                cell(name, open=opens, link=opens is not None, tone="muted" if is_empty else None),
                cell(formats.count(row["report_count"]), tone="muted" if is_empty else None),
                *(
                    cell(MEASURES[name].words(row[name]), tone="muted" if row[name] is None else None)
                    for name in queries.MEASURES[:3]
                ),
            ],
            strong=row["region_code"] == view.marked,
        )
    figure_table(table.data(), key="regions-list", on_open=_open)


def _own_reports(filters: Filters) -> None:
    """The reports of the chosen division's own units."""
    [code] = filters.districts
    found = queries.of_own_units(filters, code, OWN_REPORTS)
    if found.is_empty():
        return
    count = found["found_count"][0]
    st.subheader(_("regions.own_reports", count=formats.count(count)))
    if count > found.height:
        st.caption(_("search.first", shown=formats.count(found.height)))
    table = Table(
        [
            column(_("term.project")),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
            column(_("term.findings"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in found.iter_rows(named=True):
        table.add(
            [
                report_cell(row),
                cell(formats.percent(row["execution_rate"])),
                cell(formats.points(row["reported_total_score"])),
                cell(formats.count(row["finding_count"])),
            ]
        )
    figure_table(table.data(), key="regions-reports", on_open=layout.open_report)


def _open(region_code: str) -> None:
    address.narrow(district=[region_code])


main()
