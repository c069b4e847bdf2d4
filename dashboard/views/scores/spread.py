"""How the rows of dimensions or standard indicators score, and weights against points lost."""

from __future__ import annotations

from dashboard import layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import scores as charts
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.views.scores.words import name_column, pick_indicator


def show_spread(dimensions: Answer, standard: Answer) -> None:
    """Boxes by dimension or by standard indicator."""
    parts = {"dimension": dimensions, "indicator": standard}
    by = layout.choose(_("scores.by"), "by", list(parts), lambda name: term("by", name), default="dimension")
    indicators = by == "indicator"
    chart_frame(
        _("scores.spread"),
        parts[by],
        lambda frame: charts.spread(
            frame,
            frame[name_column()].to_list() if indicators else [term("dimension", name) for name in frame["dimension"]],
            marks=frame["indicator" if indicators else "dimension"].to_list(),
            dark=layout.dark(),
        ),
        key="spread",
        caption=lambda frame: (
            _("scores.spread_caption")
            + (
                _("scores.indicators_left_out", shown=charts.MOST_BOXES, count=frame.height)
                if frame.height > charts.MOST_BOXES
                else ""
            )
        ),
        nothing=_("scores.no_standard"),
        on_click=pick_indicator if indicators else None,
    )


def show_weights(dimensions: Answer) -> None:
    """The share of weights against the share of points lost."""
    chart_frame(
        _("scores.weights"),
        dimensions,
        lambda frame: charts.weight_against_lost(frame, dark=layout.dark()),
        key="weights",
        caption=_("scores.weights_caption"),
    )
