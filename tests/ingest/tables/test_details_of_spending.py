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
