"""The lineage of a table as boxes and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import plotly.graph_objects as go

from dashboard.charts.theme import literal, palette, styled
from dashboard.i18n import _, term
from dashboard.lineage import Lineage, Node

LAYERS = ("raw", "reference", "staging", "intermediate", "review", "marts")
ROW_HEIGHT = 46
BOX_HALF_WIDTH, BOX_HALF_HEIGHT = 0.4, 0.36
LONGEST_LINE = 20
CURVE_POINTS = 16


def lineage(shown: Lineage, says: Mapping[str, str], *, dark: bool) -> go.Figure:
    """The tables left of the chosen one are what it is made of, those to the right are made of it. `says` is a table's
    description for the tooltip; the custom data of a point is the table's id."""
    colours = palette(dark)
    colour_of = dict(zip(LAYERS, (*colours.series[1:], colours.good), strict=True))
    sizes = Counter(node.column for node in shown.nodes)
    place = {node.key: (node.column, (sizes[node.column] - 1) / 2 - node.row) for node in shown.nodes}
    figure = go.Figure()
    lines = [_curve(*place[read], *place[reader]) for read, reader in shown.edges]
    figure.add_scatter(
        x=[x for xs, _ys in lines for x in (*xs, None)],
        y=[y for _xs, ys in lines for y in (*ys, None)],
        mode="lines",
        line={"color": colours.muted, "width": 1},
        opacity=0.55,
        hoverinfo="skip",
        showlegend=False,
    )
    for node in shown.nodes:
        x, y = place[node.key]
        colour = colour_of[_layer(node)]
        is_chosen = node.column == 0
        figure.add_shape(
            type="rect",
            x0=x - BOX_HALF_WIDTH,
            x1=x + BOX_HALF_WIDTH,
            y0=y - BOX_HALF_HEIGHT,
            y1=y + BOX_HALF_HEIGHT,
            line={"color": colour, "width": 2 if is_chosen else 1},
            fillcolor=colour if is_chosen else colours.surface,
        )
        figure.add_annotation(
            x=x,
            y=y,
            text=_label(node),
            showarrow=False,
            font={"size": 11, "color": colours.surface if is_chosen else colours.text},
        )
    for layer in LAYERS:
        nodes = [node for node in shown.nodes if _layer(node) == layer]
        if nodes:
            _add_handles(figure, layer, nodes, place, says, colour_of[layer])
    columns = sorted(sizes)
    tallest = max(sizes.values())
    styled(figure, dark=dark, height=70 + ROW_HEIGHT * max(3, tallest))
    figure.update_xaxes(visible=False, range=[columns[0] - 0.5, columns[-1] + 0.5], fixedrange=True)
    half = max(3, tallest) / 2
    figure.update_yaxes(visible=False, range=[-half, half], fixedrange=True)
    figure.update_layout(clickmode="event+select", dragmode=False, hovermode="closest", legend_itemclick=False)
    return figure


def _add_handles(
    figure: go.Figure,
    layer: str,
    nodes: list[Node],
    place: Mapping[str, tuple[float, float]],
    says: Mapping[str, str],
    colour: str,
) -> None:
    """Points that take the clicks on the boxes of a layer, seen in the legend only."""
    spots = [
        (node, place[node.key][0] + step * BOX_HALF_WIDTH / 2, place[node.key][1])
        for node in nodes
        for step in (-1, 0, 1)
    ]
    figure.add_scatter(
        name=term("layer", layer),
        x=[x for _node, x, _y in spots],
        y=[y for _node, _x, y in spots],
        mode="markers",
        marker={"symbol": "square", "size": 30, "color": colour, "opacity": 0},
        customdata=[node.key for node, _x, _y in spots],
        text=[_tooltip(node, says) for node, _x, _y in spots],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    figure.add_scatter(
        name=term("layer", layer), x=[None], y=[None], mode="markers", marker={"symbol": "square", "color": colour}
    )


def _layer(node: Node) -> str:
    return node.key.split(".")[0]


def _name(table_id: str) -> str:
    return table_id.split(".", 1)[1]


def _label(node: Node) -> str:
    if len(node.tables) > 1:
        return literal(_("lineage.folded", count=len(node.tables), layer=term("layer", _layer(node))))
    name = _name(node.key)
    if len(name) <= LONGEST_LINE:
        return literal(name)
    cuts = [i for i, letter in enumerate(name) if letter == "_"]
    cut = min(cuts, key=lambda i: abs(i - len(name) / 2), default=len(name))
    return f"{literal(name[: cut + 1])}<br>{literal(name[cut + 1 :])}"


def _tooltip(node: Node, says: Mapping[str, str]) -> str:
    if len(node.tables) > 1:
        return "<br>".join(literal(_name(table)) for table in node.tables)
    said = says.get(node.key)
    return f"<b>{literal(_name(node.key))}</b>" + (f"<br>{literal(said)}" if said else "")


def _curve(x0: float, y0: float, x1: float, y1: float) -> tuple[list[float], list[float]]:
    """From the right edge of one box to the left edge of another, leaving and arriving level."""
    start, end = x0 + BOX_HALF_WIDTH, x1 - BOX_HALF_WIDTH
    shares = [i / CURVE_POINTS for i in range(CURVE_POINTS + 1)]
    xs = [start + (end - start) * share for share in shares]
    ys = [y0 + (y1 - y0) * share * share * (3 - 2 * share) for share in shares]
    return xs, ys
