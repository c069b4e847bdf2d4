"""What persons have put right: every entry with what became of it."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import correcting, formats
from dashboard.correcting import NotDone
from dashboard.i18n import _, term
from dashboard.published import home
from dashboard.queries import intake as queries
from dashboard.views.correcting import show_unpublished_corrections
from ingest.corrections import STATUSES, Placed

LIST_HEIGHT = 460


def show_corrections() -> None:
    """The list; the entry that is picked in it can be accepted or rejected."""
    st.caption(_("corrections.caption"))
    show_unpublished_corrections()
    try:
        entries = correcting.kept(home())
    except NotDone:
        return
    if not entries:
        st.info(_("corrections.none"))
        return
    known = {row["correction_id"]: row for row in queries.corrections().iter_rows(named=True)}
    waiting = {placed.correction.id for placed in correcting.unpublished(entries)}
    event = st.dataframe(
        pl.DataFrame([_row(placed, known.get(placed.correction.id), waiting) for placed in entries]),
        hide_index=True,
        height=min(LIST_HEIGHT, 40 + 35 * len(entries)),
        on_select="rerun",
        selection_mode="single-row",
        key=f"corrections-{len(entries)}",
        alt=_("corrections.caption"),
    )
    picked = event["selection"]["rows"]
    if picked:
        _show_one(entries[picked[0]], known.get(entries[picked[0]].correction.id))


def _row(placed: Placed, published: dict[str, Any] | None, waiting: set[str]) -> dict[str, Any]:
    correction = placed.correction
    status = correction.status if published is None or correction.id in waiting else published["status"]
    remark = ""
    if correction.id in waiting:
        remark = _("corrections.waiting")
    elif published and published["is_replaced"]:
        remark = _("corrections.replaced")
    return {
        _("term.status"): term("correction", status) + remark,
        _("term.document"): published["source_name"] if published else correction.document[:12],
        _("correct.what"): _target(placed),
        _("correct.expected"): correction.expected or formats.NOTHING,
        _("correct.value"): correction.value,
        _("term.reason"): correction.reason,
        _("correct.author"): correction.author,
        _("corrections.date"): formats.day(correction.date),
        _("corrections.file"): f"{placed.file}:{placed.line}",
    }


def _target(placed: Placed) -> str:
    correction = placed.correction
    if correction.kind == "place":
        place = (correction.block, correction.row, correction.col)
        return _("corrections.place", place="-".join(str(number) for number in place if number is not None))
    if correction.kind == "measure":
        line = f" ({_('term.line')} {correction.line})" if correction.line else ""
        return term("measure", correction.measure) + line
    if correction.kind == "indicator":
        return _("corrections.indicator", number=correction.indicator, field=term("field", correction.field))
    return term("field", correction.field)


def _show_one(placed: Placed, published: dict[str, Any] | None) -> None:
    if published and published["problem"]:
        st.warning(term("correction_problem", published["problem"]))
    with st.container(horizontal=True):
        for status in STATUSES:
            if status != placed.correction.status:
                st.button(
                    _("corrections.set", status=term("correction", status)),
                    key=f"set-{status}",
                    on_click=_set,
                    args=(placed.correction.id, status),
                )
    for problem in st.session_state.pop("correction_problems", []):
        st.error(formats.plain(problem))


def _set(correction_id: str, status: str) -> None:
    try:
        correcting.set_status(home(), correction_id, status)
    except NotDone as error:
        st.session_state["correction_problems"] = error.problems
