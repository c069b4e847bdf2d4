"""The published states that are kept, what each holds, and going back to one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import formats
from dashboard.i18n import _
from dashboard.published import home
from dashboard.queries import intake as queries
from ingest import publish
from ingest.home import HomeBusy
from ingest.publish import Generation

WAIT_SECONDS = 2.0
COUNTS = ("report_count", "rejected_count", "finding_count")


def show_generations() -> None:
    """Each state with its time and size; the present one is marked, the others can be shown again."""
    st.caption(_("intake.generations_caption"))
    if problem := st.session_state.pop("generation_problem", None):
        st.error(problem)
    current = publish.current(home())
    kept = publish.generations(home())
    if not kept:
        st.info(_("generations.none"))
        return
    if current is None:
        st.warning(_("generations.pointer_lost"))
    held = {generation.id: queries.held_by(generation) for generation in kept}
    for number, generation in enumerate(kept):
        before = held[kept[number + 1].id] if number + 1 < len(kept) else None
        is_current = current is not None and generation.id == current.id
        _show_generation(generation, held[generation.id], before, is_current=is_current)


def _show_generation(
    generation: Generation, holds: dict[str, Any] | None, before: dict[str, Any] | None, *, is_current: bool
) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        mark = f" · **{_('intake.current')}**" if is_current else ""
        st.markdown(f"{generation.published_at.astimezone():%Y-%m-%d %H:%M:%S}{mark}  \n`{generation.id}`", width=330)
        if holds is None:
            st.markdown(_("generations.unreadable"), width="stretch")
        else:
            counts = {name: _with_change(holds[name], before[name] if before else None) for name in COUNTS}
            st.markdown(_("generations.holds", **counts), width="stretch")
        if not is_current and holds is not None:
            st.button(_("intake.go_back"), key=f"back-{generation.id}", on_click=_go_back, args=(generation.id,))


def _with_change(count: int, before: int | None) -> str:
    change = "" if before is None or before == count else f" ({count - before:+,})"
    return f"{formats.count(count)}{change}"


def _go_back(generation_id: str) -> None:
    try:
        with home().writing(WAIT_SECONDS):
            publish.rollback(home(), generation_id)
    except HomeBusy:
        st.session_state["generation_problem"] = _("app.busy")
    except LookupError:
        st.session_state["generation_problem"] = _("generations.gone")
