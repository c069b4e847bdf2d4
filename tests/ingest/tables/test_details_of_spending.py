"""What was planned and spent on each thing, in a table of its own below the funds. Expectations are written by hand."""

from __future__ import annotations

from ingest.records import Extraction
from support.documents import table
from support.told import extracted, money


def report(*details: str) -> Extraction:
    return extracted(
        "东山县2023年度项目支出绩效自评表",
        table(
            "项目名称|防尘洗护费|主管部门|东山县执法局",
            "计划安排资金（万元）|130|实际到位资金（万元）|130",
            "市县财政|130|市县财政|130",
            "实际支出（万元）|120||",
        ),
        table("二、项目支出明细情况|<|<", "支出内容（经济科目）|计划支出数|实际支出数", *details),
    )


def test_what_was_planned_for_each_thing_and_what_was_spent_on_it() -> None:
    lines = money(report("燃料费|80|75", "水费|50|45", "支出合计|130|120"))
    assert lines["燃料费"] == {"annual_budget": "80 wan", "executed": "75 wan"}
    assert lines["水费"] == {"annual_budget": "50 wan", "executed": "45 wan"}


def test_parts_are_in_the_unit_of_their_total_known_or_not() -> None:
    found = report("燃料费|800000|750000", "水费|500000|450000", "支出合计|1300000|1200000")
    lines = money(found)
    assert lines["燃料费"] == {"annual_budget": "800000 unknown", "executed": "750000 unknown"}
    assert lines["计划安排资金（万元） *"]["executed"] == "120 wan"
    assert [notice.kind for notice in found.notices] == ["not_understood"] * 6


def test_large_amounts_whose_unit_the_table_states_are_read() -> None:
    found = extracted(
        "东山县2023年度项目支出绩效自评表",
        table("项目名称|防尘洗护费|<", "资金（元）|全年预算数|全年执行数", "年度资金总额|1300000|1200000"),
    )
    assert list(money(found).values()) == [{"annual_budget": "1300000 yuan", "executed": "1200000 yuan"}]


FUNDS = "年度资金总额|12|10.85"


def listed(*costs: str, heading: str = "支出内容|实际支出数（元）|备注") -> Extraction:
    return extracted(
        "东山县2023年度项目支出绩效自评表",
        table("项目名称|公厕管护|<", "项目资金（万元）|全年预算数|全年执行数", FUNDS),
        table(heading, *costs),
    )


def test_what_was_spent_on_each_thing_where_it_comes_to_what_was_spent_in_all() -> None:
    found = listed("保洁人员工资|86400|", "设备维修|12300|6座", "水电费|9800|", "合计|108500|")
    assert money(found) == {
        "年度资金总额 *": {"annual_budget": "12 wan", "executed": "10.85 wan"},
        "保洁人员工资": {"executed": "86400 yuan"},
        "设备维修": {"executed": "12300 yuan"},
        "水电费": {"executed": "9800 yuan"},
    }
    assert [line.parent_line_no for line in found.funding_lines] == [None, 1, 1, 1]
    assert not found.unplaced


def test_a_list_that_comes_to_something_else_is_told() -> None:
    found = listed("保洁人员工资|86400|", "设备维修|12300|", "合计|98700|")
    assert list(money(found)) == ["年度资金总额 *"]
    assert [figure.value_text for figure in found.unplaced] == ["86400", "12300", "98700"]


def test_a_list_in_which_a_cell_is_missing_is_told() -> None:
    found = listed("保洁人员工资|86400|", "设备维修|22100", "合计|108500|")
    assert list(money(found)) == ["年度资金总额 *"]
    assert "22100" in [figure.value_text for figure in found.unplaced]
