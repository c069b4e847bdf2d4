"""Lines of money of which only the order of their cells is left."""

from __future__ import annotations

import pytest

from ingest.readers.money_lines import with_blanks

HEADING = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("中央资金 20 25 20 80%", ["中央资金", "20", "25", "20", "", "80%", ""]),
        ("中央资金 20 25 20 80.00%", ["中央资金", "20", "25", "20", "", "80.00%", ""]),
        ("其他资金 0 0 0", ["其他资金", "0", "0", "0", "", "", ""]),
        ("其他资金 0 0 0 0%", ["其他资金", "0", "0", "0", "", "0%", ""]),
        ("中央资金 20 25 20 70%", None),  # No rate of these amounts: one of them may be missing.
        ("中央资金 20 25 20 80", None),  # It may be points.
        ("中央资金 20 25 20", None),
        ("中央资金 25 20 80%", None),
    ],
)
def test_a_line_that_lacks_its_points(line: str, row: list[str] | None) -> None:
    assert with_blanks(line.split(), HEADING) == row


def test_a_rate_of_what_was_received_beside_that_of_what_was_spent() -> None:
    heading = ["预算数", "实际到位数", "实际支出数", "到位率", "支出率", "得分"]
    assert with_blanks("省级资金 200 150 120 75% 60%".split(), heading) == [*"省级资金 200 150 120 75% 60%".split(), ""]
    assert with_blanks("省级资金 200 150 120 75% 80%".split(), heading) == [*"省级资金 200 150 120 75% 80%".split(), ""]
    assert with_blanks("省级资金 200 150 120 60% 75%".split(), heading) is None


@pytest.mark.parametrize(
    ("figures", "filled"),
    [
        ("880 880 880 10 10", ["880", "880", "880", "10", "", "10"]),
        ("880 880 836 10 9.5", ["880", "880", "836", "10", "", "9.5"]),
        ("200 180 90 50% 5", None),  # 90 may be the weight.
        ("200 180 90 50%", ["200", "180", "90", "", "50%", ""]),
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
    found = with_blanks(["年度资金总额：", *figures.split()], HEADING)
    assert found == (["年度资金总额：", *filled] if filled else None)


def test_a_rate_without_its_mark_below_a_heading_that_has_it() -> None:
    heading = ["年初预算(万元)", "实际支出(万元)", "预算执行率(%)", "得分（10分）"]
    assert with_blanks("省财政 360 332.84 92.46".split(), heading) == [*"省财政 360 332.84 92.46".split(), ""]
    assert with_blanks("省财政 360 332.84 9.25".split(), heading) is None
