"""One finding beside the place that it is about."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import formats, i18n, layout
from dashboard.components import source_view
from dashboard.i18n import _, term
from dashboard.queries import project as documents
from dashboard.queries import review as queries
from dashboard.source import Place, excerpt

BLOCKS_AROUND, ROWS_AROUND = 1, 8
EVIDENCE_HEIGHT = 240


def show_evidence(finding: dict[str, Any], picked: int) -> None:
    """What is said, where it stands, and what was decided of it before."""
    language = i18n.language()
    st.subheader(f"{term('severity', finding['severity'])} · {formats.plain(finding[f'rule_title_{language}'])}")
    if picked > 1:
        st.caption(_("review.first_of", count=formats.count(picked)))
    st.markdown(formats.plain(finding[f"message_{language}"]))
    if finding["block_no"] is not None:
        place = Place.of(finding | {"value_text": finding["actual"]})
        cells = documents.cells_around(place.document_id, place.block_no, place.row_no, BLOCKS_AROUND, ROWS_AROUND)
        source_view(excerpt(cells, place), key=f"evidence-{finding['finding_id']}", height=EVIDENCE_HEIGHT)
    where = [str(finding[part]) for part in ("name", "unit", "fiscal_year") if finding[part] is not None]
    st.caption(formats.plain(" · ".join(where)))
    if finding["legal_basis"]:
        st.caption(_("review.basis", article=formats.plain(finding["legal_basis"])))
    st.button(
        _("review.open_report"),
        icon=":material/description:",
        on_click=layout.open_report,
        args=(finding["report_id"], f"finding:{finding['finding_id']}"),
    )
    for row in queries.decisions_on(finding["finding_id"], finding["fault_id"]).iter_rows(named=True):
        said = {"who": row["reviewer"], "what": term("action", row["action"]), "when": formats.day(row["decided_at"])}
        st.caption(_("review.said", **said) + (f" — {formats.plain(row['reason'])}" if row["reason"] else ""))
