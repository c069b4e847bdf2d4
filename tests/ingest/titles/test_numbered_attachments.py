"""Attachments that a notice lists by number and year: they are no reports of it."""

from __future__ import annotations

import pytest

from support.told import extracted


@pytest.mark.parametrize("year", ["2022年度", "2022 年度", "2022年"])
def test_a_listed_report_is_none(year: str) -> None:
    found = extracted(
        "我厅2022年度开展了部门整体支出绩效自评，涉及一般公共预算支出282.9万元。",
        f"附 件:1.青山省科技厅{year}部门整体支出绩效自评报告",
        f"2.{year}科技专项资金绩效自评报告",
        f"3.{year}农业产业发展资金绩效自评报告",
    )
    assert found.reports == []
