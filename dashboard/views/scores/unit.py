"""A unit beside its district and all."""

from __future__ import annotations

import streamlit as st

from dashboard import layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import scores as charts
from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import units as queries


def show_unit(filters: Filters) -> None:
    """Strips of all units by dimension with the one that is picked."""
    units = queries.choices(filters)
    if not units:
        return
    st.header(_("scores.unit"))
    unit = layout.choose(
        _("review.unit"), "org", list(units), lambda key: units[key], default=next(iter(units)), listed=True
    )
    chart_frame(
        units[unit],
        queries.by_dimension(filters, unit),
        lambda frame: charts.unit_strips(frame, unit=units[unit], dark=layout.dark()),
        key="unit-strips",
        caption=_("scores.unit_caption"),
    )
