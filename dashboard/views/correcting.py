"""The form in which a person puts a figure right, and the way from a written correction into the marts."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import background, correcting, formats
from dashboard.correcting import NotDone, Target
from dashboard.i18n import _, term
from dashboard.published import home
from dashboard.queries import history
from dashboard.queries import project as queries
from ingest.corrections import REPORT_FIELDS, STATUSES


def show_correction(report: dict[str, Any], name: str, target: Target, expected: str) -> None:
    """A button for one figure of a report (`document_id`, `report_no`): `target` names it, `expected` is printed."""
    with st.popover(_("correct.title"), icon=":material/edit_note:"):
        st.markdown(f"**{formats.plain(name)}**")
        _show_form(report, target, expected)


def show_figure_choice(reports: pl.DataFrame) -> None:
    """A button for any figure or field of these reports, those that were not found among them."""
    with st.popover(_("correct.title"), icon=":material/edit_note:"):
        rows = {row["report_id"]: row for row in reports.iter_rows(named=True)}
        report_id = st.selectbox(
            _("term.reports"),
            list(rows),
            format_func=lambda key: f"{rows[key]['report_no']}. {rows[key]['name']}",
            key="correct_report",
        )
        targets = _targets(report_id)
        name = st.selectbox(_("correct.what"), list(targets), index=None, key=f"correct_what_{report_id}")
        if name is None:
            return
        report = rows[report_id]
        try:
            stands = correcting.standing(home(), report["document_id"], report["report_no"], targets[name])
        except NotDone as error:
            _show_problems(error)
        else:
            _show_form(report, targets[name], stands or "")


def _targets(report_id: str) -> dict[str, Target]:
    """What can be corrected in a report, by its name in words."""
    targets: dict[str, Target] = {term("field", field): {"field": field} for field in REPORT_FIELDS}
    targets[term("measure", "total_score")] = {"measure": "total_score"}
    for line in queries.funding_lines(report_id).iter_rows(named=True):
        for measure in correcting.LINE_MEASURES:
            name = f"{line['line_no']}. {line['line_label']} · {term('measure', measure)}"
            targets[name] = {"measure": measure, "line": str(line["line_no"])}
    return targets


def _show_form(report: dict[str, Any], target: Target, expected: str) -> None:
    st.caption(_("correct.help"))
    with st.form(f"correct-{report['report_no']}-{'-'.join(target.values())}", border=False):
        st.text_input(_("correct.expected"), value=expected or formats.NOTHING, disabled=True)
        value = st.text_input(_("correct.value"), placeholder=_("correct.value_help"))
        reason = st.text_input(_("term.reason"), placeholder=_("correct.reason_help"))
        author = st.text_input(_("correct.author"), key="correct_author", persist_state="session")
        status = st.segmented_control(
            _("term.status"),
            STATUSES[:2],
            format_func=lambda name: term("correction", name),
            default="accepted",
            required=True,
        )
        if st.form_submit_button(_("correct.write"), type="primary"):
            said = {"value": value, "reason": reason, "author": author, "status": str(status)}
            _write(report, target, expected or None, {name: text.strip() for name, text in said.items()})


def _write(report: dict[str, Any], target: Target, expected: str | None, said: dict[str, str]) -> None:
    if not (said["value"] and said["reason"] and said["author"]):
        st.error(_("correct.missing"))
        return
    try:
        correcting.add(home(), report["document_id"], report["report_no"], target, {**said, "expected": expected})
    except NotDone as error:
        _show_problems(error)
    else:
        st.session_state["corrected"] = True
        st.rerun()


def show_unpublished_corrections() -> None:
    """Corrections that the marts do not know yet, and the way to bring them there."""
    if st.session_state.pop("corrected", None):
        st.toast(_("correct.kept"))
    try:
        waiting = correcting.unpublished(correcting.kept(home()))
    except NotDone as error:
        st.error(_("correct.invalid"))
        _show_problems(error)
        return
    job = background.latest(home())
    if job is not None and job.is_running:
        st.info(_("review.building"), icon=":material/hourglass_top:")
    elif waiting:
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.info(_("correct.unpublished", count=formats.count(len(waiting))), icon=":material/pending_actions:")
        right.button(_("review.publish"), on_click=_build, width="stretch", key="publish-corrections")


def show_earlier_corrections(report_id: str) -> None:
    """What was put right in an earlier version of a report, which does not hold for this one."""
    corrected = history.earlier_corrections(report_id)
    if corrected.is_empty():
        return
    told = [
        _(
            "correct.earlier_one",
            what=term("measure", row["field"]) if row["figure"] == "amount" else term("field", row["field"]),
            expected=formats.plain(row["expected"] or formats.NOTHING),
            value=formats.plain(row["value_text"] + (row["value_unit_text"] or "")),
            reason=formats.plain(row["reason"]),
        )
        for row in corrected.iter_rows(named=True)
    ]
    said = "\n".join(f"- {one}" for one in told)
    st.warning(f"{_('correct.earlier', count=formats.count(len(told)))}\n{said}", icon=":material/edit_off:")


def _show_problems(error: NotDone) -> None:
    for problem in error.problems:
        st.error(formats.plain(problem))


def _build() -> None:
    background.start(home(), "build")
