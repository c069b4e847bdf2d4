"""Funding lines of which one cell has left no trace. Expectations are written by hand."""

from __future__ import annotations

import pytest

from ingest.readers.blank_in_row import with_blank

HEADING = ("年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分")


@pytest.mark.parametrize(
    ("figures", "filled"),
    [
        ("880 880 880 10 10", ["880", "880", "880", "10", "", "10"]),
        ("880 880 836 10 9.5", ["880", "880", "836", "10", "", "9.5"]),
        ("200 180 90 50% 5", None),  # 90 may be the weight.
        ("200 180 90 50%", None),
        ("200 180 180 10 100%", ["200", "180", "180", "10", "100%", ""]),
        ("387 387 10 100% 10", None),  # Any of the three amounts may be missing.
        ("8 8 8 10 10", ["8", "8", "8", "10", "", "10"]),
        ("880 880 836 10 80", None),
        ("880 880 880 10 100 10", None),
        ("880 880 10 10", None),
        ("880 880 880 10 —", None),
    ],
)
def test_the_only_place_where_a_cell_may_be_missing(figures: str, filled: list[str] | None) -> None:
    found = with_blank(["年度资金总额：", *figures.split()], HEADING)
    assert found == (["年度资金总额：", *filled] if filled else None)
