"""Text whose cells spaces part, with spaces inside a cell as well: told where they may have moved a cell."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from support.told import indicators, money, targets, total

HEADING = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"]
REST = [
    ["质量指标", "合格率", "≥90%", "92%", "30", "30"],
    ["效益指标", "社会效益指标", "知晓率", "提高", "提高", "40", "36"],
]
READ = ["产出指标/质量指标/合格率 30→30", "效益指标/社会效益指标/知晓率 40→36"]


def read(*rows: list[str], gap: str, line: str = "\n") -> Extraction:
    form = line.join(gap.join(row) for row in [["项目名称", "幼林抚育"], HEADING, *rows, ["总分", "100", "94"]])
    return extract(restore(read_bytes(f"2023年度项目支出绩效自评表\n\n{form}".encode())))


@pytest.mark.parametrize(
    "cells",
    [
        ["抚育", "面积", "≥3千亩", "30", "28"],
        ["抚育", "面积", "≥3千亩", "3千亩", "30"],
        ["抚育", "面积", "3千亩", "30", "28"],
    ],
)
def test_a_name_in_two_beside_a_blank_cell(cells: list[str]) -> None:
    own = ["产出指标", "数量指标", *cells]
    for found in (read(own, *REST, gap="   "), read(own, *REST, gap=" ", line=" ")):
        assert not [row for row in found.indicators if row.level3 in {"抚育", "面积", "抚育面积"}]
        assert any("面积" in figure.evidence.quote for figure in found.unplaced)


def test_a_name_in_two_of_a_whole_row() -> None:
    own = ["产出指标", "数量指标", "抚育 面积", "≥3千亩", "3千亩", "30", "28"]
    found = read(own, *REST, gap="   ")
    assert indicators(found) == ["产出指标/数量指标/抚育面积 30→28", *READ]
    assert targets(found)[0] == "≥ 3 千亩 3千亩"
    assert total(found) == "94"


def test_targets_in_words() -> None:
    own = ["产出指标", "数量指标", "台账", "齐全", "缺两份", "30", "28"]
    for found in (read(own, *REST, gap="   "), read(own, *REST, gap=" ", line=" ")):
        assert indicators(found) == ["产出指标/数量指标/台账 30→28", *READ]
        assert not found.unplaced


def test_a_line_of_a_table_is_told_as_what_its_words_say() -> None:
    """The rate holds that the amounts of the others are in their places."""
    lines = (
        "项目资金   年初预算数   全年预算数   全年执行数   执行率   得分",
        "年度资金总额   100   100   95   95%   9.5",
        "其中：财政   拨款   100   100   95",
        "一级指标   二级指标   三级指标   指标值   完成值   分值   得分",
        "产出指标   数量指标   抚育   面积   ≥3千亩   3千亩   30",
    )
    form = "\n".join(["项目名称   幼林抚育", *lines])
    found = extract(restore(read_bytes(f"2023年度项目支出绩效自评表\n\n{form}\n\n自评得分94分。".encode())))
    told = {figure.evidence.quote.split()[0]: figure.context for figure in found.unplaced}
    assert told == {"抚育": "score"}
    assert money(found) == {
        "年度资金总额 *": {
            "initial_budget": "100 wan",
            "annual_budget": "100 wan",
            "executed": "95 wan",
            "execution_rate": "95 percent",
        },
        "其中：财政拨款": {"initial_budget": "100 wan", "annual_budget": "100 wan", "executed": "95 wan"},
    }
    assert all(row.is_execution_row for row in found.indicators)


def test_a_line_of_a_table_is_no_sentence() -> None:
    """The first rate is the target, the second what was reached."""
    lines = (
        "一级指标   二级指标   三级指标   指标值   完成值   分值   得分   备注",
        "产出指标   数量指标   抚育面积   ≥3千亩   3千亩   30",
        "预算执行率   预算执行率   100%   90%   10   9",
        "总分   94",
    )
    form = "\n".join(["项目名称   幼林抚育", *lines])
    found = extract(restore(read_bytes(f"2023年度项目支出绩效自评表\n\n{form}".encode())))
    assert not [amount for amount in found.amounts if amount.measure == "execution_rate"]
    assert total(found) == "94"
    assert [figure.evidence.quote.split()[0] for figure in found.unplaced] == ["产出指标", "预算执行率"]
