"""Charts of the project page."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go
import polars as pl

from dashboard import formats
from dashboard.charts.theme import literal, palette, styled
from dashboard.i18n import _

UPPER_LEVELS = ("level1", "level2")
ROOT = "total"
ROW_HEIGHT = 25
LONGEST_NAME = 14


@dataclass
class Node:
    """One box of the tree."""

    label: str
    parent: str | None
    rows: int = 0
    weight: float = 0.0
    score: float = 0.0


def has_points(frame: pl.DataFrame) -> bool:
    """Whether there is a tree to draw: a row with a weight."""
    return bool((frame["weight"] > 0).any())


def indicator_tree(frame: pl.DataFrame, *, dark: bool) -> go.Figure:
    """The indicators as the form lays them out, level by level and one row each, with score and weight written and
    coloured by the share of the points that was given; rows without a weight are left out."""
    rows = frame.filter(pl.col("weight") > 0)
    colours = palette(dark)
    nodes = {"": Node(_("term.total"), None)}
    for row in rows.iter_rows(named=True):
        path = [row[level] for level in UPPER_LEVELS if row[level] is not None]
        keys = ["/".join(path[: i + 1]) for i in range(len(path))]
        leaf = f"{'/'.join(path)}#{row['indicator_no']}"
        for parent, key, label in zip(["", *keys], [*keys, leaf], [*path, row["level3"]], strict=True):
            nodes.setdefault(key, Node(formats.text(label), parent))
        for key in ("", *keys, leaf):
            nodes[key].rows += 1
            nodes[key].weight += float(row["weight"])
            nodes[key].score += float(row["score"] or 0)
    figure = go.Figure(
        go.Icicle(
            ids=[key or ROOT for key in nodes],
            labels=[literal(node.label) for node in nodes.values()],
            parents=["" if node.parent is None else node.parent or ROOT for node in nodes.values()],
            values=[node.rows for node in nodes.values()],
            text=[f"{formats.points(node.score)} / {formats.points(node.weight)}" for node in nodes.values()],
            customdata=[
                [literal(_shortened(node.label)), formats.percent(node.score / node.weight)] for node in nodes.values()
            ],
            branchvalues="total",
            texttemplate="%{customdata[0]}  %{text}",
            textposition="middle left",
            tiling={"orientation": "h", "pad": 2},
            pathbar={"visible": False},
            sort=False,
            marker={
                "colors": [node.score / node.weight for node in nodes.values()],
                "colorscale": [[i / 4, colour] for i, colour in enumerate(colours.levels)],
                "cmin": 0,
                "cmax": 1,
                "line": {"width": 0},
                "colorbar": {
                    "title": {"text": _("term.score_rate"), "side": "top", "font": {"size": 12}},
                    "tickformat": formats.PERCENT_AXIS,
                    "thickness": 12,
                    "outlinewidth": 0,
                },
            },
            hovertemplate="<b>%{label}</b><br>"
            + _("chart.indicator_hover", points="%{text}", rate="%{customdata[1]}")
            + "<extra></extra>",
        )
    )
    styled(figure, dark=dark, height=ROW_HEIGHT * rows.height + 20)
    figure.update_layout(margin={"t": 8}, uniformtext={"minsize": 10, "mode": "hide"})
    return figure


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
