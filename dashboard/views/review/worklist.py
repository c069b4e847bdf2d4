"""The findings as a list to work through: narrow it down, pick one or many, see the evidence, decide."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import address, formats, i18n, layout
from dashboard.decisions import later_words
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.published import home
from dashboard.queries import review as queries
from dashboard.views.review.deciding import show_deciding, show_unpublished
from dashboard.views.review.evidence import show_evidence

DECISIONS = ("open", "reopened", "accepted", "dismissed")
GROUPINGS = ("none", "rule", "unit", "project")
GROUPS_HEIGHT, LIST_HEIGHT = 213, 632
THREE_LINES = 66
"""Streamlit wraps text in rows that are higher than 4rem."""


def show_worklist(filters: Filters) -> None:
    """List on the left, evidence and decision on the right."""
    later = later_words(home(), queries.decided_count())
    above = st.container()
    left, right = st.columns([3, 2], gap="large")
    with left:
        group = _group(filters, later)
    with above:
        counts = queries.finding_counts(filters, later, group)
        show_unpublished(_sum(counts.filter(pl.col("is_later"))))
        if counts.is_empty():
            st.success(_("overview.no_findings"))
            return
        narrowed = _narrowed(counts)
    shown = queries.findings(filters, later, narrowed, counts, st.query_params.get("finding"), group)
    with left:
        st.caption(_("review.shown", shown=formats.count(shown.height), count=formats.count(_sum(counts))))
        if shown.is_empty():
            st.info(_("review.none_left"))
            return
        picked = _picked(shown)
    with right:
        if picked.is_empty():
            st.info(_("review.pick"))
            return
        show_evidence(picked.row(0, named=True), picked.height)
        show_deciding(picked)


def _group(filters: Filters, later: queries.Later) -> queries.Group | None:
    """What the findings are grouped by; the groups to choose from, and the one that the URL names."""
    by = layout.choose(
        _("review.group_by"), "group", GROUPINGS, lambda name: term("grouping", name), default=GROUPINGS[0]
    )
    if by == GROUPINGS[0]:
        return None
    title, name = {
        "rule": (_("review.rule"), f"rule_title_{i18n.language()}"),
        "unit": (_("review.unit"), "unit"),
        "project": (_("term.project"), "project"),
    }[by]
    parameter = f"of_{by}"
    asked = st.query_params.get(parameter)
    groups = queries.groups(filters, later, by, asked)
    keys = groups["key"].to_list()
    if asked is not None and asked not in keys:
        st.warning(_("filters.not_understood", filter=title, value=formats.plain(asked)))
        asked = None
    if keys and len(keys) < (count := groups["all_count"][0]):
        st.caption(_("frame.first", shown=formats.count(len(keys)), count=formats.count(count)))
    chosen = [] if asked is None else [keys.index(asked)]
    widget = f"groups-{by}-{groups.height}-{chosen}"

    def choose() -> None:
        address.put(parameter, [keys[row] for row in st.session_state[widget]["selection"]["rows"]])

    st.dataframe(
        pl.DataFrame(
            {
                title: [formats.text(value) for value in groups[name]],
                _("review.open_count"): groups["open_count"],
                _("term.findings"): groups["finding_count"],
            }
        ),
        hide_index=True,
        height=min(GROUPS_HEIGHT, 38 + 35 * groups.height),
        on_select=choose,
        selection_mode="single-row",
        selection_default={"selection": {"rows": chosen}},
        key=widget,
        alt=_("review.group_by"),
    )
    return None if asked is None else queries.Group(by, asked)


def _narrowed(counts: pl.DataFrame) -> dict[str, list[str]]:
    """The severities, decisions and rules that are asked for; each says how many there are."""
    title = f"rule_title_{i18n.language()}"
    first, second, third = st.columns([2, 3, 3])
    severities, decisions, rules = (_by(counts, name) for name in ("severity", "decision", "rule_id"))
    titles = dict(counts.select("rule_id", title).unique().iter_rows())
    with first:
        severity = layout.choose_many(
            _("term.severity"),
            "severity",
            [name for name in layout.SEVERITIES if name in severities],
            lambda name: f"{term('severity', name)} {severities[name]}",
        )
    with second:
        decision = layout.choose_many(
            _("review.decision"),
            "decision",
            [name for name in DECISIONS if name in decisions],
            lambda name: f"{term('decision', name)} {decisions[name]}",
        )
    with third:
        rule = layout.choose_many(
            _("review.rule"),
            "rule",
            sorted(rules, key=lambda name: (-rules[name], name)),
            lambda name: f"{titles[name]} {rules[name]}",
            listed=True,
        )
    return {"severity": severity, "decision": decision, "rule_id": rule}


def _by(counts: pl.DataFrame, name: str) -> dict[str, int]:
    return dict(counts.group_by(name).agg(pl.col("finding_count").sum()).iter_rows())


def _sum(counts: pl.DataFrame) -> int:
    return int(counts["finding_count"].sum())


def _picked(shown: pl.DataFrame) -> pl.DataFrame:
    """The list, opened at the finding that the URL names; the rows that are ticked."""
    language = i18n.language()
    columns = {
        _("term.severity"): [term("severity", severity) for severity in shown["severity"]],
        _("term.finding"): shown[f"message_{language}"],
        _("term.project"): shown["name"],
        _("review.unit"): shown["unit"],
        _("review.rule"): shown[f"rule_title_{language}"],
        _("filters.years"): shown["fiscal_year"],
        _("review.decision"): [term("decision", decision) for decision in shown["decision"]],
    }
    asked = st.query_params.get("finding")
    named = [index for index, finding in enumerate(shown["finding_id"]) if finding == asked]
    event = st.dataframe(
        pl.DataFrame(columns),
        hide_index=True,
        height=min(LIST_HEIGHT, 38 + THREE_LINES * shown.height),
        row_height=THREE_LINES,
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": named or [0]}},
        column_config={
            _("filters.years"): st.column_config.NumberColumn(format="%d"),
            _("term.severity"): st.column_config.TextColumn(width=48),
            _("term.finding"): st.column_config.TextColumn(width=270),
            _("term.project"): st.column_config.TextColumn(width=110),
            _("review.unit"): st.column_config.TextColumn(width=110),
        },
        key=f"findings-{shown.height}-{asked}",
        alt=term("review_view", "worklist"),
    )
    return shown[event["selection"]["rows"]]
