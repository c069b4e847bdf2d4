"""Large tables lie in the order in which pages ask for them, so that what a filter leaves out is not read."""

from __future__ import annotations

import pytest

from support.marts import Marts

OF_PLACES = ("region_code", "fiscal_year", "report_id")
ORDERS = {
    "fct_evaluations": OF_PLACES,
    "fct_indicator_scores": OF_PLACES,
    "fct_review_findings": OF_PLACES,
    "fct_budget_execution": OF_PLACES,
    "fct_reported_amounts": ("report_id",),
    "fct_report_issues": ("report_id",),
    "document_cells": ("document_id",),
}


@pytest.mark.parametrize("table", ORDERS)
def test_rows_lie_in_order(table: str, marts: Marts) -> None:
    stored = [tuple(row.values()) for row in marts.rows(f"SELECT {', '.join(ORDERS[table])} FROM {table}")]
    assert len(set(stored)) > 1
    assert stored == sorted(stored, key=lambda row: [(value is None, value or "") for value in row])
