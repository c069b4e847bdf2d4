"""Values that count up below a heading are values, not the numbers of its columns."""

from __future__ import annotations

import pytest

from support.documents import table
from support.told import extracted, money

TITLE = "东山县林业局2022年度森林防火项目支出绩效自评表"
HEADING = ["年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）", "结余（万元）"]


@pytest.mark.parametrize("values", [["1", "2", "3", "4"], ["0", "1", "2", "3"]])
def test_the_only_row_of_values_may_count_up(values: list[str]) -> None:
    found = money(extracted(TITLE, table(HEADING, values)))
    [figures] = found.values()
    assert figures["initial_budget"].split()[0] == values[0]
    assert figures["annual_budget"].split()[0] == values[1]
    assert figures["executed"].split()[0] == values[2]


def test_a_row_of_numbers_above_the_values_numbers_the_columns() -> None:
    found = money(extracted(TITLE, table(HEADING, ["1", "2", "3", "4"], ["60", "80", "70", "10"])))
    [figures] = found.values()
    assert {measure: figure.split()[0] for measure, figure in figures.items() if measure != "carryover"} == {
        "initial_budget": "60",
        "annual_budget": "80",
        "executed": "70",
    }
