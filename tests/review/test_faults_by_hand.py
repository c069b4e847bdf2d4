"""What the review says of the five real documents, against a list of faults that was made by reading them.

Nothing on the list may be missed, and nothing may be raised that is not on it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from support.marts import Marts, golden

FAULTS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("faults.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("stem", FAULTS)
def test_all_that_is_on_the_list_and_nothing_else(marts: Marts, stem: str) -> None:
    document = marts.document(stem, golden(stem)["sha256"])
    rows = marts.rows(
        "SELECT DISTINCT evaluations.report_no, findings.rule_id, findings.severity "
        "FROM fct_review_findings AS findings JOIN fct_evaluations AS evaluations USING (report_id) "
        f"WHERE findings.document_id = '{document}'"
    )
    found = {(row["report_no"], row["rule_id"], row["severity"]) for row in rows}
    absent = ["samples_only"] if marts.are_seeds else ["seeds_only"]
    expected = {tuple(fault[:3]) for fault in FAULTS[stem]["raised"] if fault[4:] != absent}
    assert (sorted(expected - found), sorted(found - expected)) == ([], [])
