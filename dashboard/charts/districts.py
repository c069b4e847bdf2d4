"""Districts and years side by side: execution as a heat map or small charts, scores as strips of points."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl
from plotly.subplots import make_subplots

from dashboard import formats
from dashboard.charts.theme import Palette, execution_hover, literal, palette, shortened, styled, year_name
from dashboard.i18n import _
from dashboard.thresholds import LOW_EXECUTION, WHOLE_BUDGET

GRADE_BOUNDS = (60, 80, 90)
CELL_HEIGHT, PANEL_HEIGHT, STRIP_HEIGHT = 30, 130, 38
PANEL_COLUMNS, MOST_PANELS, LONGEST_TITLE = 4, 24, 7
MOST_YEARS_IN_WORDS = 4
"""A cell of more years than this is too narrow for words; its tooltip has them."""
MOST_YEARS_BESIDE, MOST_YEARS_WITH_RATES = 5, 14
"""With more years, cells have room for their rates only where the map has the page's whole width, or nowhere."""
BOX_FROM = 5
"""A box of fewer reports than this would say more than the points do."""


def execution_heat(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A cell of `execution_rate` for each `district`, in the order of the frame, and `fiscal_year`.

    A heat map reports no clicks: an invisible point in each cell does, its custom data ending in district and year.
    """
    colours = palette(dark)
    districts, years = _districts(frame), _years(frame)
    cells = {(row["district"], row["fiscal_year"]): row for row in frame.iter_rows(named=True)}
    rates = {place: row["execution_rate"] for place, row in cells.items()}
    labels = [literal(district) for district in districts]
    figure = go.Figure(
        go.Heatmap(
            x=[year_name(year) for year in years],
            y=labels,
            z=[[rates.get((district, year)) for year in years] for district in districts],
            text=[
                [_cell_text(cells.get((district, year)), years=len(years)) for year in years] for district in districts
            ],
            texttemplate="%{text}",
            zmin=0,
            zmax=WHOLE_BUDGET,
            colorscale=[[i / 4, colour] for i, colour in enumerate(colours.heat)],
            textfont={"size": 12, "color": colours.text},
            showscale=False,
            xgap=2,
            ygap=2,
            hoverinfo="skip",
        )
    )
    figure.add_scatter(
        mode="markers",
        x=[year_name(year) for _district, year in cells],
        y=[literal(district) for district, _year in cells],
        text=[formats.percent(rate) for rate in rates.values()],
        customdata=[_mark(row) for row in cells.values()],
        marker={"size": CELL_HEIGHT - 4, "opacity": 0, "symbol": "square"},
        hovertemplate=_hover("%{y} %{x}"),
        showlegend=False,
    )
    styled(figure, dark=dark, height=max(240, 50 + CELL_HEIGHT * len(districts)))
    figure.update_xaxes(
        type="category", side="top", showgrid=False, range=[-0.5, len(years) - 0.5], tickfont={"color": colours.text}
    )
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=labels[::-1],
        range=[-0.5, len(labels) - 0.5],
        showgrid=False,
        ticks="",
        tickfont={"color": colours.text},
    )
    figure.update_layout(margin={"t": 28}, hoverdistance=-1, clickmode="event+select", dragmode=False)
    return figure


def execution_panels(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """A small chart for each of the first districts: bars of `execution_rate` by `fiscal_year`, all to one scale.

    The custom data of a bar ends in district and year.
    """
    colours = palette(dark)
    districts = _districts(frame)[:MOST_PANELS]
    years = [year_name(year) for year in _years(frame)]
    columns = min(PANEL_COLUMNS, len(districts))
    rows = -(-len(districts) // columns)
    figure = make_subplots(
        rows,
        columns,
        subplot_titles=[literal(shortened(district, LONGEST_TITLE)) for district in districts],
        shared_yaxes=True,
        vertical_spacing=min(0.3, 44 / (PANEL_HEIGHT * rows)),
        horizontal_spacing=0.03,
    )
    for i, district in enumerate(districts):
        part = frame.filter(pl.col("district") == district)
        figure.add_bar(
            x=[year_name(year) for year in part["fiscal_year"]],
            y=part["execution_rate"].to_list(),
            text=[formats.percent(rate) for rate in part["execution_rate"]],
            textposition="none",
            marker={"color": [_rate_colour(rate, colours) for rate in part["execution_rate"]]},
            customdata=[_mark(row) for row in part.iter_rows(named=True)],
            hovertemplate=_hover(f"{literal(district)} %{{x}}"),
            showlegend=False,
            row=i // columns + 1,
            col=i % columns + 1,
        )
    styled(figure, dark=dark, height=30 + PANEL_HEIGHT * rows)
    top = max([WHOLE_BUDGET, *frame["execution_rate"].drop_nulls()])
    figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=years,
        tickvals=years,
        ticktext=[year[-2:] if year.isdecimal() else year for year in years],
        tickangle=0,
        showgrid=False,
    )
    figure.update_yaxes(range=[0, top * 1.05], tickformat=formats.PERCENT_AXIS, tickvals=[0, 0.5, 1])
    figure.update_annotations(font={"size": 12})
    figure.update_layout(clickmode="event+select", dragmode=False)
    return figure


def score_strips(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """Every report a point at its `score`, in a strip for each `district` and `fiscal_year`; over it the box of all
    reports of the strip, drawn from their quartiles where there are enough. The custom data of a point is its report.
    """
    colours = palette(dark)
    figure = go.Figure()
    years = sorted(frame["fiscal_year"].unique().to_list(), key=lambda year: -(year or 0))
    for i, year in enumerate(years):
        colour = colours.series[i % len(colours.series)]
        part = frame.filter(pl.col("fiscal_year").eq_missing(year))
        figure.add_box(
            name=year_name(year),
            orientation="h",
            y=_strips(part),
            x=part["score"].to_list(),
            customdata=part["report_id"].to_list(),
            text=[literal(name) for name in part["name"]],
            boxpoints="all",
            pointpos=0,
            jitter=0.5,
            marker={"color": colour, "size": 7, "opacity": 0.7, "line": {"color": colours.surface, "width": 1}},
            line={"color": "rgba(0,0,0,0)"},
            fillcolor="rgba(0,0,0,0)",
            hoveron="points",
            hovertemplate="<b>%{text}</b><br>"
            + _("chart.score_hover", place="%{y}", score="%{x:,.2f}")
            + "<extra></extra>",
        )
        boxed = part.filter(pl.col("report_count") >= BOX_FROM).unique("district", keep="first", maintain_order=True)
        if boxed.is_empty():
            continue
        figure.add_box(
            name=year_name(year),
            orientation="h",
            y=_strips(boxed),
            **{
                bound: boxed[f"{name}_score"].to_list()
                for bound, name in (
                    ("lowerfence", "min"),
                    ("q1", "q1"),
                    ("median", "median"),
                    ("q3", "q3"),
                    ("upperfence", "max"),
                )
            },
            line={"color": colour, "width": 1.2},
            fillcolor="rgba(0,0,0,0)",
            hoverinfo="skip",
        )
    labels = list(dict.fromkeys(_strips(frame)))
    styled(figure, dark=dark, height=max(240, 50 + STRIP_HEIGHT * len(labels)))
    lowest, highest = min([85.0, *frame["score"]]), max([100.0, *frame["score"]])
    for bound in GRADE_BOUNDS:
        if bound > lowest:
            figure.add_vline(x=bound, line={"color": colours.muted, "width": 1, "dash": "dot"}, layer="below")
    figure.update_xaxes(range=[lowest - 1.5, highest + 1.5], side="top")
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=labels[::-1],
        range=[-0.5, len(labels) - 0.5],
        showgrid=False,
        tickfont={"color": colours.text},
    )
    figure.update_layout(
        showlegend=False, boxmode="overlay", margin={"t": 28}, clickmode="event+select", dragmode=False
    )
    return figure


def _districts(frame: pl.DataFrame) -> list[str]:
    return frame["district"].unique(maintain_order=True).to_list()


def _years(frame: pl.DataFrame) -> list[int | None]:
    """The years from left to right; reports without one come last."""
    return sorted(frame["fiscal_year"].unique().to_list(), key=lambda year: year or 9999)


def _strips(frame: pl.DataFrame) -> list[str]:
    return [f"{literal(row['district'])} {year_name(row['fiscal_year'])}" for row in frame.iter_rows(named=True)]


def _cell_text(row: dict[str, object] | None, *, years: int) -> str:
    if row is None:
        return ""
    rate = row["execution_rate"]
    if years > MOST_YEARS_WITH_RATES:
        return ""
    if not isinstance(rate, float):
        return _("chart.no_executed") if years <= MOST_YEARS_IN_WORDS else formats.NOTHING
    return f"{formats.percent(rate)} ▲" if rate > WHOLE_BUDGET else formats.percent(rate)


def _rate_colour(rate: float | None, colours: Palette) -> str:
    return colours.lost if rate is not None and not LOW_EXECUTION <= rate <= WHOLE_BUDGET else colours.good


def _mark(row: dict[str, object]) -> list[object]:
    change = row["execution_rate_change"]
    return [
        formats.money(row["executed_wan"]),  # type: ignore[arg-type]
        formats.money(row["covered_budget_wan"]),  # type: ignore[arg-type]
        row["covered_report_count"],
        row["report_count"],
        _("chart.no_change") if change is None else formats.percentage_points(change),  # type: ignore[arg-type]
        row["district_code"],
        row["fiscal_year"],
    ]


def _hover(heading: str) -> str:
    covered = _("chart.covered_hover", covered="%{customdata[2]}", reports="%{customdata[3]}")
    change = _("chart.change_hover", change="%{customdata[4]}")
    return f"<b>{heading}</b><br>{execution_hover()}<br>{covered}<br>{change}<extra></extra>"
